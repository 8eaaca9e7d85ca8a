import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { analyseChain } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { type StandardFloor, standardFloor } from '#analytics/protection/standard-floor.ts';
import type { Report } from '#analytics/report.ts';
import { epochMs } from '#base/time.ts';
import { loadChain } from '#cli/load-chain.ts';
import { type Claim, type Comparison, compareClaims } from './support/claims.ts';
import { recordingText } from './support/recording-files.ts';
import {
  contractClaims,
  dataClaims,
  overviewClaims,
  residualClaims,
  skewClaims,
  smileClaims,
  surfaceClaims,
  termClaims,
} from './support/report-claims.ts';
import { figuresOf, type ShownTable, shownTables } from './support/shown-tables.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import { expect, test } from './support/smirk-test.ts';

const DAY = '../shared/data/recordings/deribit-2026-07-08.jsonl.gz';

/** The last snapshot of a file as the command line reads it. */
async function reportOf(path: string): Promise<{ report: Report; floors: StandardFloor }> {
  const chain = await loadChain(path, 'BTC');
  if (!chain.ok) throw new Error(chain.error);
  const report = analyseChain(chain.value, DEFAULT_SETTINGS);
  return { report, floors: standardFloor(chain.value, report) };
}

async function goTo(smirk: SmirkPage, panel: string): Promise<readonly ShownTable[]> {
  const { page, main } = smirk;
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('link', { name: panel }).click();
  await expect(page.getByRole('navigation').locator('[aria-current=page]')).toHaveText(panel);
  await expect(main.locator('table').first()).toBeAttached();
  await expect(page.getByText('Being read …')).toHaveCount(0);
  if (!['Data', 'Protection'].includes(panel)) {
    await expect(smirk.figures.first()).toBeVisible();
    await page.keyboard.press('d');
    await expect(main.getByRole('region', { name: /^Data of / }).first()).toBeVisible();
  }
  return shownTables(main);
}

/** The contracts that a table lists. */
function instrumentsIn(tables: readonly ShownTable[], name: string, column: string): ReadonlySet<string> {
  const shown = tables.find((table) => table.name === name);
  const place = shown?.columns.indexOf(column) ?? -1;
  return new Set(shown?.rows.map((row) => row[place] ?? ''));
}

/** The long table keeps only the rows in view: scrolls through it and gathers them. */
async function allContracts(table: Locator): Promise<readonly ShownTable[]> {
  const rows = new Map<string, readonly string[]>();
  const wanted = Number(await table.getAttribute('aria-rowcount')) - 1;
  let columns: readonly string[] = [];
  for (let screen = 0; rows.size < wanted && screen < 400; screen += 1) {
    const [shown] = await shownTables(table.locator('xpath=..'));
    columns = shown?.columns ?? [];
    for (const row of shown?.rows ?? []) if (row[0] && row.length === columns.length) rows.set(row[0], row);
    await table.evaluate(async (node, at) => {
      let scroller: Element | null = node;
      while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1)
        scroller = scroller.parentElement;
      const window = scroller ?? document.documentElement;
      window.scrollTop = at * window.clientHeight * 0.7;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, screen + 1);
  }
  return [{ name: 'Contracts', columns, rows: [...rows.values()] }];
}

