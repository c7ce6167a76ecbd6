import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type StaticServer } from './serve-folder';

const policy = "default-src 'none'; script-src 'self'";
const page = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-serve-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), page);
  writeFileSync(join(site, 'assets/main-abc.js'), 'export {};');
  writeFileSync(join(site, 'assets/sqlite-abc.wasm'), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(join(site, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  server = await serveFolder(site, 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

type Answer = {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** A request whose path is sent as it is: `fetch` would tidy it up. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, method, headers, family: 4 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

describe('the server of the built page', () => {
  it('answers the folder with its page, and the query is no part of the name', async () => {
    for (const path of ['/', '/index.html', '/?lang=zh']) {
      const { status, headers, body } = await ask(path);
      expect([status, headers['content-type'], body.toString()]).toEqual([
        200,
        'text/html; charset=utf-8',
        page,
      ]);
    }
  });

  it('sends the policy of the page with every answer, also of scripts and of what is not there', async () => {
    for (const path of ['/', '/assets/main-abc.js', '/nothing.js']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('names the types that browsers insist on', async () => {
    expect((await ask('/assets/main-abc.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/assets/sqlite-abc.wasm')).headers['content-type']).toBe('application/wasm');
  });

  it('keeps files with a hash in their name for ever and asks about the others', async () => {
    expect((await ask('/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
    const { headers } = await ask('/');
    expect(headers['cache-control']).toBe('no-cache');
    expect((await ask('/', 'GET', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });

  it('compresses for those who can read it', async () => {
    const { headers, body } = await ask('/', 'GET', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(page);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const { status, body } = await ask('/', 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect((await ask('/', 'POST')).status).toBe(405);
  });

  it.each([
    '/nothing',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5c..%5csecret.txt',
    '//secret.txt',
    '/link.txt',
    '/.hidden',
    '/%',
    '/%00',
  ])('does not find %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'Not found\n']);
  });

  it('takes the next port when the one asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const address = other.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const second = await serveFolder(join(folder, 'site'), taken);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    await second.close();
    other.close();
  });

  it('refuses a page without a policy', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'clientele-bare-'));
    writeFileSync(join(bare, 'index.html'), '<p>no policy</p>');
    await expect(serveFolder(bare, 0)).rejects.toThrow('declares no content security policy');
    rmSync(bare, { recursive: true });
  });
});
