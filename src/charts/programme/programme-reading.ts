import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Reading, Step } from '../focus/reading.ts';
import { type ReadoutCell, placeReadout, plainCell } from '../frame/readout.ts';
import { type Point, clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import type { PlacedProgramme, ProgrammeGeometry } from './geometry.ts';
import type { ProgrammeModel } from './programme-model.ts';
import { timeText } from './programme-time.ts';

/** Of the marks, as the picture draws them. */
export const programmeColours = {
  paid: 'var(--put)',
  execution: 'var(--call)',
  paidBack: 'var(--live)',
  net: 'var(--text)',
} as const;

/** A programme by its id, an instant by its rank: `roll 12`. */
function focusOn(id: string, index: number): ChartFocus {
  return { expiryId: id, x: null, pointId: `roll ${index}` };
}

interface Found {
  readonly programme: PlacedProgramme;
  readonly rank: number;
  readonly index: number;
}

function found({ programmes }: ProgrammeGeometry, focus: ChartFocus | null): Found | null {
  const rank = programmes.findIndex(({ lines }) => lines.id === focus?.expiryId);
  const programme = programmes[rank];
  if (programme === undefined || focus?.pointId?.startsWith('roll ') !== true) return null;
  return { programme, rank, index: Number(focus.pointId.slice(5)) };
}

export function findMark({ programmes, stacked }: ProgrammeGeometry, at: Point): ChartFocus | null {
  const away = ({ plot, spot }: PlacedProgramme): number =>
    stacked
      ? Math.max(spot.box.top - at.y, at.y - plot.bottom, 0)
      : Math.max(plot.left - at.x, at.x - plot.right, 0);
  const nearest = programmes[minIndex(programmes, away)];
  if (nearest === undefined || at.x < nearest.plot.left - 12) return null;
  return focusOn(
    nearest.lines.id,
    minIndex(nearest.points, ({ x }) => Math.abs(x - at.x)),
  );
}

/** ← → through time, ↑ ↓ from one programme to the next; from nowhere to the end of the chosen one. */
export function stepMark(
  geometry: ProgrammeGeometry,
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  const { programmes } = geometry;
  const here = found(geometry, from);
  if (here === null) {
    const start = programmes.find(({ lines }) => lines.chosen) ?? programmes[0];
    return start === undefined ? null : focusOn(start.lines.id, start.points.length - 1);
  }
  const { programme, rank, index } = here;
  if (step === 'left' || step === 'right') {
    const next = clamp(index + (step === 'left' ? -1 : 1), 0, programme.points.length - 1);
    return focusOn(programme.lines.id, next);
  }
  const other = programmes[clamp(rank + (step === 'up' ? -1 : 1), 0, programmes.length - 1)];
  return focusOn((other ?? programme).lines.id, index);
}

export function readMark(
  model: ProgrammeModel,
  geometry: ProgrammeGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const here = found(geometry, focus);
  const point = here?.programme.points[here.index];
  if (here === null || point === undefined) return null;
  const { programme, index } = here;
  const { plot, lines } = programme;
  const heading = `${lines.name}, ${timeText(model, model.days[index] ?? 0)}`;
  const figures = figuresAt(model, here);
  const notes = changeOf(model, geometry, here, base);
  const rows = figures.map(({ name, text, colour }): readonly ReadoutCell[] => [
    { text: name, colour, strong: false },
    plainCell(text, colour !== null),
  ]);
  const { size } = geometry;
  const room = {
    left: 0,
    right: size.width,
    top: programme.spot.box.top,
    bottom: size.height,
    names: size.width,
  };
  const at = { x: point.x, y: point.net ?? point.paid };
  return {
    x: point.x,
    dots: [
      { x: point.x, y: point.paid, colour: programmeColours.paid },
      { x: point.x, y: point.paidBack, colour: programmeColours.paidBack },
      ...(point.net === null ? [] : [{ ...at, colour: programmeColours.net }]),
    ],
    emphasis: null,
    readout: placeReadout({ heading, columns: [], rows, notes }, at, room),
    brief: null,
    spoken: [heading, ...figures.map(({ name, text }) => `${name} ${text}`), ...notes].join('; '),
    share: ((point.x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

function figuresAt(model: ProgrammeModel, { programme: { lines }, index }: Found) {
  const share = (value: number | null | undefined): string => `${numberText(value ?? null, 2)} %`;
  const spot = model.spot[index] ?? null;
  const { paid, execution, paidBack, net } = programmeColours;
  return [
    { name: 'paid', text: share(lines.paid[index]), colour: paid },
    { name: 'of it spread and fees', text: share(lines.execution[index]), colour: execution },
    { name: 'paid back', text: share(lines.paidBack[index]), colour: paidBack },
    { name: 'net', text: `${signedText(lines.net[index] ?? null, 2)} %`, colour: net },
    { name: 'open roll has lost', text: share(lines.decay[index]), colour: null },
    {
      name: 'spot',
      text: `${numberText(spot, (spot ?? 0) >= 1000 ? 0 : 2)} ${model.spotUnit}`,
      colour: null,
    },
  ];
}

function changeOf(
  model: ProgrammeModel,
  geometry: ProgrammeGeometry,
  { programme, index }: Found,
  base: ChartFocus | null,
): readonly string[] {
  const pinned = found(geometry, base);
  const [here, there] = [programme.lines.net[index], pinned?.programme.lines.net[pinned.index]];
  if (pinned === null || here === undefined || here === null || there === undefined || there === null)
    return [];
  const place = `${pinned.programme.lines.name.toLowerCase()}, ${timeText(model, model.days[pinned.index] ?? 0)}`;
  return [`net ${signedText(here - there, 2)} from pinned ${place}`];
}
