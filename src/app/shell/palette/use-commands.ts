import { useMemo } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import { choiceCommands } from './choice-commands.ts';
import { deedCommands, type Deeds } from './deed-commands.ts';
import type { Command } from './match-commands.ts';

/** Everything that can be done on this page now. */
export function useCommands(market: Market, deeds: Deeds): readonly Command[] {
  const { doors, selection, session } = useApp();
  const chosen = useSelection((state) => state);
  return useMemo(
    () => [
      ...choiceCommands({ selection, session, venues: doors.live, underlyings: market.underlyings }),
      ...deedCommands({ deeds, selection, session, chosen, retry: market.retry }),
    ],
    [doors, selection, session, chosen, market.underlyings, market.retry, deeds],
  );
}
