import { type EpochMs, epochMs } from '#base/time.ts';
import type { SocketCall, SocketPlan, StreamView, VenueStreams } from '#exchanges/venue-streams.ts';
import type { WireMessage } from '#market/recording.ts';
import type { FeedHealth, LossReason } from '../feed-health.ts';
import { type ClockSkew, createClockSkew } from './clock-skew.ts';
import { type HealthLog, createHealthLog } from './health-log.ts';
import { type Inbox, createInbox } from './inbox.ts';
import type { LineIo } from './line-io.ts';
import { type LineState, SocketLine } from './socket-line.ts';

/** What the page looks at; which contracts are listed is known to whoever keeps the quotes. */
export type FeedView = Omit<StreamView, 'contracts'>;

/** Sockets and questions for a view. */
export interface FeedPlan {
  readonly sockets: readonly SocketPlan[];
  readonly calls: readonly SocketCall[];
}

/** What a feed is made of. */
export interface LiveFeedParts {
  readonly streams: VenueStreams;
  readonly io: LineIo;
  /** Worked out where the listed contracts are known; null when that failed, and the plan before stands. */
  readonly plan: (view: FeedView) => Promise<FeedPlan | null>;
  /** Hands messages to the reader; settles when they were read. Never called before the last call has settled. */
  readonly deliver: (messages: readonly WireMessage[]) => Promise<{ readonly unread: number }>;
  /** Sees every frame as it came, those that keep a connection too. */
  readonly tap: (message: WireMessage) => void;
  /** Something was missed and the chain can be had by request: ask for it now. */
  readonly resync: () => void;
  readonly onHealth: (health: FeedHealth) => void;
}

/** Messages are handed over so often at most, so that nothing downstream happens more often either. */
export const DELIVER_EVERY_MS = 250;
const MOST_A_DELIVERY = 4_000;
const TICK_MS = 1_000;
const PLAN_EVERY_MS = 5_000;
const RESYNC_EVERY_MS = 5_000;
const PHASES: readonly LineState['phase'][] = ['reconnecting', 'connecting', 'streaming'];

/** A venue's sockets for what the page looks at: opened, kept up, and heard, until closed. */
export class LiveFeed {
  readonly #parts: LiveFeedParts;
  readonly #inbox: Inbox = createInbox();
  readonly #skew: ClockSkew = createClockSkew();
  readonly #log: HealthLog;
  #lines: readonly SocketLine[] = [];
  #view: FeedView;
  #paused = false;
  #closed = false;
  #planning = 0;
  #plannedAt = 0;
  #delivering = false;
  #deliveryDue = false;
  #deliveredAt = 0;
  #resyncWanted = false;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  #overflowed = 0;
  #lastDataAt: EpochMs | null = null;
  #lastLoss: FeedHealth['lastLoss'] = null;
  #phase: FeedHealth['phase'] = 'off';
  #since: EpochMs;
  #lastId = 0;
  /** Pushes that were older than what their channel had said already. */
  #late = 0;
  #callOffTick: (() => void) | null = null;
  #callOffDelivery: (() => void) | null = null;

  constructor(parts: LiveFeedParts, view: FeedView) {
    this.#parts = parts;
    this.#view = view;
    this.#log = createHealthLog(parts.io.now);
    this.#since = parts.io.now();
    this.#replan();
    this.#tickLater();
  }

