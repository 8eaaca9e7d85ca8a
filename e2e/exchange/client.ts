import { type IncomingHttpHeaders, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { WebSocket } from 'ws';

/** What came back, as far as it came. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks the exchange on a port for an address of a venue, as a browser would whose resolver leads here. */
export async function ask(port: number, url: string): Promise<Received> {
  const { host, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { port, path: pathname + search, headers: { host }, rejectUnauthorized: false };
    const question = secureRequest({ hostname: '127.0.0.1', ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
      response.on('error', reject);
    });
    question.on('error', reject);
    question.end();
  });
}

/** Sends something to the control door. */
export async function control(address: string, method: string, body?: string): Promise<Received> {
  return new Promise((resolve, reject) => {
    const question = request(address, { method }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    question.on('error', reject);
    question.end(body);
  });
}

/** A socket at the exchange with everything it has heard. */
export interface Listener {
  readonly socket: WebSocket;
  readonly heard: readonly string[];
  /** Set when the socket has closed: 1006 where nobody said goodbye. */
  readonly closed: Promise<number>;
  /** The next message that satisfies, of those heard already too. */
  until(satisfies: (text: string) => boolean): Promise<string>;
}

/** Opens a socket of a venue at the exchange on a port. */
export async function listen(port: number, url: string): Promise<Listener> {
  const { host, pathname, search } = new URL(url);
  const socket = new WebSocket(`wss://127.0.0.1:${port}${pathname}${search}`, {
    headers: { host },
    rejectUnauthorized: false,
  });
  const heard: string[] = [];
  const waiting = new Set<(text: string) => void>();
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    heard.push(text);
    for (const hear of waiting) hear(text);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {
    // What is broken is seen by the closing that follows.
  });
  return {
    socket,
    heard,
    closed,
    until: (satisfies) => {
      const known = heard.find(satisfies);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => {
        const hear = (text: string): void => {
          if (!satisfies(text)) return;
          waiting.delete(hear);
          resolve(text);
        };
        waiting.add(hear);
      });
    },
  };
}
