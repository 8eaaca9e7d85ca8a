import { err, ok, type Result } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import type { OpenedFile } from '#feed/open-file.ts';
import type { Replay } from '#feed/replay.ts';
import type { AnalysisShelf } from './analysis-shelf.ts';
import type { ChainShelves } from './chain-shelves.ts';
import type {
  ChainRef,
  DeskHandlers,
  FileHead,
  FileQuestion,
  HeldChain,
  OpeningProgress,
  StopQuestion,
} from './desk-protocol.ts';
import { heldChain } from './held-chain.ts';
import type { Job } from './protocol.ts';

/** Between two words on how far reading has come. */
const REPORT_EVERY_MS = 60;
const CANCELLED = 'opening was cancelled';

/** What opened files need of the rest of the desk. */
export interface FileDeskParts {
  readonly shelves: ChainShelves;
  readonly analyses: AnalysisShelf;
}

/** Lets requests that came meanwhile be heard, one that this work is cancelled among them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function read(
  { file }: FileQuestion,
  { signal, report }: Job<OpeningProgress>,
): Promise<Result<OpenedFile, string>> {
  const { openFile } = await import('#feed/open-file.ts');
  let reported = 0;
  /** Word of progress now and then, not of every step. */
  const sometimes = (word: OpeningProgress): void => {
    const now = performance.now();
    if (now - reported < REPORT_EVERY_MS) return;
    reported = now;
    report(word);
  };
  const opened = await openFile(file, {
    name: file.name,
    at: epochMs(file.lastModified),
    signal,
    onProgress: ({ read: bytes, total }) => {
      if (bytes >= total) report({ stage: 'quotes' });
      else sometimes({ stage: 'bytes', read: bytes, total });
    },
    onQuotes: (share) => sometimes({ stage: 'quotes', share }),
  });
  return opened.ok ? opened : err(opened.error.detail);
}

/** The chain of a stop, kept on the file's shelf under the stop's number; null before its first quotes. */
function stopOf(
  shelves: ChainShelves,
  replay: Replay,
  { shelf, underlying, stop }: StopQuestion,
): HeldChain | null {
  const { chain } = replay.snapshot(underlying, stop);
  return chain && heldChain(shelves, shelf, { chain, underlyings: replay.underlyings });
}

/** What opened files can do for the page, and for the rest of the desk. */
export interface FileDesk extends Pick<DeskHandlers, 'openFile' | 'stop' | 'closeFile' | 'programme'> {
  /** What a recording had said when a chain of it was made, the newest first; null for a chain of another source. */
  readonly messagesUpTo: (ref: ChainRef) => Iterable<WireMessage> | null;
}

function* backwards(messages: readonly WireMessage[], end: number): Generator<WireMessage> {
  for (let index = Math.min(end, messages.length) - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message !== undefined) yield message;
  }
}

/** The part of the desk that opens files and moves through them: of a recording nothing but names leaves the worker. */
export function fileDesk({ shelves, analyses }: FileDeskParts): FileDesk {
  const replays = new Map<string, Replay>();

  async function open(question: FileQuestion, job: Job<OpeningProgress>): Promise<Result<FileHead, string>> {
    const opened = await read(question, job);
    if (!opened.ok) return opened;
    const { adapter, replay, damaged } = opened.value;
    const { shelf, settings } = question;
    const { recording, instants, underlyings } = replay;
    const underlying = underlyings.find((one) => one === question.underlying) ?? underlyings[0] ?? '';
    job.report({ stage: 'smiles', underlying });
    await nextTurn();
    if (job.signal.aborted) return err(CANCELLED);
    const first = stopOf(shelves, replay, { shelf, underlying, stop: 0 });
    shelves.remakeBy(shelf, (name, version) => replay.snapshot(name, version - 1).chain);
    replays.set(shelf, replay);
    if (first !== null) analyses.of(shelves.find(first.ref), settings);
    return ok({
      venueLabel: adapter.label,
      sample: recording.header.sample === true,
      underlyings,
      stops: instants.map(({ at }) => at),
      unread: replay.last(underlying).unread.length,
      damaged,
      first,
    });
  }

  function close(shelf: string): void {
    replays.delete(shelf);
    shelves.remakeBy(shelf, null);
  }

  return {
    openFile: async (question, job) => {
      const head = await open(question, job);
      if (!job.signal.aborted) return head;
      close(question.shelf);
      return err(CANCELLED);
    },
    stop: async (question, { signal }) => {
      // Dragging the scrubber asks for more stops than anybody will see.
      await nextTurn();
      const replay = replays.get(question.shelf);
      return signal.aborted || replay === undefined ? null : stopOf(shelves, replay, question);
    },
    closeFile: close,
    programme: async (question, job) => {
      const { runProgramme } = await import('./run-programme.ts');
      return runProgramme(question, job, replays.get(question.shelf) ?? null);
    },
    messagesUpTo: ({ shelf, version }) => {
      const replay = replays.get(shelf);
      return replay ? backwards(replay.recording.messages, replay.instants[version - 1]?.end ?? 0) : null;
    },
  };
}
