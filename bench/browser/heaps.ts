import type { CDPSession, Page } from '@playwright/test';

/** What is used after everything unused was let go of, in MB: the page's heap, and all of its workers' together. */
export interface Heaps {
  readonly page: number;
  readonly workers: number;
}

interface Answer {
  readonly id: number;
  readonly result: { readonly usedSize: number };
}

/** Speaks to one worker of the page; its answers come as messages of the page's session. */
async function askWorker(
  session: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<Answer> {
  const answered = new Promise<Answer>((resolve) => {
    const hear = (event: { readonly sessionId: string; readonly message: string }): void => {
      const answer = JSON.parse(event.message) as Answer;
      if (event.sessionId !== sessionId || answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', hear);
      resolve(answer);
    };
    session.on('Target.receivedMessageFromTarget', hear);
  });
  await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
  return answered;
}

/** Watches the heaps of a page and its workers. */
export async function watchHeaps(page: Page): Promise<() => Promise<Heaps>> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
  let asked = 0;
  const ofWorker = async (worker: string): Promise<number> => {
    asked += 2;
    await askWorker(session, worker, asked, 'HeapProfiler.collectGarbage');
    return (await askWorker(session, worker, asked + 1, 'Runtime.getHeapUsage')).result.usedSize / 1e6;
  };
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const each = await Promise.all(workers.map(ofWorker));
    return { page: usedSize / 1e6, workers: each.reduce((sum, size) => sum + size, 0) };
  };
}
