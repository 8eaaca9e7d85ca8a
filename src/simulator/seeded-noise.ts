const TWO_PI = 2 * Math.PI;
const UINT32 = 0x1_0000_0000;

/** Scrambles 32 bits so that neighbouring inputs share nothing: multiply and fold, three times. */
function scramble(bits: number): number {
  let x = bits | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb_352d);
  x = Math.imul(x ^ (x >>> 15), 0x846c_a68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A 32-bit number that names a text; used to give every instrument and every process its own stream. */
export function streamOf(text: string, seed: number): number {
  let state = scramble(seed ^ 0x9e37_79b9);
  for (let i = 0; i < text.length; i++) state = scramble(Math.imul(state, 31) + text.charCodeAt(i));
  return state;
}

/**
 * Uniform number in [0, 1) that depends on nothing but its stream and its counter, so that any instant can be asked for
 * without having lived through the instants before it.
 */
export function uniformAt(stream: number, counter: number): number {
  const low = counter >>> 0;
  const high = Math.floor(counter / UINT32) | 0;
  return scramble(scramble(stream ^ scramble(low + 0x85eb_ca6b)) ^ Math.imul(high, 0xc2b2_ae35)) / UINT32;
}

/** Standard normal number of a stream at a counter (Box and Muller's polar form of two uniforms). */
export function normalAt(stream: number, counter: number): number {
  const radius = Math.sqrt(-2 * Math.log(uniformAt(stream, 2 * counter) + 0.5 / UINT32));
  return radius * Math.cos(TWO_PI * uniformAt(stream, 2 * counter + 1));
}

/**
 * Smooth stationary noise with mean 0 and standard deviation near 1: normals on a lattice of `period` milliseconds, joined by
 * a cubic without kinks.
 */
export function smoothNoise(stream: number, at: number, period: number): number {
  const cell = Math.floor(at / period);
  const x = at / period - cell;
  const blend = x * x * (3 - 2 * x);
  const norm = Math.sqrt(blend * blend + (1 - blend) * (1 - blend));
  return ((1 - blend) * normalAt(stream, cell) + blend * normalAt(stream, cell + 1)) / norm;
}
