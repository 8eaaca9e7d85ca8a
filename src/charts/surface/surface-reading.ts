import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import type { Reading } from '../focus/reading.ts';
import {
  placeReadout,
  plainCell,
  type Readout,
  type ReadoutCell,
  type ReadoutRoom,
} from '../frame/readout.ts';
import type { Point, Rect, Size } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import type { SurfaceGeometry } from './geometry.ts';
import { surfacePlaceText } from './surface-axis.ts';
import type { SurfaceContract, SurfaceExpiry, SurfaceModel } from './surface-model.ts';
import { placedContract } from './surface-places.ts';

/** Days by which a row of the grid may miss its expiry. */
const sameDay = 1e-6;

/** What is known of one contract, as words: the same on the map and on the mesh. */
export function contractReadout(
  model: SurfaceModel,
  { label, days, colour, chosen }: SurfaceExpiry,
  contract: SurfaceContract,
): { readonly readout: Readout; readonly brief: Omit<Readout, 'notes'>; readonly spoken: string } {
  const { strike, right, place, values, mid, used } = contract;
  const heading = `${label}, ${daysText(days)}`;
  const strikeText = `${numberText(strike, model.strikeDecimals)} ${right}`;
  const facts = model.quantities.map(({ quantity, name, decimals, signed }) => ({
    name,
    text: (signed ? signedText : numberText)(values[quantity], decimals),
    strong: quantity === model.quantity,
  }));
  const row = (name: string, text: string, strong: boolean): readonly ReadoutCell[] => [
    { text: name, colour: 'var(--muted)', strong: false },
    { text, colour: null, strong },
  ];
  const told = [{ name: 'mid vol, %', text: numberText(mid, 1), strong: false }, ...facts];
  const notes = used ? [] : ['no point of the fit'];
  const title: ReadoutCell = { text: strikeText, colour, strong: true };
  return {
    brief: {
      heading,
      columns: [],
      rows: [
        [title, plainCell('')],
        ...facts.filter(({ strong }) => strong).map(({ name, text, strong }) => row(name, text, strong)),
      ],
    },
    readout: {
      heading,
      columns: [],
      rows: [
        [
          title,
          {
            text: place === null ? '' : surfacePlaceText(model.axis, place),
            colour: 'var(--muted)',
            strong: false,
          },
        ],
        ...told.map(({ name, text, strong }) => row(name, text, strong)),
      ],
      notes,
    },
    spoken: [
      chosen ? `${heading}, chosen` : heading,
      strikeText,
      ...told.map(({ name, text }) => `${name} ${text}`),
      ...notes,
    ].join('; '),
  };
}

/** How the chosen quantity differs from the pinned contract's. */
export function pinnedNote(
  model: SurfaceModel,
  contract: SurfaceContract,
  pinned: SurfaceContract | null,
): readonly string[] {
  if (pinned === null || pinned.id === contract.id) return [];
  const words = model.quantities.find(({ quantity }) => quantity === model.quantity);
  const [here, there] = [contract.values[model.quantity], pinned.values[model.quantity]];
  if (here === null || there === null || words === undefined) return [];
  const expiry = model.expiries.find(({ expiryId }) => expiryId === pinned.expiryId)?.label ?? '';
  const place = `${expiry} ${numberText(pinned.strike, model.strikeDecimals)}`;
  return [`${words.name}: ${signedText(here - there, words.decimals)} from pinned ${place}`];
}

/** Whether a focus names an expiry and no place on it; a place between strikes has no contract here to be read at. */
export function isWhole(focus: ChartFocus | null): boolean {
  return focus !== null && focus.pointId === null && focus.x === null;
}

/** Fitted vol at the forward of one expiry, %; null where the surface has none there. */
function volAtForward({ axis, places, days, rows }: SurfaceModel, expiry: SurfaceExpiry): number | null {
  const row = rows[days.findIndex((at) => Math.abs(at - expiry.days) < sameDay)];
  const column = minIndex(places, (place) => Math.abs(place - (axis === 'delta' ? 0.5 : 0)));
  return row?.[column]?.vol ?? null;
}

/** What is known of an expiry as a whole, and how it differs from another that is pinned as a whole. */
export function expiryReadout(
  model: SurfaceModel,
  expiry: SurfaceExpiry,
  base: ChartFocus | null,
): { readonly readout: Readout; readonly spoken: string } {
  const heading = `${expiry.label}, ${daysText(expiry.days)}`;
  const vol = volAtForward(model, expiry);
  const pinned = isWhole(base) && model.expiries.find(({ expiryId }) => expiryId === base?.expiryId);
  const other = pinned && pinned !== expiry ? volAtForward(model, pinned) : null;
  const notes =
    vol === null || other === null || !pinned
      ? []
      : [`${signedText(vol - other, 1)} vol points from pinned ${pinned.label}`];
  const name = 'fitted vol at the forward, %';
  const text = numberText(vol, 1);
  const cells: readonly ReadoutCell[] = [
    { text: name, colour: 'var(--muted)', strong: false },
    plainCell(text, true),
  ];
  return {
    readout: { heading, columns: [], rows: expiry.absence === null ? [cells] : [], notes },
    spoken: [
      expiry.chosen ? `${heading}, chosen` : heading,
      expiry.absence ?? `${name} ${text}`,
      ...notes,
    ].join('; '),
  };
}

/** Where a readout may lie in a picture. */
export function readoutRoom(size: Size, plot: Rect): ReadoutRoom {
  return { left: 0, right: size.width, top: plot.top, bottom: plot.bottom, names: plot.right };
}

export function readSurface(
  model: SurfaceModel,
  geometry: SurfaceGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const found = placedContract(geometry, focus);
  if (found === null) return rowReading(model, geometry, focus, base);
  const { row, at } = found;
  const { plot, size } = geometry;
  const told = contractReadout(model, row.expiry, at.contract);
  const pinned = placedContract(geometry, base)?.at.contract ?? null;
  const notes = [...told.readout.notes, ...pinnedNote(model, at.contract, pinned)];
  const place: Point = { x: at.x, y: at.y };
  const room = readoutRoom(size, plot);
  return {
    x: at.x,
    dots: [{ ...place, colour: row.expiry.colour }],
    emphasis: null,
    readout: placeReadout({ ...told.readout, notes }, place, room),
    brief: placeReadout({ ...told.brief, notes }, place, room),
    spoken: [told.spoken, ...notes.slice(told.readout.notes.length)].join('; '),
    share: ((at.x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

/** An expiry alone is pointed at: its row is marked. */
function rowReading(
  model: SurfaceModel,
  geometry: SurfaceGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const { rows, plot, size } = geometry;
  const row = rows.find(({ expiry }) => expiry.expiryId === focus.expiryId);
  if (row === undefined || focus.pointId !== null) return null;
  const path = `M${plot.left},${row.y.toFixed(1)}H${plot.right}`;
  const { readout, spoken } = expiryReadout(model, row.expiry, base);
  const place = { x: (plot.left + plot.right) / 2, y: row.y };
  return {
    x: null,
    dots: [],
    emphasis: { path, colour: row.expiry.colour },
    readout: isWhole(focus) ? placeReadout(readout, place, readoutRoom(size, plot)) : null,
    brief: null,
    spoken: isWhole(focus) ? spoken : row.expiry.label,
    share: 0,
  };
}
