import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

export default defineConfig(({ mode }) => (mode === 'cli' ? commandLine : page));

/** Tests that say for a whole process how values go over the wire. */
const ownProcess = 'tests/workers/**/*.test.ts';

const page: ViteUserConfig = {
  base: './',
  plugins: [svelte({ configFile: false }), relaxedPolicyInDev(), sampleSummary()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The polyfill fetches scripts by itself; every browser that runs the page knows modulepreload.
    modulePreload: { polyfill: false },
    manifest: true,
  },
  // Workers start from Blob URLs, so that they inherit the policy of the page: a classic script each.
  worker: { format: 'iife' },
  test: {
    environment: 'node',
    pool: 'forks',
    // What works in Node but dies under the policy of the page fails here already.
    execArgv: ['--disallow-code-generation-from-strings'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['{src,workers,sample-data,tests}/**/*.test.ts'],
          exclude: [ownProcess],
          // What a file imports is loaded once for all: half the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'workers', include: [ownProcess] } },
    ],
  },
};

/** sql.js is written for CommonJS, where every file knows its folder. */
const scriptHead = '#!/usr/bin/env node\nconst __dirname = import.meta.dirname;';

/** `dist-cli/clientele.js`: the command line as one file for Node, its dependencies inside. */
const commandLine: ViteUserConfig = {
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    assetsInlineLimit: Infinity,
    rolldownOptions: {
      output: { entryFileNames: 'clientele.js', codeSplitting: false, banner: scriptHead },
    },
  },
  ssr: { noExternal: true },
};

/** The development server injects styles and talks to the page: only there the policy gives way. */
function relaxedPolicyInDev(): Plugin {
  return {
    name: 'clientele:relaxed-policy-in-dev',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace('worker-src blob:', "worker-src 'self' blob:")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

/** `summary.json`: the Overview of the sample bank, computed when the page is built. */
function sampleSummary(): Plugin {
  const entry = fileURLToPath(new URL('sample-data/summary.ts', import.meta.url));
  const compute = async (): Promise<string> => {
    const { module } = await runnerImport<{ sampleSummary: () => Promise<unknown> }>(entry, {
      configFile: false,
    });
    return JSON.stringify(await module.sampleSummary());
  };
  let inDevelopment: Promise<string> | undefined;
  return {
    name: 'clientele:sample-summary',
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: 'summary.json', source: await compute() });
    },
    configureServer(server) {
      server.middlewares.use('/summary.json', (_request, response, next) => {
        inDevelopment ??= compute();
        inDevelopment.then((text) => {
          response.setHeader('content-type', 'application/json');
          response.end(text);
        }, next);
      });
    },
  };
}
