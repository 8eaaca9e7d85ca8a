import type { LiveMarket } from '#state/market/market-source.ts';
import { chooseUnderlying, type SelectionStore } from '#state/selection-store.ts';
import { PANELS, type Selection } from '#state/selection.ts';
import { closeReplay, type SessionStore } from '#state/session-store.ts';
import { PANEL_DOORS } from '../panel-doors.ts';
import type { Command } from './match-commands.ts';

interface Choices {
  readonly selection: SelectionStore;
  readonly session: SessionStore;
  readonly venues: readonly Pick<LiveMarket, 'venue' | 'label'>[];
  readonly underlyings: readonly string[];
}

/** Names of the values that are chosen by a plain change of the selection. */
const VALUES: readonly (readonly [group: string, name: string, change: Partial<Selection>])[] = [
  ['Axis', 'Strike', { axis: 'strike' }],
  ['Axis', '% of forward', { axis: 'percent' }],
  ['Axis', 'Log-moneyness ln(K/F)', { axis: 'log' }],
  ['Axis', 'Expected moves k/(σ√T)', { axis: 'moves' }],
  ['Axis', 'Delta', { axis: 'delta' }],
  ['Delta convention', 'Forward delta', { delta: 'forward' }],
  ['Delta convention', 'Premium-adjusted delta', { delta: 'premium-adjusted' }],
  ['At the money', 'At the forward', { atm: 'forward' }],
  ['At the money', 'Zero-delta straddle', { atm: 'straddle' }],
  ['Theme', 'Dark', { theme: 'dark' }],
  ['Theme', 'Light', { theme: 'light' }],
  ['Theme', 'As the system', { theme: 'auto' }],
];

const command = (group: string, name: string, run: () => void, key: string | null = null): Command => ({
  id: `${group} ${name}`,
  group,
  name,
  key,
  run,
});

/** Panels, markets, underlyings and conventions: everything the address holds. */
export function choiceCommands({ selection, session, venues, underlyings }: Choices): readonly Command[] {
  const toMarket = (target: Parameters<typeof chooseUnderlying>[1]) => (): void => {
    closeReplay(session);
    chooseUnderlying(selection, target);
  };
  return [
    ...PANELS.map((panel, index) =>
      command('Go to', PANEL_DOORS[panel].name, () => selection.setState({ panel }), String(index + 1)),
    ),
    ...venues.map(({ venue, label }) => command('Venue', label, toMarket({ market: 'live', venue }))),
    command('Venue', 'Sample market', toMarket({ market: 'sample' })),
    command('Venue', 'Sample market, clock stopped', toMarket({ market: 'sample-still' })),
    ...underlyings.map((underlying) =>
      command('Underlying', underlying.replace('_', ' · '), () =>
        chooseUnderlying(selection, { underlying }),
      ),
    ),
    ...VALUES.map(([group, name, change]) => command(group, name, () => selection.setState(change))),
  ];
}
