import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { flatSmile, mirrored, plainSvi } from '../testing/plain-svi.ts';
import { deltaSkew, normalisedSkew, wingRatios } from './delta-skew.ts';
import { FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA } from './delta-strike.ts';
import { smileShape } from './smile-shape.ts';

const SKEWED = plainSvi({ a: 0.004, b: 0.05, rho: -0.4, m: 0.02, sigma: 0.09 }, 30 / 365);
const AT_25 = { delta: 0.25, convention: FORWARD_DELTA, centre: 'atm-forward' } as const;

it('reads a negative risk reversal, a positive normalised skew and a positive butterfly off a put-skewed smile', () => {
  const { put, call, riskReversal, butterfly } = deltaSkew(SKEWED, AT_25);
  if (!put.ok || !call.ok || !riskReversal.ok || !butterfly.ok) throw new Error('the smile is a plain one');
  expect(riskReversal.value).toBe(call.value.vol - put.value.vol);
  expect(riskReversal.value).toBeLessThan(0);
  expect(butterfly.value).toBeCloseTo(
    (smileVol(SKEWED, call.value.k) + smileVol(SKEWED, put.value.k)) / 2 - smileVol(SKEWED, 0),
    15,
  );
  const mixon = normalisedSkew(SKEWED, FORWARD_DELTA);
  expect(mixon.ok && mixon.value).toBeGreaterThan(0);
});

it('has no skew of any kind on a flat smile', () => {
  for (const convention of [FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA]) {
    const skew = deltaSkew(flatSmile(0.55, 30 / 365), { delta: 0.1, convention, centre: 'delta-neutral' });
    expect(skew.riskReversal).toEqual({ ok: true, value: 0 });
    expect(skew.butterfly).toEqual({ ok: true, value: 0 });
  }
});

it('turns the sign of the risk reversal when a steep smile is mirrored', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      fc.double({ min: 0.05, max: 0.3, noNaN: true }),
      (tilt, b) => {
        const smile = plainSvi({ a: 0.003, b: b * 0.1, rho: -tilt, m: 0, sigma: 0.1 }, 0.1);
        const [here, there] = [deltaSkew(smile, AT_25), deltaSkew(mirrored(smile), AT_25)];
        expect(here.riskReversal.ok && here.riskReversal.value).toBeLessThan(0);
        expect(there.riskReversal.ok && there.riskReversal.value).toBeGreaterThan(0);
      },
    ),
  );
});

it('keeps the put when only the call does not exist', () => {
  const skew = deltaSkew(flatSmile(1.5, 1), {
    delta: 0.25,
    convention: PREMIUM_ADJUSTED_DELTA,
    centre: 'delta-neutral',
  });
  expect(skew.put.ok).toBe(true);
  expect(skew.call).toEqual({ ok: false, error: 'does-not-exist' });
  expect(skew.riskReversal).toEqual({ ok: false, error: 'does-not-exist' });
});

it('measures wings against each other, and leaves a ratio to nothing out', () => {
  const at = (delta: number): ReturnType<typeof deltaSkew> => deltaSkew(SKEWED, { ...AT_25, delta });
  const ratios = wingRatios(at(0.1), at(0.25));
  if (!ratios.ok) throw new Error(ratios.error);
  expect(ratios.value.put).toBeGreaterThan(1);
  expect(ratios.value.riskReversal).toBeGreaterThan(1);
  const flat = deltaSkew(flatSmile(0.5, 0.1), AT_25);
  expect(wingRatios(flat, flat)).toEqual({
    ok: true,
    value: { put: 1, call: 1, riskReversal: null, butterfly: null },
  });
});

it('differentiates vol along the smile as central differences do', () => {
  const [years, h] = [30 / 365, 1e-4];
  for (const k of [-0.2, 0, 0.05]) {
    const shape = smileShape(SKEWED, k);
    const [down, mid, up] = [smileVol(SKEWED, k - h), smileVol(SKEWED, k), smileVol(SKEWED, k + h)];
    const sd = smileVol(SKEWED, 0) * Math.sqrt(years);
    expect(shape.slope).toBeCloseTo((up - down) / (2 * h), 5);
    expect(shape.curvature).toBeCloseTo((up - 2 * mid + down) / (h * h), 3);
    expect(shape.standardisedSlope / shape.slope).toBeCloseTo(sd, 14);
    expect(shape.standardisedCurvature / shape.curvature).toBeCloseTo(sd * sd, 14);
    expect(shape.rootTimeSlope / shape.slope).toBeCloseTo(Math.sqrt(years), 14);
  }
});
