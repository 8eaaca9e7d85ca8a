import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createFocusChannel } from '../focus/chart-focus.ts';
import { RiskReversalFigure } from '../risk-reversal/RiskReversalFigure.tsx';
import { SmileChart } from '../smile/SmileChart.tsx';
import type { SmileModel } from '../smile/smile-model.ts';
import type { FigureProps } from './ChartFigure.tsx';

const figure: FigureProps = {
  text: {
    title: '25Δ risk reversal',
    howToRead: 'Call minus put vol',
    summary: 'Puts are dearer everywhere.',
  },
  caption: { source: 'Deribit BTC', time: '2026-07-08 03:47:35 UTC', convention: 'Black-76' },
  dataOpen: false,
  onDataOpenChange: () => undefined,
};
const point = {
  expiryId: 'e',
  label: '31 JUL <b>',
  days: 23.2,
  colour: 'red',
  value: -7.84,
  interval: null,
  absence: null,
  chosen: true,
};
const model = {
  words: { label: '25Δ call − put', spoken: 'call minus put', below: 'puts dearer', above: 'calls dearer' },
  tenors: [],
  points: [point],
  decimals: 1,
  domain: null,
  emptyText: 'none',
};
const channel = createFocusChannel();

function markup(props: Partial<FigureProps>): string {
  return renderToStaticMarkup(<RiskReversalFigure {...figure} {...props} model={model} channel={channel} />);
}

/** The text of the element that an attribute of the figure points to. */
function pointedTo(html: string, attribute: string): string | undefined {
  const id = new RegExp(`<figure[^>]*${attribute}="([^"]+)"`).exec(html)?.[1] ?? 'none';
  return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1];
}

describe('a chart figure', () => {
  it('is named by its title and described by its sentence', () => {
    const html = markup({});
    expect(pointedTo(html, 'aria-labelledby')).toBe('25Δ risk reversal');
    expect(pointedTo(html, 'aria-describedby')).toBe('Puts are dearer everywhere.');
  });

  it('offers its data by a button that says whether the table is open', () => {
    expect(markup({})).toMatch(/<button[^>]*aria-expanded="false"[^>]*>Show data</);
    expect(markup({})).not.toContain('<table');
    expect(markup({ dataOpen: true })).toMatch(/<button[^>]*aria-expanded="true"[^>]*>Hide data</);
  });

  it('opens a table with the same caption, the screen’s decimals and a dash for what is missing', () => {
    const html = markup({ dataOpen: true });
    expect(html).toContain('<caption>25Δ risk reversal</caption>');
    expect(html).toContain('>−7.8</td>');
    expect(html).toContain('>–</td>');
  });

  it('shows a name from outside as text, never as markup', () => {
    expect(markup({ dataOpen: true })).toContain('31 JUL &lt;b&gt;');
  });
});

it('gives the crosshair of a chart a name, and a value in words', () => {
  const smile: SmileModel = {
    axis: 'strike',
    strikeUnit: 'USD',
    strikeDecimals: 0,
    volDecimals: 1,
    curves: [],
    xDomain: null,
    volDomain: null,
    emptyText: 'no quotes for the chosen expiries',
  };
  const html = renderToStaticMarkup(
    <SmileChart
      name="Smile"
      model={smile}
      channel={createFocusChannel()}
      size={{ width: 600, height: 300 }}
    />,
  );
  expect(html).toMatch(/<input[^>]*type="range"[^>]*aria-label="Smile, crosshair"/);
  expect(html).toContain('aria-valuetext="nothing pointed at"');
  expect(html).toContain('no quotes for the chosen expiries');
});
