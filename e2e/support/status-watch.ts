import type { Page } from '@playwright/test';

/** What the status line said at an instant; `ageS` is null where it named no age. */
export interface StatusSample {
  readonly at: number;
  readonly text: string;
  readonly ageS: number | null;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };
const EVERY_MS = 100;

/** Notes what the status line says ten times a second, in the page itself, until the page is gone. */
export async function watchStatus(page: Page): Promise<void> {
  await page.evaluate((everyMs) => {
    const said: { at: number; text: string }[] = [];
    Object.assign(globalThis, { smirkStatus: said });
    setInterval(() => {
      const text = document.querySelector('output, [role=status]')?.textContent ?? '';
      said.push({ at: Date.now(), text });
    }, everyMs);
  }, EVERY_MS);
}

/** Everything noted so far. */
export async function statusSamples(page: Page): Promise<readonly StatusSample[]> {
  const said = await page.evaluate(
    () => (globalThis as unknown as { smirkStatus: { at: number; text: string }[] }).smirkStatus,
  );
  return said.map(({ at, text }) => {
    const [, count, unit = 's'] = /(\d+) (s|min|h) old/.exec(text) ?? [];
    return { at, text, ageS: count === undefined ? null : Number(count) * (UNITS[unit] ?? 1) };
  });
}
