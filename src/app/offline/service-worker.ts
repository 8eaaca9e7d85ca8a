/** The part of a service worker's scope that is used here; the page's own types know no worker. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
}
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The build puts its own files here, and a name that changes with them. */
declare const SMIRK_FILES: readonly string[];
declare const SMIRK_VERSION: string;

const KIND = 'smirk-';
const CACHE = KIND + SMIRK_VERSION;
const PAGE = './index.html';

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([...SMIRK_FILES]);
}

async function letGoOfOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(KIND) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The page as the host has it now, and the kept one when the host cannot be reached. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    const kept = await caches.match(PAGE);
    if (kept === undefined) throw failure;
    return kept;
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/**
 * Makes the page open without a network. It keeps Smirk's own files and nothing else: what a venue says never passes
 * through here, so that an old price can never be taken for a new one.
 */
function serve(scope: WorkerScope): void {
  scope.addEventListener('install', (event) => event.waitUntil(keepFiles()));
  scope.addEventListener('activate', (event) =>
    event.waitUntil(letGoOfOlder().then(() => scope.clients.claim())),
  );
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
    event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
  });
}

serve(globalThis as unknown as WorkerScope);
