import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { WhyPlace } from '#analytics/why/why-place.ts';
import type { Report } from '#analytics/report.ts';
import type { ChartFocus } from '#charts/focus/chart-focus.ts';
import { ownId } from '#app/reading/compared-id.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import { instantText } from '#app/reading/time-words.ts';
import type { StudiedMarket } from '#state/queries/study-query.ts';
import { type ComparedMarket, useComparedMarket } from '#state/use-compared-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { StudyResult } from '#state/worker/studies.ts';
import control from '#app/reading/control.module.css';
import { contractWords } from './contract-words.ts';
import { expiryWords } from './expiry-words.ts';
import { RawRows } from './RawRows.tsx';
import styles from './why-dialog.module.css';
import { WhyPart } from './WhyParts.tsx';
import type { WhyText } from './why-words.ts';

/** One of the two markets that a place can belong to, as it was when it was asked about. */
interface Side {
  readonly studied: StudiedMarket;
  readonly label: string;
  readonly report: Report;
  readonly focus: ChartFocus | null;
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

/** The place in the market it belongs to: the one on screen, or the one that is compared with it. */
function sideOf(
  focus: ChartFocus | null,
  { market, analysed }: Omit<PanelProps, 'channel'>,
  compared: ComparedMarket | null,
): Side {
  const own = { studied: market, label: market.label, report: analysed.report, madeUp: isMadeUp(market) };
  const expiryId = focus === null ? null : ownId(focus.expiryId);
  const other = compared?.analysed ?? null;
  if (focus === null || expiryId === null || compared === null || other === null) return { ...own, focus };
  return {
    studied: compared,
    label: compared.label,
    report: other.report,
    focus: { ...focus, expiryId, pointId: focus.pointId && ownId(focus.pointId) },
    madeUp: compared.kind === 'time' && own.madeUp,
  };
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
const ELSEWHERE: WhyText = {
  title: 'Why this number',
  sentence:
    'This place belongs to another market or time than the one on screen. Put that on screen to see what is behind it.',
  sections: [],
};

/**
 * What is behind one place of a chart: inputs, formula, convention and the venue's own words. It stays with the chain
 * it was opened on, however the market moves on.
 */
export function WhyDialog({ market, analysed, place, onClose }: WhyDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const compared = useComparedMarket(market);
  const [held] = useState(() => sideOf(place(), { market, analysed }, compared));
  const { report, focus } = held;
  const asked = useMemo(() => placeOf(focus, report), [focus, report]);
  const { value, error } = useStudy(held.studied, 'why', asked);
  useEffect(() => dialog.current?.showModal(), []);
  const found = asked && value ? wordsOf(value, asked, report) : null;
  const words = found ?? (focus === null ? NOTHING : ELSEWHERE);
  const waiting = asked !== null && value === null;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="why-title" onClose={onClose}>
      <form method="dialog" className={styles.head}>
        <h2 id="why-title" className={styles.title}>
          {waiting ? 'Why this number' : words.title}
        </h2>
        <button type="submit" className={control.button}>
          Close
        </button>
      </form>
      {waiting ? (
        <p className={styles.sentence}>{error ?? 'Looking it up …'}</p>
      ) : (
        <>
          <p className={styles.sentence}>{words.sentence}</p>
          {asked !== null && (
            <p className={styles.how}>
              {held.label}, {report.underlying}, chain of {instantText(report.asOf)}. Black-76 on the forward.
            </p>
          )}
          {words.sections.map((section) => (
            <WhyPart key={section.title} section={section} />
          ))}
          {value !== null && asked !== null && asked.instrument !== null && (
            <RawRows rows={value.raw} madeUp={held.madeUp} />
          )}
        </>
      )}
    </dialog>
  );
}
