import { epochMs } from '#base/time.ts';
import type { LineIo, LineSocket, SocketEvents } from './line-io.ts';

/** No venue pushes anything but text; what else comes is told as this, which no reader takes for data. */
const BINARY = '(binary frame)';

function openSocket(address: string, events: SocketEvents): LineSocket {
  const socket = new WebSocket(address);
  let over = false;
  const closed = (): void => {
    if (over) return;
    over = true;
    events.closed();
  };
  socket.addEventListener('open', () => {
    if (!over) events.opened();
  });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!over) events.text(typeof data === 'string' ? data : BINARY);
  });
  socket.addEventListener('close', closed);
  socket.addEventListener('error', closed);
  return {
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close: () => {
      over = true;
      socket.close();
    },
  };
}

/** Sockets, clock and chance of the browser. */
export const BROWSER_IO: LineIo = {
  openSocket,
  now: () => epochMs(Date.now()),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  online: () => navigator.onLine,
};
