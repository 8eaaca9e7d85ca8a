import type { Page, Route } from '@playwright/test';
import { epochMs, type EpochMs } from '#base/time.ts';
import { createSampleMarket, type SampleMarket } from '#simulator/sample-market.ts';

/** A Sunday afternoon, far from any expiry. */
export const OPENING = epochMs(Date.parse('2026-11-22T14:00:00Z'));

/** What the venue does instead of answering properly. */
export type Misbehaviour =
  | { readonly kind: 'refuse-connection' }
  | { readonly kind: 'never-answer' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly contentType?: string;
      /** Errors of a proxy in front of the venue lack the header that lets a page read them. */
      readonly readable?: boolean;
    }
  /** The proper answer, changed. */
  | { readonly kind: 'change'; readonly change: (text: string) => string };

/** Deribit as the page sees it, played by the sample market: proper by default, misbehaving on order. */
export interface StandInVenue {
  readonly market: SampleMarket;
  /** The time on the page's clock. */
  now(): EpochMs;
  /** Addresses of chains asked for, with the page's time of the question. */
  readonly asked: readonly { readonly url: string; readonly at: EpochMs }[];
  /** From now on chains are answered so; null for properly. Other questions stay proper unless nothing can be reached. */
  misbehave(how: Misbehaviour | null): void;
  /** Lets time pass on the page without waiting for it. */
  pass(ms: number): Promise<void>;
}

/** Puts the stand-in where the page looks for the venue, and sets the page's clock to the opening time. */
export async function standInVenue(
  page: Page,
  options: { readonly seed?: number; readonly from?: EpochMs; readonly how?: Misbehaviour | null } = {},
): Promise<StandInVenue> {
  const from = options.from ?? OPENING;
  const market = createSampleMarket({ seed: options.seed ?? 11, startedAt: from });
  const asked: { url: string; at: EpochMs }[] = [];
  let how = options.how ?? null;
  let skipped = 0;
  await page.clock.install({ time: from });
  const installed = Date.now();
  const now = (): EpochMs => epochMs(from + (Date.now() - installed) + skipped);
  await page.route('https://www.deribit.com/**', async (route) => {
    const url = route.request().url();
    const chain = url.includes('get_book_summary_by_currency');
    if (chain) asked.push({ url, at: now() });
    const unreachable = how?.kind === 'refuse-connection' || how?.kind === 'never-answer';
    await answer(route, market.respond(url, now()), chain || unreachable ? how : null);
  });
  return {
    market,
    now,
    asked,
    misbehave: (next) => {
      how = next;
    },
    pass: async (ms) => {
      skipped += ms;
      await page.clock.fastForward(ms);
    },
  };
}

async function answer(route: Route, proper: string, how: Misbehaviour | null): Promise<void> {
  const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
  const closed = { 'access-control-allow-origin': 'https://www.deribit.com' };
  switch (how?.kind) {
    case undefined:
      await route.fulfill({ status: 200, contentType: 'application/json', body: proper, headers: open });
      return;
    case 'change':
      await route.fulfill({
        status: 200,
        contentType: 'application/json',
        body: how.change(proper),
        headers: open,
      });
      return;
    case 'refuse-connection':
      await route.abort('connectionrefused');
      return;
    case 'never-answer':
      return;
    case 'answer':
      await route.fulfill({
        status: how.status,
        contentType: how.contentType ?? 'application/json',
        body: how.body,
        headers: { ...(how.readable === false ? closed : open), ...how.headers },
      });
  }
}

/** Changes the rows of a proper chain answer. */
export function changeRows(
  change: (rows: readonly Record<string, unknown>[]) => readonly Record<string, unknown>[],
): Misbehaviour {
  return {
    kind: 'change',
    change: (text) => {
      const document = JSON.parse(text) as { result: readonly Record<string, unknown>[] };
      return JSON.stringify({ ...document, result: change(document.result) });
    },
  };
}
