import type { Locator, Page } from '@playwright/test';
import { AXES } from '#state/selection.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { asFile, recordingText } from './support/recording-files.ts';
import { expect, test } from './support/smirk-test.ts';
import { OPENING, standInVenue } from './support/stand-in-venue.ts';

const SAMPLE = '?market=sample-still&panel=smile';

const figureOf = (page: Page): Locator => page.getByRole('main').getByRole('figure', { name: 'Smile' });
const crosshairOf = (page: Page): Locator => page.getByRole('slider', { name: 'Smile, crosshair' });
const queryOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

async function open(page: Page, query = SAMPLE): Promise<Locator> {
  await page.addInitScript(() => localStorage.setItem('smirk.hint-seen', 'yes'));
  await standInVenue(page, { how: { kind: 'refuse-connection' } });
  await page.goto(`/${query}`);
  const figure = figureOf(page);
  await expect(figure.locator('svg').first()).toBeVisible();
  return figure;
}

/** A place in the smile's own plot, by shares of the picture. */
async function pointIn(figure: Locator, across: number, down = 0.25): Promise<{ x: number; y: number }> {
  const picture = figure.locator('svg').first();
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not on screen');
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

/** Both ends of the part of the axis that the address keeps. */
async function zoomOf(page: Page): Promise<readonly [number, number]> {
  await expect.poll(() => queryOf(page).get('zoom')).not.toBeNull();
  const [, from = '', to = ''] = (queryOf(page).get('zoom') ?? '').replaceAll('d', '.').split('~');
  return [Number(from), Number(to)];
}

test('the panel is one link away and answers in one sentence, with its numbers as a table', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open();
  await page.getByRole('link', { name: 'Smile' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /vol at the forward \(.+ after the spread\)/,
  );
  const figure = figureOf(page);
  await figure.getByRole('button', { name: 'Show data' }).click();
  const table = figure.getByRole('table', { name: 'Smile' });
  for (const name of ['mid less fit, vol points', 'mid less fit, half-spreads', 'open interest, BTC'])
    await expect(table.getByRole('columnheader', { name })).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(40);
});

test('contracts in the money are drawn only when asked for', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Show data' }).click();
  const rows = figure.getByRole('table').getByRole('row');
  const few = await rows.count();
  await page.getByRole('radio', { name: 'All' }).check({ force: true });
  await expect.poll(async () => rows.count()).toBeGreaterThan(few);
  expect(queryOf(page).get('sides')).toBe('all');
});

test('strips of residuals and activity are chosen by name and kept in the address', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.getByText('Mid less fit, vol points; bars: bid to ask')).toBeVisible();
  await page
    .getByRole('group', { name: 'Residuals' })
    .getByRole('radio', { name: 'Half-spreads' })
    .check({ force: true });
  await expect(figure.getByText(/^Mid less fit, in half-spreads/)).toBeVisible();
  await page
    .getByRole('group', { name: 'By strike' })
    .getByRole('radio', { name: 'Off' })
    .check({ force: true });
  await expect(figure.getByText('Open interest, BTC')).toHaveCount(0);
  await page.reload();
  await expect(figure.getByText(/^Mid less fit, in half-spreads/)).toBeVisible();
  await expect(figure.getByText('Open interest, BTC')).toHaveCount(0);
});

test('the wheel zooms, dragging moves, and the reset brings the whole smile back', async ({ page }) => {
  const figure = await open(page);
  const at = await pointIn(figure, 0.5);
  await page.mouse.move(at.x, at.y);
  // A wheel that has just moved the page would go on moving it.
  await page.waitForTimeout(400);
  await page.mouse.wheel(0, -500);
  const [from, to] = await zoomOf(page);
  expect(to - from).toBeLessThan(5);
  await page.mouse.down();
  await page.mouse.move(at.x + 150, at.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await zoomOf(page))[0]).toBeLessThan(from);
  const [movedFrom, movedTo] = await zoomOf(page);
  expect(movedTo - movedFrom).toBeCloseTo(to - from, 4);
  expect(queryOf(page).has('pins'), 'a drag pins nothing').toBe(false);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Whole smile' })).toBeEnabled();
  expect(await zoomOf(page)).toEqual([movedFrom, movedTo]);
  await page.getByRole('button', { name: 'Whole smile' }).click();
  await expect.poll(() => queryOf(page).has('zoom')).toBe(false);
});

