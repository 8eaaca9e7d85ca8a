import type { DataTable } from '../figure/data-table.ts';
import type { ProgrammeModel } from './programme-model.ts';
import { timeText } from './programme-time.ts';

/** Every instant with the price and all figures of each programme. */
export function programmeTable(model: ProgrammeModel): DataTable {
  const { days, spot, spotUnit, programmes } = model;
  return {
    columns: [
      { id: 'time', label: 'time', decimals: null },
      { id: 'spot', label: `spot, ${spotUnit}`, decimals: 2 },
      ...programmes.flatMap(({ id, name }) =>
        (
          [
            ['paid', 'paid'],
            ['execution', 'of it spread and fees'],
            ['paid-back', 'paid back'],
            ['decay', 'lost by the open roll'],
            ['net', 'net'],
          ] as const
        ).map(([figure, label]) => ({
          id: `${id} ${figure}`,
          label: `${name.toLowerCase()}: ${label}, % of the holding`,
          decimals: 3,
        })),
      ),
    ],
    rows: days.map((day, i) => ({
      id: String(i),
      cells: [
        timeText(model, day),
        spot[i] ?? null,
        ...programmes.flatMap(({ paid, execution, paidBack, decay, net }) =>
          [paid, execution, paidBack, decay, net].map((values) => values[i] ?? null),
        ),
      ],
    })),
  };
}