  /** The page looks at something else now: only the difference is subscribed and unsubscribed. */
  look(view: FeedView): void {
    this.#view = view;
    if (!this.#paused) this.#replan();
  }

  /** Closes the sockets; `resume` opens them again. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#planning += 1;
    this.#dropLines();
    this.#log.incident('paused', 'nobody looks');
    this.#tell();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#log.incident('resumed', 'the page is looked at again');
    this.#wantResync();
    this.#replan();
  }

  /** Lines that wait to reconnect try at once. */
  retry(): void {
    for (const line of this.#lines) line.retry();
  }

  close(): void {
    this.#closed = true;
    this.#planning += 1;
    this.#callOffTick?.();
    this.#callOffDelivery?.();
    this.#dropLines();
  }

  #dropLines(): void {
    for (const line of this.#lines) line.close();
    this.#lines = [];
  }

  #replan(): void {
    // What was still being read when the feed was closed must not open it again.
    if (this.#closed) return;
    this.#planning += 1;
    const asked = this.#planning;
    this.#plannedAt = this.#parts.io.now();
    void this.#parts.plan(this.#view).then((plan) => {
      if (plan !== null && asked === this.#planning && !this.#paused) this.#follow(plan);
    });
  }

  #follow({ sockets, calls }: FeedPlan): void {
    const wanted = new Set(sockets.map(({ address }) => address));
    for (const line of this.#lines) if (!wanted.has(line.address)) line.close();
    const kept = this.#lines.filter(({ address }) => wanted.has(address));
    this.#lines = sockets.map(({ address, channels }, place) => {
      const line = kept.find((one) => one.address === address) ?? this.#newLine(address);
      line.want(channels, place === 0 ? calls : []);
      return line;
    });
    this.#tell();
  }

  #newLine(address: string): SocketLine {
    const { streams, io } = this.#parts;
    return new SocketLine({
      address,
      streams,
      io,
      skew: this.#skew,
      nextId: () => (this.#lastId += 1),
      events: {
        frame: (text, at, request) => {
          this.#log.frame(text.length, at);
          this.#parts.tap({ at, via: 'ws', request, body: text });
        },
        data: ({ text, at, request, key }) => this.#put({ at, via: 'ws', request, body: text }, key),
        connected: (again) => this.#connected(address, again),
        lost: (reason, detail) => this.#lost(reason, detail),
        renewed: () => this.#log.incident('renewed', 'the venue’s time limit came near'),
        gap: (channel) => this.#gap(channel),
        late: () => {
          this.#late += 1;
        },
        refused: (detail) => this.#log.incident('refused', detail),
      },
    });
  }

  #connected(address: string, again: boolean): void {
    this.#log.incident('connected', new URL(address).host);
    if (again) this.#wantResync();
    this.#tell();
  }

  #lost(reason: LossReason, detail: string): void {
    this.#lastLoss = { at: this.#parts.io.now(), reason };
    this.#log.incident('lost', detail, reason);
    this.#tell();
  }

  #gap(channel: string): void {
    this.#log.incident('gap', channel);
    this.#wantResync();
  }

  #put(message: WireMessage, key: string | null): void {
    this.#lastDataAt = message.at;
    this.#inbox.put(message, key);
    const overflowed = this.#inbox.overflowed();
    if (overflowed > this.#overflowed) this.#overflow(overflowed);
    this.#deliverLater();
  }

  #overflow(overflowed: number): void {
    if (this.#overflowed === 0 || this.#parts.io.now() - this.#resyncedAt >= RESYNC_EVERY_MS) {
      this.#log.incident('left-out', 'more arrived than could be read');
      this.#wantResync();
    }
    this.#overflowed = overflowed;
  }

  #deliverLater(): void {
    if (this.#delivering || this.#deliveryDue) return;
    this.#deliveryDue = true;
    const wait = Math.max(0, this.#deliveredAt + DELIVER_EVERY_MS - this.#parts.io.now());
    this.#callOffDelivery = this.#parts.io.after(wait, () => void this.#deliver());
  }

  async #deliver(): Promise<void> {
    this.#deliveryDue = false;
    if (this.#closed || this.#inbox.waiting() === 0) return;
    this.#delivering = true;
    this.#deliveredAt = this.#parts.io.now();
    const batch = this.#inbox.take(MOST_A_DELIVERY);
    const { unread } = await this.#parts.deliver(batch);
    this.#delivering = false;
    this.#log.unread(unread);
    // Answers to questions may tell of contracts that the plan did not know.
    if (batch.some(({ request }) => request.startsWith('http')) && !this.#paused) this.#replan();
    if (this.#inbox.waiting() > 0) this.#deliverLater();
  }

  #wantResync(): void {
    this.#resyncWanted = true;
    this.#resyncIfDue();
  }

  #resyncIfDue(): void {
    const now = this.#parts.io.now();
    if (!this.#resyncWanted || this.#paused || now - this.#resyncedAt < RESYNC_EVERY_MS) return;
    this.#resyncWanted = false;
    this.#resyncedAt = now;
    this.#log.incident('resync', this.#view.streamAlone ? 'by socket' : 'by request');
    if (this.#view.streamAlone) for (const line of this.#lines) line.askAnew();
    else this.#parts.resync();
  }

  #tickLater(): void {
    this.#callOffTick = this.#parts.io.after(TICK_MS, () => {
      for (const line of this.#lines) line.tick();
      if (!this.#paused && this.#parts.io.now() - this.#plannedAt >= PLAN_EVERY_MS) this.#replan();
      this.#resyncIfDue();
      this.#log.tick(this.#skew.delayMs(), this.#superseded() + this.#inbox.overflowed());
      this.#tell();
      this.#tickLater();
    });
  }

  #phaseNow(states: readonly LineState[]): FeedHealth['phase'] {
    if (this.#paused) return 'paused';
    return PHASES.find((phase) => states.some((state) => state.phase === phase)) ?? 'off';
  }

  #superseded(): number {
    return this.#inbox.superseded() + this.#late;
  }

  #tell(): void {
    if (!this.#closed) this.#parts.onHealth(this.#health());
  }

  #health(): FeedHealth {
    const states = this.#lines.map((line) => line.state());
    const phase = this.#phaseNow(states);
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#since = this.#parts.io.now();
    }
    const tries = states.flatMap(({ nextTryAt }) => (nextTryAt === null ? [] : [nextTryAt]));
    const sum = (of: keyof LineState['channels']): number =>
      states.reduce((total, { channels }) => total + channels[of], 0);
    return {
      phase,
      since: this.#since,
      lastLoss: phase === 'streaming' ? null : this.#lastLoss,
      nextTryAt: tries.length === 0 ? null : epochMs(Math.min(...tries)),
      attempts: Math.max(0, ...states.map(({ attempts }) => attempts)),
      lastFrameAt: this.#log.lastFrameAt(),
      lastDataAt: this.#lastDataAt,
      framesPerSecond: this.#log.framesPerSecond(),
      delayMs: this.#skew.delayMs(),
      clock: this.#skew.reading(),
      channels: {
        wanted: sum('wanted'),
        subscribed: sum('subscribed'),
        refused: sum('refused'),
        overLimit: sum('overLimit'),
      },
      totals: {
        ...this.#log.totals(),
        superseded: this.#superseded(),
        overflowed: this.#inbox.overflowed(),
      },
      incidents: this.#log.incidents(),
      minutes: this.#log.minutes(),
    };
  }
}