test('keys alone zoom, move and reset, and walk the strikes that are left', async ({ page }) => {
  await open(page);
  await page.keyboard.press('+');
  const [from, to] = await zoomOf(page);
  await page.keyboard.press(']');
  await expect.poll(async () => (await zoomOf(page))[0]).toBeGreaterThan(from);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(async () => (await zoomOf(page))[1]).toBeGreaterThan(to);
  await crosshairOf(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', /strike .*half-spreads/);
  await page.keyboard.press('0');
  await expect.poll(() => queryOf(page).has('zoom')).toBe(false);
});

test('a wheel at the widest view goes on to the page', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 600 });
  const figure = await open(page);
  await page.keyboard.press('-');
  for (let i = 0; i < 8; i++) await page.keyboard.press('-');
  const at = await pointIn(figure, 0.5, 0.1);
  await page.mouse.move(at.x, at.y);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await expect.poll(async () => page.evaluate(() => scrollY)).toBeGreaterThan(before);
});

test('pins at strikes and between them outlive a change of axis, of panel, and a reload', async ({
  page,
}) => {
  const figure = await open(page, `${SAMPLE}&expiries=20260731-0800&zoom=log~0d002~0d008&axis=log`);
  const at = await pointIn(figure, 0.5);
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => queryOf(page).get('pins')).toMatch(/^20260731-0800~\d+/);
  const between = queryOf(page).get('pins');
  await page.getByRole('button', { name: 'Whole smile' }).click();
  await page.getByRole('radio', { name: 'Strike' }).check({ force: true });
  await crosshairOf(page).focus();
  await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', /pinned/);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => queryOf(page).get('pins')?.split('.').length).toBe(2);
  const both = queryOf(page).get('pins');
  expect(both?.startsWith(between ?? '?')).toBe(true);
  await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', /fit [+−]?\d+\.\d from pinned 31 JUL/);
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('figure', { name: 'Term structure' })).toBeVisible();
  expect(queryOf(page).get('pins')).toBe(both);
  await page.getByRole('link', { name: 'Smile' }).click();
  await page.reload();
  await expect(figure).toBeVisible();
  await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', /from pinned 31 JUL/);
  expect(queryOf(page).get('pins')).toBe(both);
});

/** Crosshairs that show a pin of the smile, panel by panel; the address alone carries it through the others. */
const PINNED_ON = [
  ['Overview', ['Smile', '25Δ risk reversal', 'Term structure']],
  ['Skew', ['25Δ risk reversal by expiry', '25Δ butterfly by expiry', 'Vol by expiry and delta']],
  ['Term', ['Term structure of vol']],
  ['Surface', ['Volatility surface']],
  ['Protection', []],
  ['Data', []],
  ['Density', ['Risk-neutral density', 'Chance of ending below']],
] as const;

test('a point pinned with keys alone is shown by every panel with a crosshair, and after a reload', async ({
  page,
}) => {
  // Eight panels are opened, each from its own file.
  test.slow();
  await open(page, `${SAMPLE}&expiries=20260731-0800`);
  await crosshairOf(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => queryOf(page).get('pins')).toMatch(/^20260731-0800~\d+$/);
  const pins = queryOf(page).get('pins') ?? '';
  const strike = Number(pins.split('~')[1]).toLocaleString('en').replace(',', '\\s');
  const shown = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      const crosshair = page.getByRole('slider', { name: `${name}, crosshair`, exact: true });
      await expect(crosshair).toHaveAttribute('aria-valuetext', /31 JUL.*; pinned$/);
    }
  };
  await shown(['Smile']);
  await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', new RegExp(`strike ${strike} `));
  for (const [panel, names] of PINNED_ON) {
    const link = page.getByRole('navigation').getByRole('link', { name: panel, exact: true });
    await link.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await shown(names);
    expect(queryOf(page).get('pins'), panel).toBe(pins);
  }
  await page.reload();
  await shown(['Risk-neutral density', 'Chance of ending below']);
  await page.getByRole('navigation').getByRole('link', { name: 'Smile', exact: true }).press('Enter');
  await shown(['Smile']);
  expect(queryOf(page).get('pins')).toBe(pins);
});

