import type { DataTable } from '#charts/figure/data-table.ts';
import type { TranslatorModel } from './translator.ts';

/** The translator as a file carries it: one line a definition, numbers in full precision. */
export function translatorTable({ lines }: TranslatorModel): DataTable {
  const words = (id: string, label: string) => ({ id, label, decimals: null });
  const number = (id: string, label: string) => ({ id, label, decimals: 3 });
  return {
    columns: [
      words('definition', 'definition'),
      words('alias', 'known as'),
      number('value', 'value'),
      number('lo', 'lowest after the spread'),
      number('hi', 'highest after the spread'),
      words('unit', 'unit'),
      words('formula', 'formula'),
      words('sign', 'sign'),
      words('isNot', 'what it is not'),
    ],
    rows: lines.map(({ definition, number: value, ends }) => {
      const { id, name, alias, unit, formula, sign, isNot } = definition;
      const shown = unit === 'share' ? '%' : unit;
      return {
        id,
        cells: [name, alias, value, ends?.[0] ?? null, ends?.[1] ?? null, shown, formula, sign, isNot],
      };
    }),
  };
}
