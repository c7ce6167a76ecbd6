import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OtherOrigin = {
  readonly url: string;
  /** How many requests have reached it. */
  readonly hits: () => number;
  readonly close: () => Promise<void>;
};

/** A server on another port, thus another origin, that would answer anybody: only a refusal keeps requests away. */
export async function startOtherOrigin(): Promise<OtherOrigin> {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits++;
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' }).end('here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    hits: () => hits,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