test('another expiry is drawn in dashes, with the difference below and in the table', async ({ page }) => {
  const figure = await open(page);
  await page.getByLabel('Compare with').selectOption({ label: '25 SEP, 79d' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    / less 25 SEP: .+ vol points at the forward/,
  );
  await expect(figure.getByText(/^A − B, vol points, at the same expected moves/)).toBeVisible();
  await expect(figure.getByText(/B, dashed: 25 SEP\./)).toBeVisible();
  expect(queryOf(page).get('compare')).toBe('expiry~20260925-0800');
  await page.reload();
  await expect(figure.getByText(/^A − B, vol points/)).toBeVisible();
  await figure.getByRole('button', { name: 'Show data' }).click();
  await expect(figure.getByRole('columnheader', { name: 'A − B from, vol points' })).toBeVisible();
  await page.getByLabel('Compare with').selectOption({ label: 'nothing' });
  await expect(figure.getByText(/^A − B, vol points/)).toHaveCount(0);
});

test('another time of a recording is held against the frame on screen', async ({ page, smirk }) => {
  await open(page);
  const text = recordingText({ seed: 4, startedAt: OPENING, frames: 4, everyMs: 3_600_000 });
  await smirk.openFile(asFile('four-hours.jsonl', text));
  await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
  await page.getByLabel('Compare with').selectOption({ label: '22 NOV 17:00:00' });
  const figure = figureOf(page);
  await expect(figure.getByText('A, solid: 14:00:00 UTC. B, dashed: 17:00:00 UTC.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/, A less B: /);
  await page.getByRole('button', { name: 'Next snapshot' }).click();
  await expect(figure.getByText('A, solid: 15:00:00 UTC. B, dashed: 17:00:00 UTC.')).toBeVisible();
  await crosshairOf(page).press('ArrowRight');
  await page.keyboard.press('w');
  const why = page.getByRole('dialog');
  await expect(why).toContainText('chain of 2026-11-22 15:00:00 UTC');
  await why.getByRole('radio', { name: 'B', exact: true }).check();
  await expect(why).toContainText('chain of 2026-11-22 17:00:00 UTC');
  await page.keyboard.press('Escape');
  expect(queryOf(page).get('compare')).toBe(`time~${OPENING + 3 * 3_600_000}`);
});

test('what cannot be compared is said in words', async ({ page }) => {
  await open(page, `${SAMPLE}&compare=venue~okx`);
  await expect(page.getByText('Another venue can be compared with a live market only.')).toBeVisible();
  await page.goto(`/${SAMPLE}&compare=time~1783482455123`);
  await expect(page.getByText(/within a recording only/)).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap points and a button tells why, the same tap again pins, two fingers zoom', async ({ page }) => {
    const figure = await open(page);
    const at = await pointIn(figure, 0.4);
    await page.touchscreen.tap(at.x, at.y);
    await expect(crosshairOf(page)).toHaveAttribute('aria-valuetext', /strike/);
    expect(queryOf(page).has('pins')).toBe(false);
    await page.touchscreen.tap(at.x, at.y);
    await expect.poll(() => queryOf(page).get('pins')).toMatch(/~\d+/);
    await figure.getByRole('button', { name: 'Why this number' }).tap();
    const why = page.getByRole('dialog', { name: /^BTC-/ });
    await expect(why.getByRole('heading', { name: 'Raw message' })).toBeVisible();
    await why.getByRole('button', { name: 'Close' }).tap();
    await expect(why).toBeHidden();
    const again = await pointIn(figure, 0.4);
    const session = await page.context().newCDPSession(page);
    const fingers = async (type: 'touchStart' | 'touchMove', apart: number): Promise<void> => {
      const touchPoints = [again.x - apart, again.x + apart].map((x, id) => ({ x, y: again.y, id }));
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await fingers('touchStart', 25);
    for (const apart of [35, 50, 65, 80]) await fingers('touchMove', apart);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const [from, to] = await zoomOf(page);
    expect(to - from).toBeLessThan(5);
    await page.getByRole('button', { name: 'Controls' }).tap();
    await page.getByRole('button', { name: 'Whole smile' }).tap();
    await expect.poll(() => queryOf(page).has('zoom')).toBe(false);
  });
});

test('nothing overlaps and nothing scrolls sideways on any axis, wide or narrow', async ({ page }) => {
  test.slow();
  const figure = await open(page, `${SAMPLE}&compare=expiry~20260925-0800&residual=spread`);
  await expect(figure.getByText(/^A − B, vol points/)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const axis = figure.getByRole('group', { name: 'Axis' }).getByRole('radio');
  for (let chosen = 0; chosen < AXES.length; chosen += 1) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await axis.nth(chosen).check();
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => sidewaysOverflow(page)).toEqual([]);
      await expect.poll(async () => overlappingTexts(page)).toEqual([]);
    }
  }
});

test('axe finds nothing in either theme', async ({ page }) => {
  const figure = await open(page, `${SAMPLE}&expiries=20260731-0800`);
  await figure.getByRole('button', { name: 'Show data' }).click();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});
