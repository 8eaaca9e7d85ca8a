import type { ProgrammeLines, ProgrammeModel } from '#charts/programme/programme-model.ts';

export const programmeText = {
  title: 'An example programme',
  howToRead: 'A floor bought again and again',
  summary: 'An example.',
};

const weeks = 52;
/** A price that drifts, then falls by a third within three weeks. */
const spots = Array.from({ length: weeks + 1 }, (_, week) => {
  const calm = 78_000 * (1 + 0.05 * Math.sin(week / 3));
  return calm * (week < 30 ? 1 : week < 33 ? 1 - 0.11 * (week - 29) : 0.67);
});

function programme(id: string, name: string, every: number, missed: readonly number[]): ProgrammeLines {
  const skipped = new Set(missed);
  const rolls: { readonly week: number; readonly paid: number; readonly back: number }[] = [];
  for (let week = 0; week + every <= weeks; week += every) {
    if (skipped.has(week)) continue;
    const [from = 1, to = 1] = [spots[week], spots[week + every]];
    rolls.push({ week, paid: 0.2 * every ** 0.8, back: Math.max(0, 90 - (100 * to) / from) });
  }
  const all = Array.from({ length: weeks + 1 }, (_, week) => week);
  const upTo = (week: number, of: (roll: (typeof rolls)[number]) => number): number =>
    rolls.reduce((sum, roll) => sum + (roll.week <= week ? of(roll) : 0), 0);
  const paid = all.map((week) => upTo(week, (roll) => roll.paid));
  const paidBack = all.map((week) => upTo(week - every, ({ back }) => back));
  const decay = all.map((week) => (0.1 * (week % every)) / every);
  const net = all.map((week, i) => (paidBack[i] ?? 0) - (paid[i] ?? 0) + 0.2 - (decay[i] ?? 0));
  return {
    id,
    name,
    headline: `cost ${(paid.at(-1) ?? 0).toFixed(1)} %, back ${(paidBack.at(-1) ?? 0).toFixed(1)} %`,
    chosen: id === 'month',
    paid,
    execution: paid.map((value) => 0.15 * value),
    paidBack,
    net,
    decay,
    bought: rolls.map(({ week }) => 7 * week),
    missed: missed.map((week) => 7 * week),
  };
}

/** A year of three programmes; those that miss some rolls could not buy them. */
export function exampleProgrammes({ missing = false, dates = false } = {}): ProgrammeModel {
  return {
    axis: dates ? 'dates' : 'days',
    startedAt: Date.UTC(2026, 0, 2, 8),
    days: spots.map((_, week) => 7 * week),
    spot: spots.map((spot, week) => (missing && week % 9 === 4 ? null : spot)),
    spotUnit: 'USD',
    programmes: [
      programme('week', 'Weekly', 1, missing ? [31, 32] : []),
      programme('month', 'Monthly', 4, missing ? [32] : []),
      programme('quarter', 'Quarterly', 13, []),
    ],
    emptyText: 'no roll has ended',
  };
}

/** Nothing that ended. */
export function noProgrammes(): ProgrammeModel {
  return { ...exampleProgrammes(), days: [], spot: [], programmes: [] };
}
