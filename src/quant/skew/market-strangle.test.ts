import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { normalCdf } from '../special/normal.ts';
import { flatSmile, plainSvi } from '../testing/plain-svi.ts';
import { deltaSkew } from './delta-skew.ts';
import { FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA, deltaNeutralStrike, deltaStrike } from './delta-strike.ts';
import { marketStrangle, strangleStrikes } from './market-strangle.ts';

const STEEP = plainSvi({ a: 0.002, b: 0.09, rho: -0.6, m: 0.01, sigma: 0.06 }, 30 / 365);

function premium(k: number, sd: number, sign: number): number {
  const d1 = -k / sd + 0.5 * sd;
  return sign * (normalCdf(sign * d1) - Math.exp(k) * normalCdf(sign * (d1 - sd)));
}

it('strikes both legs at its one vol and costs there what the legs cost on the smile', () => {
  for (const convention of [FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA]) {
    const found = marketStrangle(STEEP, { delta: 0.25, convention, centre: 'delta-neutral' });
    if (!found.ok) throw new Error(found.error);
    const { vol, callStrike, putStrike } = found.value;
    const root = Math.sqrt(STEEP.years);
    const atOneVol = premium(callStrike, vol * root, 1) + premium(putStrike, vol * root, -1);
    const onSmile =
      premium(callStrike, smileVol(STEEP, callStrike) * root, 1) +
      premium(putStrike, smileVol(STEEP, putStrike) * root, -1);
    expect(atOneVol).toBeCloseTo(onSmile, 15);
    const flat = strangleStrikes(vol, STEEP.years, { delta: 0.25, convention });
    expect(flat).toEqual({ ok: true, value: { callStrike, putStrike } });
  }
});

it('is not the smile butterfly on a steep smile, and is it on a flat one', () => {
  const request = { delta: 0.25, convention: FORWARD_DELTA, centre: 'delta-neutral' } as const;
  const [market, smile] = [marketStrangle(STEEP, request), deltaSkew(STEEP, request).butterfly];
  if (!market.ok || !smile.ok) throw new Error('the smile is a plain one');
  expect(Math.abs(market.value.butterfly - smile.value)).toBeGreaterThan(1e-4);
  const flat = marketStrangle(flatSmile(0.5, 0.1), request);
  expect(flat.ok && flat.value.butterfly).toBeCloseTo(0, 14);
});

it('fails with the delta it needs', () => {
  const request = { delta: 0.25, convention: PREMIUM_ADJUSTED_DELTA, centre: 'atm-forward' } as const;
  expect(marketStrangle(flatSmile(2, 1), request).ok).toBe(false);
});

interface Fx {
  readonly F: string;
  readonly vol_ms: string;
}
interface Examples {
  readonly clark_eurusd_1y: Fx & Readonly<Record<string, string>>;
  readonly reiswich_wystup_eurusd: Fx & { inputs: { rf: number; atm: number } } & Record<string, string>;
  readonly reiswich_wystup_usdjpy: Fx & { inputs: { rf: number; atm: number } } & Record<string, string>;
  readonly coin_flat_smile_strikes: Readonly<Record<string, string>>;
}

const FILE = '../shared/vectors/worked_examples.json';

describe.skipIf(!existsSync(FILE))(
  'on published examples (skipped where ../shared/vectors is absent)',
  () => {
    const examples = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Examples;

    it('has the strikes of the one-year EURUSD example, market strangle and smile apart', () => {
      const fx = examples.clark_eurusd_1y;
      const forward = Number(fx.F);
      const convention = { kind: 'spot', foreignDiscount: Number(fx['DF_for']) } as const;
      const strikes = strangleStrikes(Number(fx.vol_ms), 1, { delta: 0.25, convention });
      if (!strikes.ok) throw new Error(strikes.error);
      expect(forward * Math.exp(strikes.value.putStrike)).toBeCloseTo(Number(fx['K_25P_marketstrangle']), 12);
      expect(forward * Math.exp(strikes.value.callStrike)).toBeCloseTo(
        Number(fx['K_25C_marketstrangle']),
        12,
      );
      const put = deltaStrike(flatSmile(0.195, 1), { delta: 0.25, right: 'put', convention });
      const call = deltaStrike(flatSmile(0.189, 1), { delta: 0.25, right: 'call', convention });
      expect(put.ok && forward * Math.exp(put.value.k)).toBeCloseTo(Number(fx['K_25P_at_19p50']), 12);
      expect(call.ok && forward * Math.exp(call.value.k)).toBeCloseTo(Number(fx['K_25C_at_18p90']), 12);
      const straddle = deltaNeutralStrike(flatSmile(0.1825, 1), FORWARD_DELTA);
      expect(straddle.ok && forward * Math.exp(straddle.value.k)).toBeCloseTo(Number(fx['K_DNS']), 12);
    });

    it('has both straddles and the strangle strikes of the one-month examples', () => {
      for (const fx of [examples.reiswich_wystup_eurusd, examples.reiswich_wystup_usdjpy]) {
        const years = 31 / 365;
        const forward = Number(fx.F);
        const flat = flatSmile(fx.inputs.atm, years);
        const unadjusted = deltaNeutralStrike(flat, FORWARD_DELTA);
        const adjusted = deltaNeutralStrike(flat, PREMIUM_ADJUSTED_DELTA);
        expect(unadjusted.ok && forward * Math.exp(unadjusted.value.k)).toBeCloseTo(
          Number(fx['K_DNS_unadj']),
          10,
        );
        expect(adjusted.ok && forward * Math.exp(adjusted.value.k)).toBeCloseTo(Number(fx['K_DNS_pa']), 10);
      }
    });

    it('has the coin strikes of a flat smile under both conventions', () => {
      const coin = examples.coin_flat_smile_strikes;
      const flat = flatSmile(0.55, 30 / 365);
      for (const [suffix, convention] of [
        ['fwd', FORWARD_DELTA],
        ['pa', PREMIUM_ADJUSTED_DELTA],
      ] as const) {
        const strikes = strangleStrikes(0.55, 30 / 365, { delta: 0.25, convention });
        const straddle = deltaNeutralStrike(flat, convention);
        if (!strikes.ok || !straddle.ok) throw new Error('the smile is flat');
        for (const [k, column] of [
          [strikes.value.callStrike, 'K25C'],
          [strikes.value.putStrike, 'K25P'],
          [straddle.value.k, 'DNS'],
        ] as const) {
          expect((1e5 * Math.exp(k)) / Number(coin[`${column}_${suffix}`])).toBeCloseTo(1, 13);
        }
      }
    });
  },
);