/** Walks every panel and compares what it shows with the report; every fault names its panel. */
async function walk(smirk: SmirkPage, report: Report, floors: StandardFloor): Promise<Comparison> {
  const faults: string[] = [];
  let equal = 0;
  const note = (panel: string, tables: readonly ShownTable[], claims: readonly Claim[], keys?: string[]) => {
    expect(claims.length, `${panel} has claims`).toBeGreaterThan(0);
    const compared = compareClaims(tables, claims, keys);
    faults.push(...compared.faults.map((fault) => `${panel}: ${fault}`));
    equal += compared.equal;
  };

  const overview = await goTo(smirk, 'Overview');
  note('Overview', overview, overviewClaims(report, floors));
  note('Overview', overview, smileClaims(report, instrumentsIn(overview, 'Smile', 'instrument')), [
    'instrument',
  ]);
  note('Overview', overview, dropClaims(report, overview));

  const smile = await goTo(smirk, 'Smile');
  const drawn = instrumentsIn(smile, 'Smile', 'instrument');
  expect(drawn.size).toBeGreaterThan(30);
  note('Smile', smile, [...smileClaims(report, drawn), ...residualClaims(report, drawn)], ['instrument']);

  const skew = await goTo(smirk, 'Skew');
  note('Skew', skew, skewClaims(report));
  note('Skew', skew, acrossClaims(report, skew));

  note('Term', await goTo(smirk, 'Term'), termClaims(report));

  const surface = await goTo(smirk, 'Surface');
  note('Surface', surface, surfaceClaims(report, printedAs(surface, 'Volatility surface', 'strike')), [
    'expiry',
    'strike',
    'side',
  ]);
  note('Surface', surface, matrixClaims(report, surface));

  note('Density', ...(await densityWalk(smirk, report)));
  note('Protection', ...(await protectionWalk(smirk, report)));

  note('Data', await goTo(smirk, 'Data'), dataClaims(report));
  const contracts = await allContracts(smirk.main.getByRole('table', { name: 'Contracts' }));
  expect(contracts[0]?.rows.length).toBe(report.counts.instruments);
  note('Data', contracts, contractClaims(report));
  return { faults, equal };
}

/** Counts by reason, and their sum: what is not used is left out for a reason. */
function dropClaims({ counts }: Report, tables: readonly ShownTable[]): readonly Claim[] {
  const table = 'Contracts left out of the fits, by reason';
  const shown = tables.find(({ name }) => name === table);
  const said = (shown?.rows ?? []).map((row) => Number(figuresOf(row[1] ?? '')[0]));
  expect(said.toSorted((a, b) => a - b)).toEqual(
    Object.values(counts.dropped)
      .filter((count) => count > 0)
      .toSorted((a, b) => a - b),
  );
  return [{ table, row: [['']], column: '', value: null }];
}

/** Definitions that the report holds itself, at every expiry of the comparison and at constant tenors. */
function acrossClaims(report: Report, tables: readonly ShownTable[]): readonly Claim[] {
  const table = 'The same definitions at the expiries drawn and at constant tenors';
  const columns = tables.find(({ name }) => name === table)?.columns.slice(1) ?? [];
  return columns.flatMap((column) => {
    const expiry = report.expiries.find(({ label }) => label === column || label.startsWith(`${column} `));
    const tenor = report.constantMaturity.find(({ days }) => `${days}D` === column);
    const reversal = expiry?.delta25.riskReversal ?? tenor?.riskReversal25 ?? null;
    const value = reversal === null ? null : 100 * reversal;
    const slope = expiry?.skewSlope ?? null;
    return [
      { table, row: [['Risk reversal']], column, value },
      { table, row: [['Put − call skew']], column, value: value === null ? null : -value },
      { table, row: [['Slope in k']], column, value: slope === null ? null : 100 * slope },
    ];
  });
}

/** Finds how a strike is printed in a column. */
function printedAs(tables: readonly ShownTable[], name: string, column: string): (strike: number) => string {
  const shown = tables.find((table) => table.name === name);
  const place = shown?.columns.indexOf(column) ?? -1;
  const texts = new Map(
    (shown?.rows ?? []).map((row) => [Number(figuresOf(row[place] ?? '')[0]), row[place]]),
  );
  return (strike) => texts.get(strike) ?? String(strike);
}

/** Fitted vols at fixed strikes. */
function matrixClaims(report: Report, tables: readonly ShownTable[]): readonly Claim[] {
  const shown = tables.find(({ columns }) => columns[0] === 'Strike');
  const listed = new Set(report.points.map(({ expiry, strike }) => `${expiry} ${strike}`));
  return report.points.flatMap(({ expiry, strike, fitVol }) => {
    const label = report.expiries.find((one) => one.expiry === expiry)?.label ?? '';
    const column = shown?.columns.find((name) => label === name || label.startsWith(`${name} `));
    const row = shown?.rows.find(([name]) => Number(figuresOf(name ?? '')[0]) === strike);
    if (shown === undefined || column === undefined || row === undefined) return [];
    if (!listed.has(`${expiry} ${strike}`)) return [];
    const value = fitVol === null ? null : 100 * fitVol;
    return [{ table: shown.name, row: [[row[0] ?? '']], column, value }];
  });
}

