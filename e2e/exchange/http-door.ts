import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireAnswer } from '#simulator/wire/venue-wire.ts';
import type { Booth } from './exchange.ts';
import type { HttpFault } from './faults.ts';

/** What stands in front of a venue when the venue itself is down. */
export const MAINTENANCE_PAGE =
  '<!doctype html><title>Maintenance</title><h1>We will be right back</h1><p>Scheduled maintenance.</p>';

const LARGEST_QUESTION = 1_000_000;

/** Answers one question as the venue would, or as badly as its faults say. */
export function answerByHttp(booth: Booth, request: IncomingMessage, response: ServerResponse): void {
  const address = `https://${request.headers.host ?? ''}${request.url ?? ''}`;
  bodyOf(request, (body) => {
    const proper = booth.wire.answer(address, body, booth.now());
    const { http } = booth.faults;
    const fault = http?.on === undefined || address.includes(http.on) ? http : null;
    if (fault === null) send(response, proper, booth.wire.crossOrigin);
    else misbehave(fault, { response, proper, crossOrigin: booth.wire.crossOrigin });
  });
}

function bodyOf(request: IncomingMessage, then: (body: string) => void): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (piece: string) => {
    body += piece;
    if (body.length > LARGEST_QUESTION) request.destroy();
  });
  request.on('end', () => {
    then(body);
  });
}

interface Reply {
  readonly response: ServerResponse;
  readonly proper: WireAnswer;
  readonly crossOrigin: boolean;
}

function misbehave(fault: HttpFault, { response, proper, crossOrigin }: Reply): void {
  const half = proper.body.slice(0, Math.floor(proper.body.length / 2));
  switch (fault.kind) {
    case 'status':
      refuse(fault, response);
      return;
    case 'slow': {
      const timer = setTimeout(() => {
        send(response, proper, crossOrigin);
      }, fault.ms);
      response.once('close', () => {
        clearTimeout(timer);
      });
      return;
    }
    case 'never':
      return;
    case 'truncated':
      response.writeHead(200, { ...headers(crossOrigin), 'content-length': Buffer.byteLength(proper.body) });
      response.write(half, () => response.destroy());
      return;
    case 'malformed':
      send(response, { status: 200, body: half }, crossOrigin);
      return;
    case 'html':
      response.writeHead(200, { ...headers(crossOrigin), 'content-type': 'text/html' });
      response.end(MAINTENANCE_PAGE);
      return;
    case 'no-cors':
      send(response, proper, false);
      return;
    case 'reset':
      response.destroy();
  }
}

function refuse(fault: Extract<HttpFault, { kind: 'status' }>, response: ServerResponse): void {
  const wait = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
  response.writeHead(fault.status, {
    ...headers(fault.readable ?? true),
    ...wait,
    'content-type': 'text/plain',
  });
  response.end(fault.body ?? `refused with ${fault.status}`);
}

function send(response: ServerResponse, { status, body }: WireAnswer, crossOrigin: boolean): void {
  response.writeHead(status, headers(crossOrigin));
  response.end(body);
}

function headers(crossOrigin: boolean): Record<string, string> {
  const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
  return { 'content-type': 'application/json', ...(crossOrigin ? open : {}) };
}
