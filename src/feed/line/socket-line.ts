import { type EpochMs, epochMs } from '#base/time.ts';
import type { Frame, SocketCall, VenueStreams } from '#exchanges/venue-streams.ts';
import type { FeedChannels, LossReason } from '../feed-health.ts';
import { backOff } from '../retry-delay.ts';
import { type CallBook, createCallBook } from './call-book.ts';
import { type ChannelList, createChannelList } from './channel-list.ts';
import type { ClockSkew } from './clock-skew.ts';
import { type FramePace, createFramePace } from './frame-pace.ts';
import type { LineIo, LineSocket } from './line-io.ts';
import { type SequenceWatch, createSequenceWatch } from './sequence-watch.ts';

/** One frame on its way to the reader. */
export interface LineData {
  readonly text: string;
  readonly at: EpochMs;
  /** The socket's address, or that of the question which it answers. */
  readonly request: string;
  /** A newer frame of the same key makes this one superfluous; null where each one counts. */
  readonly key: string | null;
}

/** What a line tells whoever holds it. */
export interface LineEvents {
  /** Every frame as it came, before anyone looked at it. */
  frame(text: string, at: EpochMs, request: string): void;
  data(data: LineData): void;
  connected(again: boolean): void;
  lost(reason: LossReason, detail: string): void;
  renewed(): void;
  gap(channel: string): void;
  /** A push was older than what its channel had said already, and was not handed on. */
  late(): void;
  refused(detail: string): void;
}

/** How a line is doing. */
export interface LineState {
  readonly phase: 'connecting' | 'streaming' | 'reconnecting';
  readonly nextTryAt: EpochMs | null;
  readonly attempts: number;
  readonly channels: FeedChannels;
}

/** What a line is made of. */
export interface LineParts {
  readonly address: string;
  readonly streams: VenueStreams;
  readonly io: LineIo;
  readonly skew: ClockSkew;
  readonly events: LineEvents;
  readonly nextId: () => number;
}

/** No answer to an attempt to connect for so long means that there will be none. */
const CONNECT_MS = 10_000;
/** A line that stood for so long is well: the next loss begins to count anew. */
const WELL_MS = 10_000;
/** The device slept when a second lasted so long. */
const SLEPT_MS = 10_000;
const RENEW_BEFORE_MS = 300_000;
const RATE_LIMIT_HOLD_MS = 10_000;
/** The venue's stamp is looked at so often at most, however much arrives. */
const STAMP_EVERY_MS = 50;

/** One connection kept up to a venue by the venue's own rules, for as long as it is not closed. */
export class SocketLine {
  readonly #parts: LineParts;
  readonly #pace: FramePace;
  readonly #calls: CallBook;
  readonly #channels: ChannelList;
  readonly #sequences: SequenceWatch = createSequenceWatch();
  #socket: LineSocket | null = null;
  #phase: LineState['phase'] = 'connecting';
  #openedAt: number | null = null;
  #startedAt = 0;
  #everConnected = false;
  #lastFrameAt = 0;
  #lastStampAt = 0;
  #lastTickAt: number;
  #beat: { readonly at: EpochMs; readonly answered: boolean };
  #attempts = 0;
  /** Infinite where every subscription was taken as far as is known. */
  #subscribeAgainAt = Infinity;
  #nextTryAt: EpochMs | null = null;
  #callOffTry: (() => void) | null = null;

  constructor(parts: LineParts) {
    const { streams, io, nextId } = parts;
    this.#parts = parts;
    this.#pace = createFramePace(streams.limits, io, (frame) => this.#socket?.send(frame));
    this.#calls = createCallBook(io, (frames) => this.#pace.queue(frames));
    this.#channels = createChannelList(streams, nextId);
    this.#lastTickAt = io.now();
    this.#beat = { at: io.now(), answered: true };
    this.#connect();
  }

  get address(): string {
    return this.#parts.address;
  }

