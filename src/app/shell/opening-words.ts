import { numberText } from '#charts/number-text.ts';
import type { OpeningProgress } from '#state/worker/desk-protocol.ts';

/** What is being done with a file, in words; null progress is before the first word of it. */
export function openingWords(fileName: string, progress: OpeningProgress | null): string {
  if (progress === null) return `Opening ${fileName}`;
  switch (progress.stage) {
    case 'bytes':
      return `Reading ${fileName}, ${megabytes(progress.read)} of ${megabytes(progress.total)} MB`;
    case 'quotes':
      return `Reading the quotes in ${fileName}`;
    case 'smiles':
      return `Fitting the ${progress.underlying} smiles`;
    default:
      return progress satisfies never;
  }
}

function megabytes(bytes: number): string {
  return numberText(bytes / 1e6, 1);
}

/** How far reading has come, from 0 to 1; null while that cannot be told. */
export function openingShare(progress: OpeningProgress | null): number | null {
  if (progress?.stage === 'quotes') return progress.share ?? null;
  return progress?.stage === 'bytes' && progress.total > 0 ? progress.read / progress.total : null;
}
