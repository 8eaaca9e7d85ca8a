import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { expiryFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { checks } from './checks-view.ts';

const report = reportFixture([expiryFixture(30)]);
const receivedAt = (ms: number) => epochMs(report.asOf + ms);
const clockCheck = (...[at, clock]: [Parameters<typeof checks>[1], Parameters<typeof checks>[2]]) => {
  const check = checks(report, at, clock).find(({ name }) => name.includes('clock'));
  expect(check).toBeDefined();
  return check;
};

it('has no clock to check where nothing is received', () => {
  expect(clockCheck(null, null)?.verdict).toBe('open');
});

it('tells only the sum of delay and difference where the venue’s clock is not known', () => {
  expect(clockCheck(receivedAt(1200), null)).toMatchObject({ verdict: 'well', result: '+1.2 s.' });
  expect(clockCheck(receivedAt(90_000), null)).toMatchObject({ verdict: 'doubtful', result: '+90.0 s.' });
});

it('tells late data from a wrong clock where the venue’s clock is known', () => {
  const wrong = clockCheck(receivedAt(120_300), { skewMs: -120_000, marginMs: 40 });
  expect(wrong).toMatchObject({ verdict: 'doubtful' });
  expect(wrong?.result).toBe(
    'This device’s clock is wrong, or the venue’s is. The newest quote came +0.3 s after its stamp by the venue’s clock; this device’s clock is 120.0 s ahead, ± 0.0 s.',
  );
  const late = clockCheck(receivedAt(20_000), { skewMs: 100, marginMs: 40 });
  expect(late?.verdict).toBe('doubtful');
  expect(late?.result).toMatch(/^The data is late\. The newest quote came \+20\.1 s after/);
  expect(clockCheck(receivedAt(300), { skewMs: 100, marginMs: 40 })).toMatchObject({ verdict: 'well' });
});
