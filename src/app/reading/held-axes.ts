export type Domain = readonly [number, number];

/** Axes wide enough for everything a replay has shown so far, by name; null where no instant had a value. */
export interface HeldAxes<Name extends string> {
  /** What the axes belong to: another choice begins anew. */
  readonly key: string;
  readonly domains: Readonly<Record<Name, Domain | null>>;
}

function wider(held: Domain | null, needed: Domain | null): Domain | null {
  if (held === null || needed === null) return held ?? needed;
  if (held[0] <= needed[0] && held[1] >= needed[1]) return held;
  return [Math.min(held[0], needed[0]), Math.max(held[1], needed[1])];
}

/**
 * The axes after one more instant: never narrower, so that what moves is the market and not the axis. The same object
 * where nothing widens.
 */
export function widenAxes<Name extends string>(
  held: HeldAxes<Name> | null,
  key: string,
  needed: Readonly<Record<Name, Domain | null>>,
): HeldAxes<Name> {
  if (held?.key !== key) return { key, domains: needed };
  const names = Object.keys(needed) as Name[];
  const domains: Record<Name, Domain | null> = { ...held.domains };
  for (const name of names) domains[name] = wider(held.domains[name] ?? null, needed[name]);
  return names.every((name) => domains[name] === (held.domains[name] ?? null)) ? held : { key, domains };
}
