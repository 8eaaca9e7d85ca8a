import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import type { ProtectionReport } from '#analytics/protection/protection-report.ts';
import type { Report } from '#analytics/report.ts';
import type { Result } from '#base/result.ts';
import { runReport } from './run-report.ts';

const AT = Date.UTC(2026, 6, 8, 12);
const SUMMARY = 'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?kind=option&currency=';

/** Rough prices of a rough smile are enough here: what is tested is the way from a file to text. */
function bookSummary(coin: string, forward: number, strikes: readonly number[]): string {
  const result = strikes.flatMap((strike) =>
    (['C', 'P'] as const).map((right) => {
      const intrinsic = Math.max(right === 'C' ? 1 - strike / forward : strike / forward - 1, 0);
      const mark = intrinsic + 0.045 * Math.exp(-90 * Math.log(strike / forward) ** 2);
      return {
        instrument_name: `${coin}-31JUL26-${strike}-${right}`,
        bid_price: Math.round((mark - 0.0005) * 2000) / 2000,
        ask_price: Math.round((mark + 0.0005) * 2000) / 2000,
        mark_price: mark,
        mark_iv: 45,
        underlying_price: forward,
        underlying_index: 'SYN',
        creation_timestamp: AT,
      };
    }),
  );
  return JSON.stringify({ jsonrpc: '2.0', result });
}

const recording = [
  { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt: AT },
  ...[
    [
      'BTC',
      bookSummary('BTC', 62_000, [54_000, 56_000, 58_000, 60_000, 62_000, 64_000, 66_000, 68_000, 70_000]),
    ],
    ['ETH', bookSummary('ETH', 1750, [1500, 1600, 1700, 1750, 1800, 1900, 2000])],
  ].map(([coin, body]) => ({ at: AT, via: 'http', request: `${SUMMARY}${coin}`, body })),
]
  .map((line) => JSON.stringify(line))
  .join('\n');

