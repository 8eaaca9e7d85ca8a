import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expiryRampSteps } from './expiry-colour.ts';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
const smileCss = readFileSync(new URL('smile/SmilePicture.module.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
const expiries = Array.from({ length: expiryRampSteps }, (_, step) => `expiry-${step}`);
const themes = ['light', 'dark'] as const;

function hex(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`no token ${name}`);
  return token[theme];
}

function channels(colour: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r, g, b] = channels(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (bright + 0.05) / (dim + 0.05);
}

/** A colour laid over another at an opacity, as a browser blends it: in sRGB. */
function mix(over: string, under: string, opacity: number): string {
  const byte = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const blend = [1, 3, 5].map((at) => Math.round(opacity * byte(over, at) + (1 - opacity) * byte(under, at)));
  return `#${blend.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(themes)('%s theme', (theme) => {
  it.each(['text', 'muted', 'put', 'call', 'accent', 'warning', 'live', ...expiries])(
    'reads %s as text on every surface at 4.5:1',
    (name) => {
      for (const surface of ['background', 'panel', 'raised'])
        expect(contrast(hex(name, theme), hex(surface, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('shows the outline of a control at 3:1', () => {
    for (const surface of ['background', 'panel'])
      expect(contrast(hex('control-line', theme), hex(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe.each(themes)('marks in the %s theme', (theme) => {
  const opacity = Number(/\.quotes \{\s*opacity: ([\d.]+)/.exec(smileCss)?.[1]);
  it.each(expiries)('shows the bars of quotes in %s at 3:1 though they are lighter than the fit', (name) => {
    for (const surface of ['background', 'panel'])
      expect(
        contrast(mix(hex(name, theme), hex(surface, theme), opacity), hex(surface, theme)),
      ).toBeGreaterThanOrEqual(3);
  });
});
