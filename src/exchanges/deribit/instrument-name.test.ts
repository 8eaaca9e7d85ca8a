import { describe, expect, it } from 'vitest';
import { readInstrumentName, underlyingOfName } from './instrument-name.ts';

describe('reading a name', () => {
  it('takes days of one and of two digits, expiring at 08:00 UTC', () => {
    expect(readInstrumentName('BTC-3JAN26-88000-C')).toEqual({
      kind: 'option',
      underlying: 'BTC',
      expiry: Date.parse('2026-01-03T08:00:00Z'),
      strike: 88_000,
      right: 'call',
    });
    expect(readInstrumentName('ETH-27AUG21-4000-P')).toMatchObject({
      expiry: Date.parse('2021-08-27T08:00:00Z'),
      right: 'put',
    });
  });

  it('reads d as the decimal point of a strike and a pair as the underlying', () => {
    expect(readInstrumentName('XRP_USDC-30JUN23-0d625-C')).toMatchObject({
      underlying: 'XRP_USDC',
      strike: 0.625,
    });
    expect(readInstrumentName('XRP_USDC-26JUN26-1d52-P')).toMatchObject({ strike: 1.52 });
  });

  it.each([
    'BTC-PERPETUAL',
    'BTC-27MAR26',
    'SOL_USDC-PERPETUAL',
    'BTC_USDC',
    'BTC-CS-25DEC26-70000_75000',
    'BTC-FS-26JUN26_PERP',
    'ETH-CSR12-5JUN26-2000_2200',
  ])('knows %s as something that is not an option', (name) => {
    expect(readInstrumentName(name)).toEqual({ kind: 'not-an-option' });
  });

  it.each([
    '',
    'BTC',
    'BTC-31JUN26-60000-C',
    'BTC-5JUN26-60000-X',
    'BTC-5JUN26-0-C',
    'BTC-5JUN26-6.5-C',
    'BTC-5jun26-60000-C',
    'BTC-5JUN26-60000-C ',
    'BTC-5JUN2026-60000-C',
    '<script>alert(1)</script>',
    `BTC-5JUN26-${'9'.repeat(400)}-C`,
  ])('refuses %j', (name) => {
    expect(readInstrumentName(name)).toEqual({ kind: 'unreadable' });
  });

  it('tells whose an unreadable row is as long as the name begins well', () => {
    expect(underlyingOfName('SOL_USDC-99JUN26-1-C')).toBe('SOL_USDC');
    expect(underlyingOfName('§§')).toBeNull();
  });
});
