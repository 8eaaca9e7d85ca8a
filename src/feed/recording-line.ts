import { type Result, err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { RecordingHeader, WireMessage } from '#market/recording.ts';
import { isVenueId } from '#market/venue-id.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';

/** The only version of the format so far. */
export const RECORDING_VERSION = 1;

const LONGEST_REQUEST = 4_000;
const EARLIEST = 1_262_304_000_000;
const LATEST = 4_102_444_800_000;

/** Reads the first line of a recording; `unknown-format` means that the file is something else. */
export function readHeaderLine(line: string): Result<RecordingHeader, FileFailure> {
  const header = jsonObject(line);
  if (header === null || header['format'] !== 'smirk-recording') {
    return err(fileFailure('unknown-format', 'it is neither a recording nor a market file of a known venue'));
  }
  const { version, venue, startedAt, sample } = header;
  if (version !== RECORDING_VERSION) {
    const which = typeof version === 'number' ? `version ${version}` : 'no known version';
    return err(
      fileFailure('unsupported-version', `the recording has ${which}, and this page reads version 1`, 1),
    );
  }
  if (typeof venue !== 'string' || !isVenueId(venue)) {
    const which = typeof venue === 'string' ? `“${venue.slice(0, 40)}”` : 'no venue';
    return err(fileFailure('unknown-venue', `the recording names ${which}, which this page cannot read`, 1));
  }
  const started = instantOf(startedAt);
  if (started === null)
    return err(fileFailure('malformed-line', 'line 1 does not say when the recording began', 1));
  const plain: RecordingHeader = { format: 'smirk-recording', version, venue, startedAt: started };
  return ok(sample === true ? { ...plain, sample } : plain);
}

/** Reads any later line of a recording. */
export function readMessageLine(line: string, number: number): Result<WireMessage, FileFailure> {
  const message = jsonObject(line);
  if (message === null) {
    return err(fileFailure('malformed-line', `line ${number} is damaged or cut off`, number));
  }
  const { at, via, request, body } = message;
  const received = instantOf(at);
  const wellFormed =
    typeof request === 'string' && request.length <= LONGEST_REQUEST && typeof body === 'string';
  if (received === null || !wellFormed || (via !== 'http' && via !== 'ws')) {
    return err(fileFailure('malformed-line', `line ${number} is no recorded message`, number));
  }
  return ok({ at: received, via, request, body });
}

function jsonObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

function instantOf(value: unknown): EpochMs | null {
  return typeof value === 'number' && value >= EARLIEST && value <= LATEST ? epochMs(value) : null;
}
