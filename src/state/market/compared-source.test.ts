import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { comparedSource, type ShownMarket } from './compared-source.ts';
import type { LiveMarket, ReplayMarket } from './market-source.ts';

const unused = () => Promise.reject(new Error('nothing is asked here'));
const door = (venue: VenueId, knownUnderlyings: readonly string[]): LiveMarket => ({
  venue,
  label: venue.toUpperCase(),
  knownUnderlyings,
  restFromPage: 'yes',
  stream: null,
  chain: unused,
  instruments: unused,
  index: unused,
  book: unused,
});
const replay = {
  id: 'file 1',
  frames: [0, 60, 600].map((seconds) => ({ at: epochMs(seconds * 1000) })),
} as unknown as ReplayMarket;
const live: ShownMarket = {
  onScreen: 'live',
  venue: 'deribit',
  underlying: 'BTC',
  replay: null,
  beside: null,
  at: null,
  live: [door('deribit', ['BTC', 'ETH']), door('okx', ['BTC']), door('bybit', ['ETH_USDT'])],
};

it('asks another venue for the same coin by the name it has there', () => {
  expect(comparedSource({ kind: 'venue', venue: 'okx' }, live)).toMatchObject({
    kind: 'venue',
    underlying: 'BTC',
    door: { venue: 'okx' },
  });
  const ether = { ...live, underlying: 'ETH' };
  expect(comparedSource({ kind: 'venue', venue: 'bybit' }, ether)).toMatchObject({ underlying: 'ETH_USDT' });
});

it('says why there is nothing to compare with', () => {
  const why = (venue: VenueId, shown: ShownMarket) => comparedSource({ kind: 'venue', venue }, shown);
  expect(why('okx', { ...live, onScreen: 'sample' })).toEqual({ kind: 'none', why: 'not-live' });
  expect(why('deribit', live)).toEqual({ kind: 'none', why: 'same-venue' });
  expect(why('cboe', live)).toEqual({ kind: 'none', why: 'unknown-venue' });
  expect(why('bybit', live)).toEqual({ kind: 'none', why: 'no-underlying' });
  expect(comparedSource({ kind: 'time', at: epochMs(1) }, live)).toEqual({
    kind: 'none',
    why: 'no-recording',
  });
});

it('takes the frame of the recording nearest to the time asked for', () => {
  const replayed: ShownMarket = { ...live, onScreen: 'replay', replay };
  const frameAt = (ms: number) => comparedSource({ kind: 'time', at: epochMs(ms) }, replayed);
  expect(frameAt(59_000)).toMatchObject({ kind: 'time', frame: 1, underlying: 'BTC' });
  expect(frameAt(9_999_999)).toMatchObject({ frame: 2 });
});

it('needs no second market for another expiry', () => {
  expect(comparedSource({ kind: 'expiry', expiry: epochMs(1) }, live)).toBeNull();
  expect(comparedSource(null, live)).toBeNull();
});

it('asks a second file for the instant nearest to the market on screen, by the name the coin has there', () => {
  const beside = { ...replay, id: 'file 2', underlyings: ['BTC_USDT'] };
  const shown = { ...live, beside, at: epochMs(70_000) };
  expect(comparedSource({ kind: 'file' }, shown)).toEqual({
    kind: 'file',
    replay: beside,
    frame: 1,
    underlying: 'BTC_USDT',
  });
  expect(comparedSource({ kind: 'file' }, live)).toEqual({ kind: 'none', why: 'no-file' });
  const ether = { ...shown, underlying: 'ETH' };
  expect(comparedSource({ kind: 'file' }, ether)).toEqual({ kind: 'none', why: 'no-underlying' });
});
