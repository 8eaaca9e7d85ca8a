import type { ContractActivity } from '#analytics/activity/contract-activity.ts';
import type { EpochMs } from '#base/time.ts';
import type { SmileDetailModel } from '#charts/smile-detail/detail-geometry.ts';
import type { SmileCurve, SmileModel } from '#charts/smile/smile-model.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { pointsByExpiry } from '#app/reading/points-by-expiry.ts';
import { type DrawnExpiry, smileView } from '#app/reading/smile-view.ts';
import { placeOfStrike } from '#app/reading/strike-place.ts';
import { coinOf } from '#market/underlying.ts';
import { MOST_EXPIRIES, type Selection } from '#state/selection.ts';
import type { ComparedMarket } from '#state/use-compared-market.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { type ComparedCurves, comparedCurves, type OtherMarket } from './comparison.ts';
import {
  comparedHeadline,
  comparedNote,
  comparedTag,
  differenceTitles,
  type ComparedNote,
  timeTag,
} from './comparison-words.ts';
import { type Difference, differenceOf, differenceStrip } from './differences.ts';
import { type PointKnowledge, withDetails, withLastTrades } from './point-details.ts';
import { leadingExpiry, type SmileHeadline, smileHeadline } from './smile-headline.ts';
import { type ActivityByContract, activityStrip, residualStrip } from './smile-strips.ts';
import { fullAbsence } from './unfitted-words.ts';

/** What of the user's choices the panel depends on. */
export type SmileChoices = Pick<
  Selection,
  'expiries' | 'axis' | 'sides' | 'residual' | 'activity' | 'compare'
>;

/** What is known beside the report. */
export interface BesideReport {
  /** Null until it is known. */
  readonly activity: readonly ContractActivity[] | null;
  readonly compared: ComparedMarket | null;
  /** What the market on screen is called. */
  readonly label: string;
}

/** Everything the Smile panel shows, in words and display units. */
export interface SmilePanelModel {
  readonly headline: SmileHeadline;
  /** Chosen expiries that this market does not list. */
  readonly missing: number;
  readonly detail: SmileDetailModel;
  readonly knowledge: PointKnowledge;
  /** What keeps the comparison from being complete; null where nothing does. */
  readonly comparedNote: ComparedNote | null;
  /** `A, solid: Deribit. B, dashed: OKX.`; null while nothing is compared. */
  readonly comparedKey: string | null;
}

/** The chosen expiries, and the one they are compared with beside them. */
function expiriesDrawn(shown: readonly EpochMs[], { compare }: SmileChoices): readonly EpochMs[] {
  if (compare?.kind !== 'expiry' || shown.includes(compare.expiry)) return shown;
  return [...shown.slice(0, MOST_EXPIRIES - 1), compare.expiry];
}

function withSpot(curve: SmileCurve, spot: number | null, axis: Selection['axis']): SmileCurve {
  if (spot === null) return curve;
  return { ...curve, spotX: axis === 'strike' ? spot : placeOfStrike(curve.fit, spot) };
}

function otherMarket(compared: ComparedMarket | null, asOf: EpochMs): OtherMarket | null {
  const analysed = compared?.analysed ?? null;
  return compared === null || analysed === null ? null : { analysed, tag: comparedTag(compared, asOf) };
}

function labels(curves: readonly SmileCurve[]): string {
  return [...new Set(curves.map(({ label }) => label))].join(', ');
}

function strips(
  curves: readonly SmileCurve[],
  differences: readonly Difference[],
  choices: SmileChoices,
  { activity, coin }: PointKnowledge,
): SmileDetailModel['strips'] {
  const titles = differenceTitles(choices.axis);
  const difference =
    differences.length === 0
      ? null
      : differenceStrip(differences, { titles, emptyText: 'A and B share no part of this axis.' });
  return [
    difference,
    residualStrip(curves, choices.residual),
    activityStrip(curves, activity, { kind: choices.activity, coin }),
  ].filter((strip) => strip !== null);
}

function headlineOf(
  drawn: readonly DrawnExpiry[],
  { expiries }: ComparedCurves,
  smile: SmileModel,
): SmileHeadline {
  const lead = leadingExpiry(expiries.length > 0 ? expiries.map(({ a }) => a) : drawn);
  const pair = expiries.find(({ a }) => a === lead);
  const curve = smile.curves.find(({ expiryId }) => expiryId === lead?.id);
  return (pair && comparedHeadline(pair)) ?? smileHeadline(lead, curve ?? null, smile.strikeDecimals);
}

function baseSmile(
  { report }: Analysed,
  drawn: readonly DrawnExpiry[],
  { axis, sides }: SmileChoices,
  activity: ActivityByContract,
): SmileModel {
  const smile = smileView(report, drawn, axis, sides);
  const points = pointsByExpiry(report.points);
  const curves = smile.curves.map((curve, i) => {
    const own = drawn[i]?.report;
    const absence = own ? fullAbsence(curve, own, points.get(own.expiry) ?? []) : curve.absence;
    return withSpot({ ...curve, absence }, report.indexPrice, axis);
  });
  return { ...smile, curves: withLastTrades(curves, activity) };
}

/** Which is A and which is B, in the words of what tells them apart. */
function keyOf({ pairs }: ComparedCurves, { compared, label }: BesideReport, asOf: EpochMs): string {
  if (compared === null) {
    const b = pairs[0]?.b.label.replace(/^B /, '') ?? '';
    return `A, solid: ${labels(pairs.map(({ a }) => a))}. B, dashed: ${b}.`;
  }
  const own = compared.kind === 'time' ? `${timeTag(asOf, compared.at ?? asOf)} UTC` : label;
  const other = comparedTag(compared, asOf);
  return `A, solid: ${own}. B, dashed: ${other}${compared.kind === 'time' ? ' UTC' : ''}.`;
}

/** Pure: the same report, choices and knowledge give the same panel. */
export function smilePanelModel(
  analysed: Analysed,
  choices: SmileChoices,
  beside: BesideReport = { activity: null, compared: null, label: '' },
): SmilePanelModel {
  const { activity, compared } = beside;
  const { report } = analysed;
  const expiries = drawnExpiries(analysed);
  const { shown, missing } = shownExpiries(report.expiries, choices.expiries);
  const wanted = expiriesDrawn(shown, choices);
  const drawn = expiries.filter((one) => wanted.includes(one.report.expiry));
  const known: ActivityByContract = new Map(activity?.map((one) => [one.instrument, one]));
  const smile = baseSmile(analysed, drawn, choices, known);
  const other = otherMarket(compared, report.asOf);
  const comparison = comparedCurves(smile.curves, drawn, choices.compare, { ...choices, other });
  const differences = comparison.pairs.map(differenceOf);
  const coin = coinOf(report.underlying);
  const knowledge = { activity: known, coin, differences };
  const curves = withDetails(comparison.curves, knowledge);
  return {
    headline: headlineOf(drawn, comparison, smile),
    missing,
    detail: { smile: { ...smile, curves }, strips: strips(curves, differences, choices, knowledge) },
    knowledge,
    comparedNote: comparedNote(compared, comparison.unlisted, other?.tag ?? ''),
    comparedKey: comparison.pairs.length === 0 ? null : keyOf(comparison, beside, report.asOf),
  };
}
