import { type WorkerClient, workerClient } from './client.ts';
import type { DeskHandlers } from './desk-protocol.ts';

/** The worker as the page sees it. */
export type Desk = WorkerClient<DeskHandlers>;

/** Starts the worker; one for the life of the page. */
export function startDesk(): Desk {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' });
  return workerClient<DeskHandlers>(worker);
}
