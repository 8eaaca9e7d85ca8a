import { expect, it } from 'vitest';
import { expiryFixture, analysedFixture, pointFixture, reportFixture } from './report-fixture.ts';
import { drawnExpiries } from './drawn-expiries.ts';
import { focusOf, pinOf } from './pin-focus.ts';
import { smileView } from './smile-view.ts';
import { AXES } from '#state/selection.ts';

const month = expiryFixture(30, { quotedRange: [-0.2, 0.2] });
const report = reportFixture([month], {
  points: [-0.2, 0, 0.2].map((k) => pointFixture(month, k, { delta: k > 0 ? 0.3 : -0.5 - k })),
});
const curvesOn = (axis: (typeof AXES)[number]) =>
  smileView(report, drawnExpiries(analysedFixture(report)), axis).curves;
const id = String(month.expiry);

it('keeps a contract by its strike and finds it again on any axis', () => {
  for (const axis of AXES) {
    const curves = curvesOn(axis);
    const quote = curves[0]!.quotes[0]!;
    const pin = pinOf({ expiryId: id, x: quote.x, pointId: quote.id }, curves)!;
    expect(pin.strike).toBe(quote.strike);
    expect(focusOf(pin, curvesOn('strike'))?.pointId).toBe(quote.id);
  }
});

it('keeps a place between strikes by the strike the line has there, on every axis', () => {
  const forward = 60_000;
  const pin = { expiry: month.expiry, strike: forward * Math.exp(0.07) };
  for (const axis of AXES) {
    const focus = focusOf(pin, curvesOn(axis))!;
    expect(focus.pointId).toBeNull();
    expect(pinOf(focus, curvesOn(axis))!.strike).toBeCloseTo(pin.strike, 0);
  }
  expect(focusOf(pin, curvesOn('log'))?.x).toBeCloseTo(0.07, 4);
});

it('keeps an expiry alone, as a chart over time pins it', () => {
  const focus = { expiryId: id, x: null, pointId: null };
  const pin = pinOf(focus, curvesOn('log'))!;
  expect(pin).toEqual({ expiry: month.expiry, strike: null });
  expect(focusOf(pin, curvesOn('strike'))).toEqual(focus);
});

it('has no place for an expiry or a strike that is not drawn, and no pin for what is compared', () => {
  const curves = curvesOn('log');
  expect(focusOf({ expiry: month.expiry, strike: 1 }, curves)).toBeNull();
  expect(pinOf({ expiryId: 'elsewhere', x: 0, pointId: null }, curves)).toBeNull();
  const compared = [{ ...curves[0]!, compared: true }];
  expect(pinOf({ expiryId: id, x: 0, pointId: null }, compared)).toBeNull();
});
