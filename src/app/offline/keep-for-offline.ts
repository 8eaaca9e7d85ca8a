/**
 * Keeps the page's own files in this browser, so that it opens without a network. A browser that keeps nothing, or a
 * host without TLS, only goes without that.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // Refused in some private windows: the page works as before and only needs its host each time.
    navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
  });
}
