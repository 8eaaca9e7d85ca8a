import type { WireMessage } from '#market/recording.ts';
import { createPacer } from './pacer.ts';
import type { Recording } from './recording.ts';

/** One line of a recording, line break included. */
export function recordingLine(content: Recording['header'] | WireMessage): string {
  return `${JSON.stringify(content)}\n`;
}

/** A recording as a stream of bytes, one message at a time so that no second copy of the whole is made. */
export function recordingStream(
  { header, messages }: Recording,
  gzip: boolean,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const pace = createPacer();
  let next = -1;
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      await pace();
      const content = next < 0 ? header : messages[next];
      next += 1;
      if (content === undefined) controller.close();
      else controller.enqueue(encoder.encode(recordingLine(content)));
    },
  });
  return gzip ? plain.pipeThrough(new CompressionStream('gzip')) : plain;
}

/** A recording as one file to save; the type tells a browser how to name it. */
export async function recordingBlob(recording: Recording, gzip: boolean): Promise<Blob> {
  const bytes = await new Response(recordingStream(recording, gzip)).arrayBuffer();
  return new Blob([bytes], { type: gzip ? 'application/gzip' : 'application/jsonl' });
}
