import { quantileSorted } from 'd3-array';
import { heatDomain } from './heat-scale.ts';
import type { SurfaceDomains, SurfaceModel } from './surface-model.ts';

type Domain = SurfaceDomains['place'];

/** The axes that a surface is drawn on. */
export function surfaceDomains(model: SurfaceModel): SurfaceDomains {
  return model.domains ?? neededDomains(model);
}

/** The axes that this instant alone needs. */
export function neededDomains(model: SurfaceModel): SurfaceDomains {
  return {
    place: [model.places[0] ?? -1, model.places.at(-1) ?? 1],
    days: daysOf(model),
    vol: volOf(model),
    colour: heatDomain(shownValues(model), model.spread),
  };
}

/** Axes that show both: what moves is then the market. */
export function widerDomains(held: SurfaceDomains, needed: SurfaceDomains): SurfaceDomains {
  const wide: SurfaceDomains = {
    place: wider(held.place, needed.place),
    days: wider(held.days, needed.days),
    vol: wider(held.vol, needed.vol),
    colour: held.colour && needed.colour ? wider(held.colour, needed.colour) : (held.colour ?? needed.colour),
  };
  const same =
    wide.place === held.place &&
    wide.days === held.days &&
    wide.vol === held.vol &&
    wide.colour === held.colour;
  return same ? held : wide;
}

function wider(a: Domain, b: Domain): Domain {
  return a[0] <= b[0] && a[1] >= b[1] ? a : [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** An expiry about to end, without a smile, would stretch the axis of time over what nobody draws. */
function daysOf({ days, expiries }: SurfaceModel): Domain {
  const times = (days.length > 0 ? days : expiries.map((expiry) => expiry.days)).filter((at) => at > 0);
  return times.length === 0 ? [1, 365] : [Math.min(...times), Math.max(...times)];
}

/** What the colours have to tell apart. */
function shownValues(model: SurfaceModel): readonly number[] {
  const values =
    model.kind === 'field'
      ? model.rows.flatMap((row) => row.filter(({ extrapolated }) => !extrapolated).map(({ value }) => value))
      : model.contracts.map(({ values: of }) => of[model.quantity]);
  return values.filter((value) => value !== null);
}

const headroom = 0.06;

/** Where vols inside the quotes lie; a wing beyond that has no height worth a picture squeezed flat. */
function volOf(model: SurfaceModel): Domain {
  const [first = -Infinity, last = Infinity] = [model.places[0], model.places.at(-1)];
  const quoted = [
    ...model.rows.flatMap((row) =>
      row.flatMap(({ vol, extrapolated }) => (vol === null || extrapolated ? [] : [vol])),
    ),
    ...model.contracts.flatMap(({ mid, used, place }) =>
      mid === null || !used || place === null || place < first || place > last ? [] : [mid],
    ),
  ].toSorted((a, b) => a - b);
  const [lo, hi] = [quantileSorted(quoted, 0.002), quantileSorted(quoted, 0.998)];
  if (lo === undefined || hi === undefined) return [0, 100];
  const room = Math.max(0.5, (hi - lo) * headroom);
  return [Math.max(0, lo - room), hi + room];
}
