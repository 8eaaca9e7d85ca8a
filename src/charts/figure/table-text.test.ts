import { expect, it } from 'vitest';
import type { DataTable } from './data-table.ts';
import { commaSeparated, tabSeparated } from './table-text.ts';

const table: DataTable = {
  columns: [
    { id: 'name', label: 'instrument', decimals: null },
    { id: 'bid', label: 'bid, vol points', decimals: 1 },
  ],
  rows: [
    { id: 'a', cells: ['BTC-31JUL26-57000-P', 43.912345] },
    { id: 'b', cells: ['says "no", twice', null] },
    { id: 'c', cells: ['=HYPERLINK("x")', -1.5] },
  ],
};
const caption = { source: 'Deribit BTC', time: '2026-07-08 03:47:35 UTC', convention: 'Black-76, ACT/365F' };

it('writes full precision, leaves a missing number empty and names the origin in every row', () => {
  const lines = commaSeparated(table, caption).split('\r\n');
  expect(lines[0]).toBe('instrument,"bid, vol points",source,time,convention');
  expect(lines[1]).toBe(
    'BTC-31JUL26-57000-P,43.912345,Deribit BTC,2026-07-08 03:47:35 UTC,"Black-76, ACT/365F"',
  );
  expect(lines[2]).toContain('"says ""no"", twice",,Deribit BTC');
});

it('hands a spreadsheet no formula', () => {
  expect(commaSeparated(table, caption)).toContain(`"'=HYPERLINK(""x"")",-1.5`);
  expect(tabSeparated(table).split('\n')[3]).toBe(`'=HYPERLINK("x")\t-1.5`);
});

it('keeps a row on its line whatever its texts hold', () => {
  const broken: DataTable = { ...table, rows: [{ id: 'a', cells: ['two\nlines\there', 1] }] };
  expect(tabSeparated(broken)).toBe('instrument\tbid, vol points\ntwo lines here\t1');
});