async function densityWalk(smirk: SmirkPage, report: Report): Promise<[ShownTable[], Claim[]]> {
  const tables = await goTo(smirk, 'Density');
  const shown = tables.find(({ columns }) => columns.includes('Level, % of forward'));
  const claims = (shown?.rows ?? []).flatMap(([name = '']) => {
    const expiry = report.expiries.find(({ label }) => label === name || label.startsWith(`${name} `));
    const of = (column: string, value: number | null | undefined): Claim => ({
      table: shown?.name ?? '',
      row: [[name]],
      column,
      value: value ?? null,
    });
    return [of('Forward', expiry?.forward), of('Days', expiry && 365 * expiry.years)];
  });
  return [[...tables], claims];
}

async function protectionWalk(smirk: SmirkPage, report: Report): Promise<[ShownTable[], Claim[]]> {
  await goTo(smirk, 'Protection');
  const traded = smirk.main.getByRole('table', { name: 'What is traded' });
  await expect(traded).toBeAttached();
  const tables = await shownTables(smirk.main);
  const shown = tables.find(({ name }) => name === 'What is traded');
  const claims = (shown?.rows ?? []).flatMap(([name = '', side]) => {
    const point = report.points.find(({ instrument }) => instrument === name);
    const best = side === 'buy' ? point?.askVol : point?.bidVol;
    const of = (column: string, vol: number | null | undefined): Claim => ({
      table: 'What is traded',
      row: [[name]],
      column,
      value: vol === null || vol === undefined ? null : 100 * vol,
    });
    // A bill's middle lies halfway between the vols of bid and ask, so that half a spread is the same either way.
    const middle =
      point && point.bidVol !== null && point.askVol !== null ? (point.bidVol + point.askVol) / 2 : null;
    return [of('Middle vol', middle), of('Best vol', best)];
  });
  return [[...tables], claims];
}

async function openAtEnd(page: Page, smirk: SmirkPage, path: string, { asOf }: Report): Promise<void> {
  await page.route(/^https:/, (route) => route.abort());
  await smirk.open('?market=sample-still');
  await smirk.openFile(path);
  await expect(smirk.status).toContainText('Replay');
  const position = page.getByRole('slider', { name: 'Replay position' });
  await expect
    .poll(async () => {
      if ((await position.count()) > 0) await position.press('End');
      return smirk.status.textContent();
    })
    .toContain(new Date(asOf).toISOString().slice(0, 19).replace('T', ' '));
}

async function expectCounts(smirk: SmirkPage, { counts }: Report): Promise<void> {
  await expect
    .poll(async () => ((await smirk.status.textContent()) ?? '').replaceAll(/[\s,]/gu, ''))
    .toContain(`${counts.quotesUsed}of${counts.instruments}quotesused`);
}

test('every number on every panel is the report’s, for a recording of the simulator', async ({
  page,
  smirk,
}, info) => {
  test.setTimeout(180_000);
  const path = info.outputPath('walk.jsonl');
  const startedAt = epochMs(Date.parse('2026-07-08T03:47:35Z'));
  await writeFile(path, recordingText({ seed: 11, startedAt, frames: 3, everyMs: 60_000 }));
  const { report, floors } = await reportOf(path);
  await openAtEnd(page, smirk, path, report);
  await expectCounts(smirk, report);
  const { faults, equal } = await walk(smirk, report, floors);
  expect(faults).toEqual([]);
  expect(equal).toBeGreaterThan(4500);

  // A walk that could not find a fault would prove nothing: a tenth of a vol point is found at every expiry.
  const bent = report.expiries.map((expiry) =>
    Object.assign({}, expiry, { atmVol: (expiry.atmVol ?? 0) + 0.001 }),
  );
  const term = await goTo(smirk, 'Term');
  const found = compareClaims(term, termClaims({ ...report, expiries: bent })).faults;
  expect(found.filter((fault) => fault.includes('ATM vol')).length).toBe(report.expiries.length);
});

test('every number on every panel is the report’s, for a real day', async ({ page, smirk }) => {
  test.skip(!existsSync(DAY), `a real market day is looked for at ${DAY}, which is not there`);
  test.setTimeout(240_000);
  const { report, floors } = await reportOf(DAY);
  await openAtEnd(page, smirk, DAY, report);
  await expectCounts(smirk, report);
  const { faults, equal } = await walk(smirk, report, floors);
  expect(faults).toEqual([]);
  expect(equal).toBeGreaterThan(10_000);
});
