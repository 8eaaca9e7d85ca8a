import type { LiveSource } from '#feed/live-source.ts';
import type { ChainShelves } from './chain-shelves.ts';
import type { DeskHandlers, VenueQuestion } from './desk-protocol.ts';
import { heldChain } from './held-chain.ts';
import type { MessageShelf } from './message-shelf.ts';

/** Numbers of questions asked by socket begin here, far from those that a line gives its own frames. */
const FIRST_ID = 1_000_000;

/** The sockets' part of the desk: what they are to bring, and what came of it. */
export function streamDesk(
  { shelves, heard }: { readonly shelves: ChainShelves; readonly heard: MessageShelf },
  sourceFor: (question: Pick<VenueQuestion, 'venue' | 'now'>) => LiveSource,
): Pick<DeskHandlers, 'push' | 'plan'> {
  let lastId = FIRST_ID;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };
  return {
    push: (batch) => {
      const source = sourceFor(batch);
      for (const message of batch.messages) heard.hear(batch.venue, message);
      const { unread } = source.receive(batch.messages);
      const held = source.held(batch.underlying);
      return { held: held && heldChain(shelves, batch.venue, held), unread };
    },
    plan: (question) => sourceFor(question).plan(question.view, nextId),
  };
}
