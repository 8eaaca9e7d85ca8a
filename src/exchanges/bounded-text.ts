/** Control, direction and half characters, which would break or reorder the line they are shown in. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Text of unknown origin cut to a length fit for a message; what cannot be printed becomes a space. */
export function boundedText(text: string, limit: number = 160): string {
  const plain = text.slice(0, limit + 1).replace(UNPRINTABLE, ' ');
  return plain.length > limit ? `${plain.slice(0, limit - 1)}…` : plain;
}
