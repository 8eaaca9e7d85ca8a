import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { type PlanStudy } from '#analytics/protection/protection-study.ts';
import { studyFromWords } from '#analytics/protection/study-from-words.ts';
import { SYNTHETIC_NOW, syntheticChain, withQuotes } from '#analytics/testing/synthetic-chain.ts';
import { contractTerms } from '#analytics/venues/contract-terms.ts';
import { epochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import { DEFAULT_PLAN, withAmount } from '#state/plan-form.ts';
import { planWords } from '#state/plan-in-words.ts';
import { acrossView } from './across-view.ts';
import { commonStrikes } from './common-strikes.ts';
import { sameFloor, withCash } from './same-floor.ts';

interface Venue {
  readonly level?: number;
  readonly inCoin?: boolean;
  readonly currency?: string;
  readonly first?: number;
  readonly ask?: number | null;
  readonly later?: number;
}

function marketOf({ level = 0.5, inCoin = true, first = 60_000, ...venue }: Venue) {
  const bare = syntheticChain([
    {
      days: 30,
      forward: 100_000,
      strikes: Array.from({ length: 31 }, (_, i) => first + 2500 * i),
      vol: (k) => level + 0.3 * k * k - 0.1 * k,
      premiumUnit: inCoin ? 'underlying' : 'quote',
    },
  ]);
  const sized = withQuotes(bare, () => ({
    bidSize: 40,
    askSize: 40,
    ...(venue.ask === undefined ? {} : { ask: venue.ask }),
  }));
  const { currency = 'USD' } = venue;
  const inCurrency = ({ instrument, quote }: ContractQuote): ContractQuote => ({
    instrument: { ...instrument, quoteCurrency: currency },
    quote,
  });
  const expiries = sized.expiries.map(({ expiry, series, contracts }) => ({
    expiry,
    series,
    contracts: contracts.map(inCurrency),
  }));
  const chain = { ...sized, asOf: epochMs(SYNTHETIC_NOW + (venue.later ?? 0)), expiries };
  return { chain, analysis: analyseChainFrom(chain, DEFAULT_SETTINGS, null) };
}

const PLAN = withAmount(DEFAULT_PLAN, 10);

function studied(venue: Venue, form = PLAN): PlanStudy {
  const study = studyFromWords(marketOf(venue), planWords(form));
  if (!study.ok) throw new Error(study.error);
  return study.value;
}

function across(a: Venue, b: Venue, ownTaker = false) {
  const own = studied(a);
  const view = acrossView(
    {
      own,
      other: studied(b, sameFloor(PLAN, own)),
      ownTerms: contractTerms(marketOf(a).analysis),
      otherTerms: contractTerms(marketOf(b).analysis),
      cashForBoth: false,
    },
    ['Deribit', 'OKX'],
    ownTaker,
  );
  if (view === null) throw new Error('both were studied');
  return view;
}

describe('the same floor on two markets', () => {
  it('names the cheaper one, by how much, and what the spreads leave of it', () => {
    const { sentence, parts, columns } = across({ level: 0.6 }, { level: 0.5 });
    expect(sentence).toMatch(
      /^OKX is cheaper, all in: \d\.\d\d % of the holding against \d\.\d\d % at Deribit, \d\.\d\d % less/,
    );
    expect(sentence).toMatch(/It stays cheaper whatever of half-spreads and slippage is saved/);
    expect(columns).toHaveLength(5);
    const total = parts.at(-1);
    expect(total?.label).toBe('All in');
    const figures = parts.map(({ cells }) =>
      Number((cells.at(-1) ?? '').replace('−', '-').replace(/[ %\s]/g, '')),
    );
    const sum = figures.slice(0, -1).reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - (figures.at(-1) ?? Number.NaN))).toBeLessThan(0.004);
  });

  it('asks the other market for the very strike and day of the bill', () => {
    const own = studied({});
    const form = sameFloor({ ...PLAN, taker: 0.01 }, own);
    expect(planWords(form)).toBe('10 floor 85000 7AUG26');
    expect(planWords(withCash(form))).toBe('10 floor 85000 7AUG26 cash');
    const spread = { ...PLAN, structure: 'put-spread' as const, second: 70 };
    expect(planWords(sameFloor(spread, studied({}, spread)))).toBe('10 put spread 85000/70000 7AUG26');
  });

  it('does not call one cheaper where the strikes are not the same, and knows the strikes both offer', () => {
    const [a, b] = [{}, { first: 61_250 }];
    const view = across(a, b);
    expect(view.sentence).toMatch(
      /^Which is cheaper cannot be said: Deribit has strike 85\s000, OKX 86\s250\./,
    );
    expect(view.strikesDiffer).toBe(true);
    const { answer } = studied(a);
    if (!answer.ok) throw new Error(answer.error.reason);
    const common = commonStrikes(
      marketOf(a).analysis.report,
      marketOf({ first: 65_000 }).analysis.report,
      answer.value,
    );
    expect(common).toEqual([82_500, 87_500]);
    expect(commonStrikes(marketOf(a).analysis.report, marketOf(b).analysis.report, answer.value)).toEqual([]);
  });

  it('says which of the two has it where only one has, and why the other has not', () => {
    expect(across({}, { ask: null }).sentence).toMatch(/^Only Deribit has it: at OKX no fitted smile/);
    expect(across({ ask: null }, {}).sentence).toMatch(/^Only OKX has it: at Deribit no fitted smile/);
    expect(across({ ask: null }, { ask: null }).sentence).toMatch(/^Neither has it/);
  });

  it('tells what it rests on: currencies, times, an own fee', () => {
    const { notes } = across({}, { currency: 'USDT', later: 600_000 }, true);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toContain('10 min apart');
    expect(notes[1]).toContain('in USD at Deribit and in USDT at OKX');
    expect(notes[2]).toContain('Your own taker fee is taken at Deribit alone');
    expect(across({}, {}).notes).toEqual([]);
  });

  it('says in words how the contracts differ', () => {
    const { terms } = across({}, { inCoin: false });
    expect(terms?.differ).toContain('Premium paid in: coin, BTC at Deribit; USD at OKX.');
    expect(terms?.same).toContain('contract size');
    expect(across({}, {}).terms?.differ).toEqual([]);
  });
});
