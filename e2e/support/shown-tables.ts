import type { Locator } from '@playwright/test';

/** One table as it stands on the screen, every cell in words. */
export interface ShownTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every table of a part of the page; a cell over several columns holds words in place of figures, so it counts as empty. */
export async function shownTables(part: Locator): Promise<readonly ShownTable[]> {
  return part.locator('table').evaluateAll((tables) => {
    const words = (node: Element | null | undefined): string => (node?.textContent ?? '').trim();
    const pointed = (node: Element | null): string =>
      words(document.getElementById(node?.getAttribute('aria-labelledby') ?? ''));
    const wide = (cell: Element): number => Number(cell.getAttribute('colspan') ?? '1');
    const spread = (row: Element): string[] =>
      [...row.children].flatMap((cell) =>
        wide(cell) > 1 ? Array.from({ length: wide(cell) }, () => '') : [words(cell)],
      );
    return tables.map((table) => ({
      name:
        table.getAttribute('aria-label') ??
        (pointed(table) || words(table.querySelector('caption')) || pointed(table.closest('section'))),
      columns: [...table.querySelectorAll('thead tr:last-child th')].map(words),
      rows: [...table.querySelectorAll('tbody tr')].map(spread),
    }));
  });
}

/** All figures in a cell: none where it is empty or a dash, two where it is an interval. */
export function figuresOf(cell: string): readonly string[] {
  const plain = cell.replaceAll(/(?<=\d)[\u202f\u00a0](?=\d{3})/gu, '').replaceAll('−', '-');
  return plain.match(/[+-]?\d+(?:\.\d+)?/g) ?? [];
}

/** Whether a printed figure is this number at the precision it is printed with. */
export function isPrinted(figure: string, value: number): boolean {
  const decimals = figure.split('.')[1]?.length ?? 0;
  return Math.abs(Number(figure) - value) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(value));
}
