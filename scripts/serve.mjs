import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The file below `folder` that a request asks for, or null.
 * @param {string} folder
 * @param {string} url
 */
function fileFor(folder, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return null;
  }
  const file = join(folder, path.endsWith('/') || path.endsWith('\\') ? `${path}index.html` : path);
  return file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port, host }, () => done());
  });
}

/** Far above the pause between two requests of anybody. */
const KEEP_ALIVE_MS = 120_000;

/** @param {unknown} error */
const isTaken = (error) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Serve a folder on localhost at `port`, or with `search` at the first free port from there on.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<string>} the address
 */
export async function serve(folder, port, { search = false } = {}) {
  const root = resolve(folder);
  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const file = fileFor(root, request.url ?? '/');
    // always asked for anew: the next build has other files under the same address
    response.setHeader('Cache-Control', 'no-cache');
    if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  };
  // `localhost` is one address or two; both must be ours, or a browser may reach someone else's server
  const [v4, v6] = [createServer(answer), createServer(answer)];
  // a connection that is closed as it is used again is an error to whoever asked
  for (const server of [v4, v6]) server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    await listen(v4, port, '127.0.0.1');
    await listen(v6, port, '::1').catch((error) => {
      if (isTaken(error)) throw error;
    });
  } catch (error) {
    v4.close();
    if (search && isTaken(error)) return serve(folder, port + 1, { search });
    throw error;
  }
  return `http://localhost:${port}/`;
}

// node scripts/serve.mjs FOLDER PORT, or PORT=4411 node scripts/serve.mjs FOLDER
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = 'dist', port = process.env.PORT || '4173'] = process.argv;
  const address = await serve(folder, Number(port), { search: true });
  const taken = new URL(address).port === port ? '' : ` (port ${port} is taken)`;
  process.stdout.write(`${address}${taken}\n`);
}
