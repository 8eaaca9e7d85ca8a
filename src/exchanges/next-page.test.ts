import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { bybitAdapter } from './bybit/bybit-adapter.ts';
import { deltaAdapter } from './delta/delta-adapter.ts';
import { nextPageOf } from './next-page.ts';

const at = epochMs(1_780_000_000_000);

/** The address after one whose answer ended with a cursor. */
function after(request: string, nextPageCursor: string): string | null {
  const body = JSON.stringify({ retCode: 0, result: { list: [], nextPageCursor } });
  return bybitAdapter.nextPage?.({ at, via: 'http', request, body })?.url ?? null;
}

it('asks for the next page under the cursor of the last, once and in place of the old one', () => {
  const first = bybitAdapter.instrumentRequests('BTC_USDT')[0]!.url;
  const second = after(first, 'a%3D1%2Cb')!;
  expect(second).toBe(`${first}&cursor=a%3D1%2Cb`);
  const third = after(second, 'c&d')!;
  expect(third).toBe(`${first}&cursor=c%26d`);
  expect(bybitAdapter.purposeOf(third)).toBe('instruments');
  expect(after(third, '')).toBeNull();
});

it('finds the mark of the next page where each venue puts it', () => {
  const [first] = deltaAdapter.instrumentRequests('BTC_USD');
  const body = JSON.stringify({ success: true, result: [], meta: { after: 'g3QAAA', before: null } });
  const next = deltaAdapter.nextPage?.({ at, via: 'http', request: first?.url ?? '', body });
  expect(next?.url).toBe(`${first?.url}&after=g3QAAA`);
});

it.each([
  '',
  'null',
  '[]',
  '{"result":null}',
  '{"result":{"nextPageCursor":7}}',
  `{"result":{"nextPageCursor":"${'x'.repeat(600)}"}}`,
])('has no next page after %s', (body) => {
  const message = { at, via: 'http' as const, request: 'https://x/y?a=1', body };
  expect(nextPageOf(message, { path: ['result', 'nextPageCursor'], parameter: 'cursor' })).toBeNull();
});
