import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

export type StaticServer = { readonly url: string; readonly close: () => Promise<void> };

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.example': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const isCompressible = /^(text|application\/(json|wasm|manifest\+json)|image\/svg)/;

/**
 * Serves the files of a folder on this computer under the content security policy that its `index.html` declares, as a
 * header on every answer. Nothing outside the folder and no hidden file is served.
 *
 * @param port the first port to try; the next free one is taken, 0 = any
 */
export async function serveFolder(folder: string, port: number): Promise<StaticServer> {
  const base = await realpath(folder);
  const headers = securityHeaders(await readFile(join(base, 'index.html'), 'utf8'));
  const server = createServer((request, response) => {
    answer(base, headers, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The policy of the page as headers; what a page cannot forbid by itself is added. */
export function securityHeaders(indexHtml: string): Readonly<Record<string, string>> {
  const policy = contentPolicy(indexHtml);
  return {
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The policy in the `<meta>` of a page. */
export function contentPolicy(indexHtml: string): string {
  const meta = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(indexHtml);
  if (meta?.[1] === undefined) throw new Error('index.html declares no content security policy');
  return meta[1];
}

async function answer(
  base: string,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await findFile(base, request.url ?? '/');
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : 'Not found\n');
    return;
  }
  const type = types[extname(file.path)] ?? 'application/octet-stream';
  const etag = `"${file.size.toString(36)}-${Math.floor(file.modified).toString(36)}"`;
  response.setHeader('content-type', type);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('etag', etag);
  // Names below assets/ carry a hash of what is inside.
  const isHashed = file.path.startsWith(join(base, 'assets') + sep);
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const isGzip = isCompressible.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (isGzip) response.setHeader('content-encoding', 'gzip');
  else response.setHeader('content-length', file.size);
  response.writeHead(200);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const streams = isGzip ? [createReadStream(file.path), createGzip()] : [createReadStream(file.path)];
  await new Promise<void>((done) => pipeline([...streams, response], () => done()));
}

type Found = { readonly path: string; readonly size: number; readonly modified: number };

async function findFile(base: string, url: string): Promise<Found | null> {
  let name: string;
  try {
    name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (name.includes('\0') || /(^|[/\\])\./.test(name)) return null;
  const asked = resolve(base, `.${name.endsWith('/') ? `${name}index.html` : name}`);
  try {
    const path = await realpath(asked);
    if (!path.startsWith(base + sep)) return null;
    const entry = await stat(path);
    return entry.isFile() ? { path, size: entry.size, modified: entry.mtimeMs } : null;
  } catch {
    return null;
  }
}

/** Listens on the port or, when it is taken, on the next free one. */
async function listen(server: Server, port: number): Promise<void> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', fail);
          done();
        });
      });
      return;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || candidate >= port + 100) throw error;
    }
  }
}
