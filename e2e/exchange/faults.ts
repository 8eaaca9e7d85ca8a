import * as v from 'valibot';

const httpFault = v.intersect([
  /** Only questions whose address holds this text. */
  v.object({ on: v.optional(v.string()) }),
  v.variant('kind', [
    /** An answer of this status; without the permission to read it where a proxy in front of the venue gives it. */
    v.object({
      kind: v.literal('status'),
      status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
      retryAfter: v.optional(v.string()),
      body: v.optional(v.string()),
      readable: v.optional(v.boolean()),
    }),
    /** The proper answer, late. */
    v.object({ kind: v.literal('slow'), ms: v.number() }),
    /** No answer at all. */
    v.object({ kind: v.literal('never') }),
    /** The connection breaks in the middle of the body. */
    v.object({ kind: v.literal('truncated') }),
    /** Half a document, well delivered. */
    v.object({ kind: v.literal('malformed') }),
    v.object({ kind: v.literal('html') }),
    /** The proper answer without the permission to read it. */
    v.object({ kind: v.literal('no-cors') }),
    /** The connection is reset. */
    v.object({ kind: v.literal('reset') }),
  ]),
]);

const socketFault = v.variant('kind', [
  /** The handshake is answered with this status. */
  v.object({ kind: v.literal('refused'), status: v.number() }),
  /** Half open: takes everything, says nothing, does not hang up. */
  v.object({ kind: v.literal('silent') }),
  /** Every push comes twice. */
  v.object({ kind: v.literal('duplicates') }),
  /** Every third push comes this late, after newer ones of its channel. */
  v.object({ kind: v.literal('out-of-order'), lateMs: v.number() }),
  /** Every third push is half a document. */
  v.object({ kind: v.literal('malformed') }),
  /** Every third push is a page of HTML. */
  v.object({ kind: v.literal('html') }),
]);

const venueFaults = v.object({
  http: v.nullable(httpFault),
  socket: v.nullable(socketFault),
  /** Pushes of single contracts a second and session, besides the usual ones. */
  stormPerSecond: v.pipe(v.number(), v.minValue(0), v.maxValue(20_000)),
  /** How far the venue's clock is ahead. */
  clockOffsetMs: v.pipe(v.number(), v.integer()),
  books: v.picklist(['proper', 'crossed', 'locked']),
  /** Names of contracts that are not listed: not yet, or no longer. */
  unlisted: v.array(v.string()),
});

/** How an answer by HTTP goes wrong. */
export type HttpFault = v.InferOutput<typeof httpFault>;
/** How a socket goes wrong. */
export type SocketFault = v.InferOutput<typeof socketFault>;
/** Everything that is wrong with one venue. */
export type VenueFaults = v.InferOutput<typeof venueFaults>;

/** A venue as it should be. */
export const NO_FAULTS: VenueFaults = {
  http: null,
  socket: null,
  stormPerSecond: 0,
  clockOffsetMs: 0,
  books: 'proper',
  unlisted: [],
};

/** Some faults as the control door takes them; the text says what is wrong with them. */
export function readFaults(value: unknown): Partial<VenueFaults> | string {
  const read = v.safeParse(v.partial(v.strictObject(venueFaults.entries)), value);
  if (!read.success) return v.summarize(read.issues);
  return Object.fromEntries(Object.entries(read.output).filter(([, one]) => one !== undefined));
}
