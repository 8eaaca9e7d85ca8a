import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Result, err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import { LARGEST_FILE } from '#feed/recording-bounds.ts';
import { openFile } from '#feed/open-file.ts';
import type { Replay } from '#feed/replay.ts';
import type { OptionChain } from '#market/option-chain.ts';

/** The last complete snapshot of one underlying in a file, and the whole file to move through. */
export interface LoadedMarket {
  readonly chain: OptionChain;
  readonly replay: Replay;
  /** What of the file is damaged and was left out, a clause; null where nothing is. */
  readonly damaged: string | null;
}

/** The last complete snapshot of one underlying in a file; null asks for the first underlying. The error is one line. */
export async function loadChain(
  path: string,
  underlying: string | null,
): Promise<Result<OptionChain, string>> {
  const loaded = await loadMarket(path, underlying);
  return loaded.ok ? ok(loaded.value.chain) : loaded;
}

/** The same with the file it came from. */
export async function loadMarket(
  path: string,
  underlying: string | null,
): Promise<Result<LoadedMarket, string>> {
  const file = await readBlob(path);
  if (!file.ok) return file;
  const { blob, changedAt } = file.value;
  const opened = await openFile(blob, { name: basename(path), at: epochMs(changedAt) });
  if (!opened.ok) {
    const { detail, line } = opened.error;
    return err(`${path}: ${detail}${line === null ? '' : ` (line ${line})`}`);
  }
  const { replay, damaged } = opened.value;
  const chain = lastChain(path, replay, underlying);
  return chain.ok ? ok({ chain: chain.value, replay, damaged }) : chain;
}

function lastChain(path: string, replay: Replay, underlying: string | null): Result<OptionChain, string> {
  const quoted = replay.underlyings.filter((name) => replay.last(name).chain !== null);
  const [first] = quoted;
  if (first === undefined) return err(`${path}: it holds no quotes of options`);
  const wanted = underlying === null ? first : quoted.find((name) => sameName(name, underlying));
  const chain = wanted === undefined ? null : replay.last(wanted).chain;
  return chain === null
    ? err(`${path}: no underlying ${JSON.stringify(underlying)} in it, available: ${quoted.join(', ')}`)
    : ok(chain);
}

function sameName(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

async function readBlob(path: string): Promise<Result<{ blob: Blob; changedAt: number }, string>> {
  try {
    const { size, mtimeMs, isDirectory } = await stat(path).then((found) => ({
      size: found.size,
      mtimeMs: found.mtimeMs,
      isDirectory: found.isDirectory(),
    }));
    if (isDirectory) return err(`${path}: is a directory`);
    if (size > LARGEST_FILE)
      return err(`${path}: has ${size} bytes, more than ${LARGEST_FILE} is not opened`);
    return ok({ blob: new Blob([await readFile(path)]), changedAt: mtimeMs });
  } catch (error) {
    return err(`${path}: ${readingFailure(error)}`);
  }
}

function readingFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES') return 'not allowed to read it';
  return `could not be read (${typeof code === 'string' ? code : 'unknown cause'})`;
}
