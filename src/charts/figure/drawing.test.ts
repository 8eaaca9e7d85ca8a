import { expect, it } from 'vitest';
import { captionedDrawing } from './captioned-drawing.ts';
import { type DrawnPath, type DrawnText, svgDocument } from './drawing.ts';
import { fileName } from './save-file.ts';

const ink = { fill: 'none', stroke: 'rgb(1, 2, 3)', strokeWidth: 1.5, dashes: [4, 4], opacity: 0.5 };
const path: DrawnPath = { kind: 'path', ...ink, d: 'M0,0L10,10' };
const text: DrawnText = {
  kind: 'text',
  ...ink,
  text: '<script>alert("1")</script>',
  x: 3,
  y: 4,
  anchor: 'end',
  fontSize: 11,
  fontWeight: 550,
  tabular: true,
};
const words = { title: 'Smile', howToRead: 'Bid to ask', summary: '' };
const caption = {
  source: 'Deribit BTC',
  time: '2026-07-08 03:47:35 UTC',
  convention: 'Black-76 on the forward, ACT/365F, forward delta',
};
const colours = { background: 'rgb(15, 19, 24)', text: 'white', muted: 'grey' };

function drawing(width: number) {
  return captionedDrawing({ size: { width, height: 200 }, items: [path, text] }, words, caption, colours);
}

it('burns title, market, time and convention into the picture', () => {
  const svg = svgDocument(drawing(900));
  for (const part of ['>Smile<', 'Deribit BTC', '2026-07-08 03:47:35 UTC', 'ACT/365F, forward delta'])
    expect(svg).toContain(part);
});

it('breaks the caption into lines where the picture is narrow, and grows for them', () => {
  expect(drawing(300).size.height).toBeGreaterThan(drawing(900).size.height);
  expect(
    svgDocument(drawing(300))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  ).toContain('forward delta');
});

it('keeps dashes, opacity and place of what was on the screen', () => {
  const svg = svgDocument(drawing(900));
  expect(svg).toContain('stroke="rgb(1, 2, 3)" stroke-width="1.5" stroke-dasharray="4 4" opacity="0.5"');
  expect(svg).toMatch(/<g transform="translate\(16 52\)">\s*<path d="M0,0L10,10"/);
});

it('writes text from outside as text', () => {
  const svg = svgDocument(drawing(900));
  expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(svg).not.toContain('<script');
});

it('names files by letters, digits and dashes only', () => {
  expect(fileName(['Deribit BTC', '25Δ risk reversal', '../../etc 03:47'], 'svg')).toBe(
    'smirk-deribit-btc-25d-risk-reversal-etc-03-47.svg',
  );
});
