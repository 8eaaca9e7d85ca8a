import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { WhyPlace } from '#analytics/why/why-place.ts';
import type { Report } from '#analytics/report.ts';
import type { ChartFocus } from '#charts/focus/chart-focus.ts';
import { Choice } from '#app/reading/Choice.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import { instantText } from '#app/reading/time-words.ts';
import { useSelection } from '#state/app-context.ts';
import type { Comparison } from '#state/selection.ts';
import type { StudiedMarket } from '#state/queries/study-query.ts';
import { type ComparedMarket, useComparedMarket } from '#state/use-compared-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { StudyResult } from '#state/worker/studies.ts';
import control from '#app/reading/control.module.css';
import { counterpart } from './counterpart.ts';
import { contractWords } from './contract-words.ts';
import { expiryWords } from './expiry-words.ts';
import { RawRows } from './RawRows.tsx';
import styles from './why-dialog.module.css';
import { WhyPart } from './WhyParts.tsx';
import type { WhyText } from './why-words.ts';

/** The place in one of the two markets that are compared, or in the only one, as it was when it was asked about. */
interface Side {
  readonly studied: StudiedMarket;
  readonly label: string;
  readonly report: Report;
  readonly place: WhyPlace | null;
  readonly madeUp: boolean;
}

interface WhyDialogProps extends Omit<PanelProps, 'channel'> {
  /** What the crosshair says now; null where nothing was ever pointed at. */
  readonly place: () => ChartFocus | null;
  readonly onClose: () => void;
}

function placeOf(focus: ChartFocus | null, { points, expiries }: Report): WhyPlace | null {
  if (focus === null) return null;
  const point = points.find(({ instrument }) => instrument === focus.pointId);
  if (point) return { instrument: point.instrument, expiry: point.expiry };
  const expiry = expiries.find((one) => String(one.expiry) === focus.expiryId);
  return expiry ? { instrument: null, expiry: expiry.expiry } : null;
}

/** A, and what is compared with it. */
function sidesOf(
  focus: ChartFocus | null,
  { market, analysed: { report } }: Omit<PanelProps, 'channel'>,
  compared: ComparedMarket | null,
  compare: Comparison | null,
): readonly [a: Side, b?: Side] {
  const place = placeOf(focus, report);
  const own = { studied: market, label: market.label, report, madeUp: isMadeUp(market) };
  const a = { ...own, place };
  if (place === null) return [a];
  if (compare?.kind === 'expiry')
    return [a, { ...own, place: counterpart(place, report, report, compare.expiry) }];
  if (compared === null || compared.analysed === null) return [a];
  const other = compared.analysed.report;
  const { label, madeUp } = compared;
  return [a, { studied: compared, label, madeUp, report: other, place: counterpart(place, report, other) }];
}

/** The sample market, now or recorded. */
function isMadeUp({ onScreen, replay }: PanelProps['market']): boolean {
  return onScreen.kind === 'sample' || (onScreen.kind === 'replay' && replay?.sample === true);
}

function wordsOf(answer: StudyResult<'why'>, place: WhyPlace, report: Report): WhyText | null {
  if (answer.contract) return contractWords(answer.contract, report);
  const expiry = report.expiries.find((one) => one.expiry === place.expiry);
  return expiry && answer.expiry ? expiryWords(expiry, answer.expiry, report.deltaConvention) : null;
}

const NOTHING: WhyText = {
  title: 'Why this number',
  sentence:
    'Nothing is pointed at. Point at a place of a chart, tap it, or move there with the arrow keys, and ask again.',
  sections: [],
};
const LOOKING: WhyText = { title: 'Why this number', sentence: 'Looking it up …', sections: [] };
const NOT_IN_B: WhyText = {
  title: 'Why this number',
  sentence: 'B does not list this expiry.',
  sections: [],
};

const SIDES = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
] as const;

/** The words for one side, and the whole of them as it is shown; while they are looked up, that. */
function answerOf(
  { label, report, place, madeUp }: Omit<Side, 'studied'>,
  { value, error }: ReturnType<typeof useStudy<'why'>>,
  nothing: WhyText,
): { readonly words: WhyText; readonly answer: ReactElement } {
  if (place !== null && value === null)
    return { words: LOOKING, answer: <p className={styles.sentence}>{error ?? LOOKING.sentence}</p> };
  const words = (place && value && wordsOf(value, place, report)) ?? nothing;
  const answer = (
    <>
      <p className={styles.sentence}>{words.sentence}</p>
      {place !== null && (
        <p className={styles.how}>
          {label}, {report.underlying}, chain of {instantText(report.asOf)}. Black-76 on the forward.
        </p>
      )}
      {words.sections.map((section) => (
        <WhyPart key={section.title} section={section} />
      ))}
      {value !== null && place !== null && place.instrument !== null && (
        <RawRows rows={value.raw} madeUp={madeUp} />
      )}
    </>
  );
  return { words, answer };
}

/**
 * What is behind one place of a chart: inputs, formula, convention and the venue's own words. It stays with the chain
 * it was opened on, however the market moves on.
 */
export function WhyDialog({ market, analysed, place, onClose }: WhyDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const compared = useComparedMarket(market);
  const compare = useSelection((state) => state.compare);
  const [sides] = useState(() => sidesOf(place(), { market, analysed }, compared, compare));
  const [shown, show] = useState<(typeof SIDES)[number]['value']>('a');
  const [a, b = a] = sides;
  const ofA = useStudy(a.studied, 'why', a.place);
  const ofB = useStudy(b.studied, 'why', shown === 'b' ? b.place : null);
  const { words, answer } = shown === 'b' ? answerOf(b, ofB, NOT_IN_B) : answerOf(a, ofA, NOTHING);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="why-title" onClose={onClose}>
      <form method="dialog" className={styles.head}>
        <h2 id="why-title" className={styles.title}>
          {words.title}
        </h2>
        <button type="submit" className={control.button}>
          Close
        </button>
      </form>
      {sides.length > 1 && <Choice name="Of" options={SIDES} value={shown} onChoose={show} />}
      {answer}
    </dialog>
  );
}
