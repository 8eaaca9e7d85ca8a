import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

/** Real market days, kept outside the project. */
const DAYS = '../shared/data/recordings';
const days = existsSync(DAYS)
  ? readdirSync(DAYS).filter((name) => /^deribit-.*\.jsonl\.gz$/.test(name) && !name.includes('orderbooks'))
  : [];

interface PrintedReport {
  readonly counts: { readonly instruments: number; readonly quotesUsed: number };
  readonly expiries: readonly {
    readonly forward: number;
    readonly atmVol: number | null;
    readonly delta25: { readonly riskReversal: number | null };
    readonly fit: { readonly quotes: number } | null;
  }[];
}

function printedReport(file: string, underlying: string): PrintedReport {
  const words = ['run', '--silent', 'report', '--', file, '--underlying', underlying, '--format', 'json'];
  return JSON.parse(execFileSync('npm', words, { maxBuffer: 1 << 28 }).toString()) as PrintedReport;
}

const numberOf = (text: string | undefined): number | null => {
  const digits = (text ?? '').replaceAll('−', '-').replaceAll(/[^\d.-]/g, '');
  return /\d/.test(digits) ? Number(digits) : null;
};

test.skip(days.length === 0, `real market days are looked for in ${DAYS}, which is not there`);

for (const day of days) {
  for (const underlying of ['BTC', 'ETH']) {
    test(`${day}: the page shows the figures of the report for ${underlying}`, async ({ page, smirk }) => {
      await standInVenue(page);
      await smirk.open(`?underlying=${underlying}`);
      await smirk.openFile(join(DAYS, day));
      await expect(smirk.status).toContainText(`Replay · ${day}`);
      const position = page.getByRole('slider', { name: 'Replay position' });
      const report = printedReport(join(DAYS, day), underlying);
      await expect
        .poll(async () => {
          if ((await position.count()) > 0) await position.press('End');
          return (await smirk.expiryFigures()).map((row) => numberOf(row['Forward']));
        })
        .toEqual(
          report.expiries.map(({ forward }) => {
            const decimals = forward >= 1000 ? 0 : forward >= 10 ? 2 : 4;
            return Number(forward.toFixed(decimals));
          }),
        );
      const { quotesUsed, instruments } = report.counts;
      const used = (await smirk.status.textContent())?.replaceAll(/[\s,]/gu, '') ?? '';
      expect(used).toContain(`${quotesUsed}of${instruments}quotesused`);
      const rows = await smirk.expiryFigures();
      let compared = 0;
      for (const [i, { atmVol, delta25, fit }] of report.expiries.entries()) {
        const row = rows[i]!;
        if (fit === null) continue;
        expect(numberOf(row['ATM vol'])).toBe(atmVol === null ? null : Number((100 * atmVol).toFixed(1)));
        const shown = numberOf(row['Risk reversal']);
        if (delta25.riskReversal === null) expect(shown).toBeNull();
        else {
          const decimals = row['Risk reversal']!.split('.')[1]?.length ?? 0;
          expect(Math.abs(shown! - 100 * delta25.riskReversal)).toBeLessThan(0.5 * 10 ** -decimals + 1e-9);
        }
        expect(numberOf(row['Quotes'])).toBe(fit.quotes);
        compared++;
      }
      expect(compared).toBeGreaterThanOrEqual(6);
      await expect(smirk.main).not.toContainText('NaN');
      await expect(smirk.figures).toHaveCount(3);
    });
  }
}
