import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A plain static host with nothing but files: no rewriting, no headers of its own, 404 outside its path. */
export interface StaticHost {
  readonly address: string;
  close(): Promise<void>;
}

/** What gets smaller by compression; the others are compressed already. */
const TEXTS: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

/** Serves a folder below a path such as `/some/deep/path/`; most hosts compress, a plain one does not. */
export async function serveStatically(
  folder: string,
  path: string,
  { gzip = false }: { readonly gzip?: boolean } = {},
): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(path) ? pathname.slice(path.length) : null;
    const file =
      inside === null ? null : join(folder, normalize(`/${inside === '' ? 'index.html' : inside}`));
    if (file === null || !isFile(file)) {
      response.writeHead(404).end('not found');
      return;
    }
    const kind = extname(file);
    const headers = { 'content-type': TYPES[kind] ?? 'application/octet-stream' };
    if (gzip && TEXTS.has(kind)) {
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' });
      pipeline(createReadStream(file), createGzip({ level: 9 }), response, () => undefined);
      return;
    }
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
