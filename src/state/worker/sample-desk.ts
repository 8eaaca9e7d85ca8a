import { err, ok, type Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import type { LiveSource } from '#feed/live-source.ts';
import { createRecorder, type Recorder } from '#feed/recorder.ts';
import type { ChainShelves } from './chain-shelves.ts';
import type { DeskHandlers, HeldChain, SampleQuestion } from './desk-protocol.ts';
import { heldChain } from './held-chain.ts';
import type { MessageShelf } from './message-shelf.ts';

const SEED = 7;
const SHELF = 'sample';

interface SampleDeskParts {
  readonly shelves: ChainShelves;
  readonly heard: MessageShelf;
}

/** A sample market that reads its clock from whoever asks. */
interface Sample {
  readonly source: LiveSource;
  readonly recorder: Recorder;
  readonly underlyings: readonly string[];
  clock: EpochMs;
}

async function openSample({ startedAt, now }: SampleQuestion, heard: MessageShelf): Promise<Sample> {
  const { createSampleSource } = await import('#feed/sample-source.ts');
  const recorder = createRecorder({ venue: 'deribit', startedAt, sample: true });
  const clock = { now };
  const source = createSampleSource({
    seed: SEED,
    startedAt,
    now: () => clock.now,
    onMessage: (message) => {
      recorder.tap(message);
      heard.hear(SHELF, message);
    },
  });
  const { value: underlyings } = await source.fetchUnderlyings(new AbortController().signal);
  return {
    source,
    recorder,
    underlyings,
    get clock() {
      return clock.now;
    },
    set clock(at) {
      clock.now = at;
    },
  };
}

async function readSample(
  sample: Sample,
  underlying: string,
  shelves: ChainShelves,
): Promise<Result<HeldChain, FeedFailure>> {
  const { signal } = new AbortController();
  await sample.source.fetchIndex(underlying, signal);
  const answer = await sample.source.fetchChain(underlying, signal);
  if (!answer.ok) return err(answer.error);
  return ok(heldChain(shelves, SHELF, { chain: answer.value.chain, underlyings: sample.underlyings }));
}

/** The sample market's part of the desk: opened when first asked for, one moving and one standing still. */
export function sampleDesk({
  shelves,
  heard,
}: SampleDeskParts): Pick<DeskHandlers, 'sample' | 'sampleBook' | 'saveSample'> {
  const samples = new Map<boolean, Promise<Sample>>();
  const sampleAt = async (question: SampleQuestion): Promise<Sample> => {
    const opening = samples.get(question.still) ?? openSample(question, heard);
    samples.set(question.still, opening);
    // What could not be loaded now may be had later.
    opening.catch(() => samples.delete(question.still));
    const sample = await opening;
    sample.clock = question.now;
    return sample;
  };
  return {
    sample: async (question) => {
      const { underlying } = question;
      const sample = await sampleAt(question);
      const [first = underlying] = sample.underlyings;
      return readSample(sample, sample.underlyings.includes(underlying) ? underlying : first, shelves);
    },
    sampleBook: async (question) => {
      const { source } = await sampleAt(question);
      const answer = await source.fetchBook(question.instrument, new AbortController().signal);
      return answer.ok ? ok(answer.value.bids.length + answer.value.asks.length) : answer;
    },
    saveSample: async () => {
      const opened = await Promise.all(samples.values());
      const sizes = opened.map(({ recorder }) => recorder.state().messages);
      const fullest = opened[sizes.indexOf(Math.max(...sizes))];
      return fullest ? fullest.recorder.save() : null;
    },
  };
}
