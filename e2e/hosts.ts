import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';

/** A web site of someone else, at an address of its own, that embeds figures of ours. It sends no CORS header, and neither do we. */
export class Host {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  /**
   * @param pages HTML by path
   * @param port 0 = a free one
   */
  static async open(pages: Readonly<Record<string, string>>, port = 0): Promise<Host> {
    const server = createServer((request, response) => {
      const page = pages[(request.url ?? '/').replace(/\?.*/, '')];
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page ?? 'Not found');
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return new Host(server, `http://127.0.0.1:${address.port}`);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The demo article, on another site than MAD Lab. */
export const articleAt = (lab: string): string => readFileSync('public/article/index.html', 'utf8').replaceAll('../', lab);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** That a host gives a figure before it has said its own, px. */
export const FIRST_HEIGHT = 1200;

export const frameOf = (address: string, attributes = ''): string =>
  `<iframe title="figure" src="${escaped(address)}" ${attributes} style="width:100%;height:${FIRST_HEIGHT}px;border:0"></iframe>`;

export const pageOf = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title><body style="margin:0">${body}`;
