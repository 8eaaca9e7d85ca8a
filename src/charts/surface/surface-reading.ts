import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import type { Reading } from '../focus/reading.ts';
import {
  placeBrief,
  placeReadout,
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

/** What is known of one contract, as words: the same on the map and on the mesh. */
export function contractReadout(
  model: SurfaceModel,
  { label, days, colour }: SurfaceExpiry,
  contract: SurfaceContract,
): { readonly readout: Readout; readonly heading: string; readonly spoken: string } {
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
  return {
    heading,
    readout: {
      heading,
      columns: [],
      rows: [
        [
          { text: strikeText, colour, strong: true },
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
    spoken: [heading, strikeText, ...told.map(({ name, text }) => `${name} ${text}`), ...notes].join('; '),
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
  return [`${words.name} ${signedText(here - there, words.decimals)} from the pin`];
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
  if (found === null) return rowReading(geometry, focus);
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
    brief: placeBrief(told.heading, place, room),
    spoken: [told.spoken, ...notes.slice(told.readout.notes.length)].join('; '),
    share: ((at.x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

/** An expiry alone is pointed at: its row is marked. */
function rowReading({ rows, plot }: SurfaceGeometry, focus: ChartFocus): Reading | null {
  const row = rows.find(({ expiry }) => expiry.expiryId === focus.expiryId);
  if (row === undefined || focus.pointId !== null) return null;
  const path = `M${plot.left},${row.y.toFixed(1)}H${plot.right}`;
  const emphasis = { path, colour: row.expiry.colour };
  return { x: null, dots: [], emphasis, readout: null, brief: null, spoken: row.expiry.label, share: 0 };
}