  /** The channels and questions there are to be from now on. */
  want(channels: readonly string[], calls: readonly SocketCall[]): void {
    this.#pace.queue(this.#channels.want(channels));
    this.#calls.want(calls);
    if (this.#openedAt !== null) this.#calls.ask();
  }

  /** Asks every question of the socket again. */
  askAnew(): void {
    this.#calls.anew();
    if (this.#openedAt !== null) this.#calls.ask();
  }

  /** Tries at once instead of waiting; an open line stays. */
  retry(): void {
    if (this.#socket === null) this.#connect();
  }

  /** To be called every second: heartbeats, silence, a connection's end of life, questions that are due. */
  tick(): void {
    const now = this.#parts.io.now();
    const slept = now - this.#lastTickAt >= SLEPT_MS;
    this.#lastTickAt = now;
    if (this.#socket === null) return;
    if (this.#openedAt === null) {
      if (now - this.#startedAt >= CONNECT_MS) this.#lose('not-opened', 'no answer');
    } else if (slept) this.#lose('slept', 'the device slept or was busy');
    else this.#watch(now, this.#openedAt);
  }

  state(): LineState {
    return {
      phase: this.#phase,
      nextTryAt: this.#nextTryAt,
      attempts: this.#attempts,
      channels: this.#channels.state(),
    };
  }

  close(): void {
    this.#callOffTry?.();
    this.#hangUp();
  }

  #connect(): void {
    const { io, address } = this.#parts;
    this.#callOffTry?.();
    this.#callOffTry = null;
    this.#nextTryAt = null;
    this.#startedAt = io.now();
    this.#phase = this.#attempts === 0 ? 'connecting' : 'reconnecting';
    this.#socket = io.openSocket(address, {
      opened: () => this.#opened(),
      text: (text) => this.#text(text),
      closed: () => this.#lose(this.#whyClosed(), ''),
    });
  }

  #whyClosed(): LossReason {
    if (!this.#parts.io.online()) return 'offline';
    return this.#openedAt === null ? 'not-opened' : 'closed-by-venue';
  }

  #opened(): void {
    const { streams, io, events, nextId } = this.#parts;
    this.#openedAt = io.now();
    this.#lastFrameAt = io.now();
    this.#beat = { at: io.now(), answered: true };
    for (const frame of streams.heartbeat.opening(nextId)) this.#socket?.send(frame);
    // The first beat goes at once: its answer tells the venue's clock before anyone reads a time stamp.
    this.#beatNow(io.now());
    this.#pace.queue(this.#channels.anew());
    this.#calls.anew();
    this.#calls.ask();
    const again = this.#everConnected;
    this.#everConnected = true;
    events.connected(again);
  }

  #text(text: string): void {
    const { streams, io, events, address } = this.#parts;
    const at = io.now();
    this.#lastFrameAt = at;
    this.#phase = 'streaming';
    const frame = streams.recognise(text);
    const request = frame.kind === 'answer' ? (this.#calls.answered(frame.id) ?? address) : address;
    events.frame(text, at, request);
    if (at - this.#lastStampAt >= STAMP_EVERY_MS) this.#stamp(text, at);
    if (frame.kind === 'data') this.#data(frame, { text, at, request });
    else if (frame.kind === 'answer') events.data({ text, at, request, key: null });
    else this.#control(frame, at);
  }

  #stamp(text: string, at: EpochMs): void {
    const stamp = this.#parts.streams.stampOf(text);
    if (stamp === null) return;
    this.#lastStampAt = at;
    this.#parts.skew.stamped(stamp, at);
  }

  /** After a gap the channel begins anew; what is older than what was seen is not handed on. */
  #data(frame: Extract<Frame, { kind: 'data' }>, came: Omit<LineData, 'key'>): void {
    const { events } = this.#parts;
    const { channel, sequence, key } = frame;
    if (channel === null || sequence === null) {
      events.data({ ...came, key });
      return;
    }
    const step = this.#sequences.see(channel, sequence);
    if (step === 'follows') events.data({ ...came, key });
    if (step === 'old') events.late();
    if (step !== 'gap') return;
    this.#sequences.forget(channel);
    this.#pace.queue(this.#channels.restart(channel));
    events.gap(channel);
  }

  #control(frame: Exclude<Frame, { kind: 'data' | 'answer' }>, at: EpochMs): void {
    if (frame.kind === 'reply') this.#socket?.send(frame.frame);
    else if (frame.kind === 'alive') this.#alive(frame.venueTime, at);
    else if (frame.kind === 'refused') this.#refused(frame, at);
  }

  /** What was refused for coming too often is asked for again; a subscription whose channels are not told, with all others. */
  #refused({ reason, detail, channels, answers }: Extract<Frame, { kind: 'refused' }>, at: EpochMs): void {
    this.#channels.refuse(channels);
    this.#parts.events.refused(detail);
    const call = answers !== null && this.#calls.refused(answers);
    if (reason !== 'rate-limited') return;
    this.#pace.hold(RATE_LIMIT_HOLD_MS);
    const subscription = !call && (answers === null || this.#channels.asked(answers));
    if (subscription && channels.length === 0) this.#subscribeAgainAt = at + RATE_LIMIT_HOLD_MS;
  }

  #subscribeAgainIfDue(now: EpochMs): void {
    if (now < this.#subscribeAgainAt || this.#pace.waiting() > 0) return;
    this.#subscribeAgainAt = Infinity;
    this.#pace.queue(this.#channels.anew());
  }

  #alive(venueTime: EpochMs | null, receivedAt: EpochMs): void {
    const { at: sentAt, answered } = this.#beat;
    if (!answered && venueTime !== null) this.#parts.skew.answered({ sentAt, receivedAt, venueTime });
    this.#beat = { at: sentAt, answered: true };
  }

  #hangUp(): void {
    this.#socket?.close();
    this.#socket = null;
    this.#openedAt = null;
    this.#channels.lost();
    this.#subscribeAgainAt = Infinity;
    this.#sequences.forgetAll();
    this.#pace.clear();
  }

  #lose(reason: LossReason, detail: string): void {
    const { io, events } = this.#parts;
    this.#hangUp();
    const wait = backOff(this.#attempts, null, io.random());
    this.#attempts += 1;
    this.#phase = 'reconnecting';
    this.#nextTryAt = epochMs(io.now() + wait);
    this.#callOffTry = io.after(wait, () => this.#connect());
    events.lost(reason, detail);
  }

  #watch(now: EpochMs, openedAt: number): void {
    const { heartbeat } = this.#parts.streams;
    const silence = now - this.#lastFrameAt;
    if (now - openedAt >= WELL_MS && this.#phase === 'streaming') this.#attempts = 0;
    if (silence >= heartbeat.silenceMs) {
      this.#lose('half-open', `nothing for ${Math.round(silence / 1_000)} s`);
    } else if (heartbeat.lifeMs !== null && now - openedAt >= heartbeat.lifeMs - RENEW_BEFORE_MS) {
      this.#hangUp();
      this.#connect();
      this.#parts.events.renewed();
    } else {
      this.#beatIfDue(now);
      this.#calls.ask();
      this.#subscribeAgainIfDue(now);
    }
  }

  #beatIfDue(now: EpochMs): void {
    if (now - this.#beat.at >= this.#parts.streams.heartbeat.everyMs) this.#beatNow(now);
  }

  #beatNow(now: EpochMs): void {
    const { streams, nextId } = this.#parts;
    const { beat } = streams.heartbeat;
    if (beat === null) return;
    this.#beat = { at: now, answered: false };
    this.#socket?.send(beat(nextId));
  }
}
