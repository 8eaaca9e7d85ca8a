import { createServer } from 'vite';

/** The gallery is a development page, no part of the build: it is served by the development server. */
export async function serveGallery(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = await createServer({
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
    cacheDir: 'node_modules/.vite-gallery',
    logLevel: 'error',
  });
  await server.listen();
  return {
    address: `${server.resolvedUrls?.local[0] ?? ''}e2e/gallery/index.html`,
    close: async () => server.close(),
  };
}