let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smirk-report-'));
  writeFileSync(file('plain.jsonl'), recording);
  writeFileSync(file('zipped.jsonl.gz'), gzipSync(recording));
  writeFileSync(file('cut.jsonl.gz'), gzipSync(recording).subarray(0, 300));
  writeFileSync(file('notes.txt'), 'strikes and other notes');
  writeFileSync(file('empty.jsonl'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function textOf(printed: Result<string, string>): string {
  if (!printed.ok) throw new Error(printed.error);
  return printed.value;
}
const jsonOf = async (...args: readonly string[]): Promise<Report> =>
  JSON.parse(textOf(await runReport([...args, '--format', 'json']))) as Report;

describe('the report command', () => {
  it('prints the same report of a plain and of a compressed recording, of the first underlying by default', async () => {
    const plain = await jsonOf(file('plain.jsonl'));
    expect(await jsonOf(file('zipped.jsonl.gz'), '--underlying', 'BTC')).toEqual(plain);
    expect([plain.venue, plain.underlying, plain.asOf]).toEqual(['deribit', 'BTC', AT]);
    expect(plain.counts.instruments).toBe(18);
    expect((await jsonOf(file('plain.jsonl'), '--underlying', 'ETH')).counts.instruments).toBe(14);
  });

  it('prints every promised field of the JSON document', async () => {
    const report = await jsonOf(file('plain.jsonl'));
    const [expiry, point, tenor] = [report.expiries[0], report.points[0], report.constantMaturity[0]];
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        'venue',
        'underlying',
        'asOf',
        'counts',
        'expiries',
        'constantMaturity',
        'points',
      ]),
    );
    expect(Object.keys(expiry ?? {})).toEqual(
      expect.arrayContaining(
        'expiry label years forward parityForward discount atmVol dnsVol varianceSwapVol forwardVolFromPrevious delta25 delta10 skewSlope normalisedSkew fit'.split(
          ' ',
        ),
      ),
    );
    expect(Object.keys(expiry?.delta25 ?? {})).toEqual(
      expect.arrayContaining(
        'putVol callVol putStrike callStrike riskReversal butterfly riskReversalInterval'.split(' '),
      ),
    );
    expect(Object.keys(expiry?.fit ?? {})).toEqual(
      expect.arrayContaining(
        'model parameters rmse insideBidAsk quotes converged butterflyFree minG calendarFree'.split(' '),
      ),
    );
    expect(Object.keys(tenor ?? {})).toEqual(
      expect.arrayContaining(['days', 'atmVol', 'riskReversal25', 'butterfly25']),
    );
    expect(Object.keys(point ?? {})).toEqual(
      'instrument expiry strike right k forward bidVol askVol midVol markVol venueMarkVol fitVol delta state reason'.split(
        ' ',
      ),
    );
  });

  it('prints one line of CSV a contract, with a line of names above', async () => {
    const lines = textOf(await runReport([file('plain.jsonl'), '--format', 'csv']))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1 + 18);
    expect(lines[0]).toMatch(/^instrument,expiry,strike,right,k,forward,bidVol/);
    expect(lines[1]?.split(',')[0]).toBe('BTC-31JUL26-54000-P');
  });

  it('prints a table whose columns line up', async () => {
    const text = textOf(await runReport([file('plain.jsonl'), '--delta', 'premium-adjusted']));
    expect(text).toContain('premium-adjusted delta');
    const lines = text.split('\n');
    const rule = lines.findIndex((line) => line.startsWith('─'));
    const columnEnds = [...(lines[rule] ?? '').matchAll(/─ /g)].map(({ index }) => index + 1);
    expect(columnEnds.length).toBeGreaterThan(10);
    for (const end of columnEnds) expect(lines[rule + 1]?.[end] ?? ' ').toBe(' ');
    expect(lines[rule + 1]).toContain('31 JUL 26');
  });

  it('prints the bill of a plan as a document, a table and CSV, the same figures in each', async () => {
    const args = [file('plain.jsonl'), '--protect', '10 BTC floor 90%F 31JUL26'];
    const report = JSON.parse(textOf(await runReport([...args, '--format', 'json']))) as ProtectionReport;
    expect([report.format, report.venue, report.underlying, report.asOf]).toEqual([
      'smirk-protection',
      'deribit',
      'BTC',
      AT,
    ]);
    const { bill } = report;
    expect(bill?.floorStrike).toBe(56_000);
    const strikeOver = 56_000 / 62_000;
    const mark = 0.045 * Math.exp(-90 * Math.log(strikeOver) ** 2);
    const ask = Math.round((mark + 0.0005) * 2000) / 2000;
    const fee = Math.min(0.0003, 0.125 * ask);
    expect(bill?.sizing.solved).toBeCloseTo(10 / (1 + ask + fee), 10);
    expect(report.everyExpiry).toHaveLength(1);
    const table = textOf(await runReport(args));
    expect(table).toContain('buy BTC-31JUL26-56000-P');
    expect(table).toContain((bill?.total.quote ?? 0).toFixed(2));
    const csv = textOf(await runReport([...args, '--format', 'csv']));
    expect(csv).toContain(`bill,total,${bill?.total.perUnit ?? ''},USD per unit held`);
    for (const line of csv.trimEnd().split('\n')) {
      const fields = line.replaceAll(/"([^"]|"")*"/g, '').split(',');
      expect(fields).toHaveLength(5);
    }
  });

  it('rolls a rolling plan through the whole file and says where no roll ended', async () => {
    const args = [file('plain.jsonl'), '--protect', '10 BTC floor 90% rolled weekly'];
    const report = JSON.parse(textOf(await runReport([...args, '--format', 'json']))) as {
      readonly programme: ProgrammeWalk;
    };
    expect(report.programme.records.map(({ every, totals }) => [every, totals])).toEqual([
      ['week', null],
      ['month', null],
      ['quarter', null],
    ]);
    const table = textOf(await runReport(args));
    expect(table).toContain('rolled through the recording:');
    const csv = textOf(await runReport([...args, '--format', 'csv']));
    for (const line of csv.trimEnd().split('\n')) {
      expect(line.replaceAll(/"([^"]|"")*"/g, '').split(',')).toHaveLength(5);
    }
    const fixed = textOf(await runReport([file('plain.jsonl'), '--protect', '10 BTC floor 90% 31JUL26']));
    expect(fixed).not.toContain('rolled through');
  });

  it('names why a plan has no bill, and takes the coin from the plan', async () => {
    const far = textOf(await runReport([file('plain.jsonl'), '--protect', '10 floor 20% 10d']));
    expect(far).toContain('no bill: no-strike');
    const eth = textOf(
      await runReport([file('plain.jsonl'), '--protect', '10 ETH put 1700 31JUL26', '--format', 'json']),
    );
    expect((JSON.parse(eth) as ProtectionReport).underlying).toBe('ETH');
  });

  it('explains itself with the grammar of plans', async () => {
    expect(textOf(await runReport(['--help']))).toContain('put spread LEVEL/LEVEL');
  });

  it.each([
    [['plain.jsonl', '--protect', '10 BTC flor 85% 30d'], /--protect: not understood: "flor"/],
    [['plain.jsonl', '--protect', 'BTC floor 85% 30d'], /--protect: a plan begins with an amount/],
    [['plain.jsonl', '--protect', '10 BTC floor 85%'], /--protect: a plan needs a horizon/],
    [['plain.jsonl', '--protect', '10 BTC 30d'], /--protect: a plan needs a floor/],
    [['plain.jsonl', '--protect', ''], /--protect was empty/],
    [['plain.jsonl', '--protect', '10 ETH floor 85% 30d', '--underlying', 'BTC'], /of ETH, the chain of BTC/],
    [['plain.jsonl', '--protect', '10 DOGE floor 85% 30d'], /no underlying "DOGE"/],
    [['absent.jsonl'], /absent\.jsonl: no such file$/],
    [['notes.txt'], /neither a recording nor a market file/],
    [['empty.jsonl'], /empty/],
    [['cut.jsonl.gz'], /cut off or damaged/],
    [['.'], /is a directory/],
    [['plain.jsonl', '--underlying', 'XRP'], /no underlying "XRP" in it, available: BTC, ETH/],
    [['plain.jsonl', '--format', 'xml'], /--format was "xml", known are json, table, csv/],
    [['plain.jsonl', '--delta', 'spot'], /--delta was "spot"/],
    [['plain.jsonl', '--colour'], /--colour/],
    [['plain.jsonl', 'notes.txt'], /one file at a time/],
    [[], /no file named; usage/],
  ] as const)('refuses %j in one clear line', async ([name, ...rest], words) => {
    const args = name === undefined ? [] : [file(name), ...rest];
    const printed = await runReport(args);
    expect(printed.ok ? printed.value : printed.error).toMatch(words);
    expect(printed.ok).toBe(false);
    expect(printed.ok || printed.error).not.toContain('\n');
  });
});
