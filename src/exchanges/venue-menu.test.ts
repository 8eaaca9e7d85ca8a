import { expect, it } from 'vitest';
import { ADAPTERS } from './registry.ts';
import { VENUE_MENU } from './venue-menu.ts';

it('offers every venue that can be asked or heard by a page, as its adapter describes it, and no other', () => {
  const live = ADAPTERS.filter((adapter) => {
    const asked = adapter.knownUnderlyings.flatMap((underlying) => adapter.chainRequests(underlying));
    return adapter.streams !== undefined || asked.length > 0;
  });
  const described = live.map(({ id, label, knownUnderlyings, streams }) => ({
    venue: id,
    label,
    knownUnderlyings,
    restFromPage: streams?.restFromPage ?? 'yes',
  }));
  expect(VENUE_MENU).toEqual(described);
});
