import { memo, useDeferredValue, useMemo, type ReactElement } from 'react';
import type { PlanElsewhere, PlanStudy } from '#analytics/protection/protection-study.ts';
import type { Report } from '#analytics/report.ts';
import { expiryLabel } from '#base/calendar.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { WaterfallFigure } from '#charts/waterfall/WaterfallFigure.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import styles from '#app/reading/panel.module.css';
import { PanelControls } from '#app/reading/PanelControls.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { coinOf } from '#market/underlying.ts';
import type { PlanForm } from '#state/plan-form.ts';
import { planWords } from '#state/plan-in-words.ts';
import type { Market } from '#state/use-market.ts';
import { useOrderBooks } from '#state/use-order-books.ts';
import { useStudy, useStudyAtOnce } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { AcrossSection } from './across/AcrossSection.tsx';
import { BillFacts, LegTable } from './BillFacts.tsx';
import { BillTable } from './BillTable.tsx';
import { type BillView, billView } from './bill-view.ts';
import { cheapestWords } from './cheapest-words.ts';
import { Downloads } from './Downloads.tsx';
import { PlanSentence } from './PlanSentence.tsx';
import { SmallestOrder } from './SmallestOrder.tsx';
import { ProgrammeDoor } from './programme/ProgrammeDoor.tsx';
import { usePlanForm } from './use-plan-form.ts';
import { ProtectionPictures } from './pictures/ProtectionPictures.tsx';
import { tradedContracts } from './traded-contracts.ts';

const FIGURES = ['bill'] as const;

/** Expiries as a plan names them, each date once. */
function datesOf({ expiries, asOf }: Report): readonly { readonly date: string; readonly label: string }[] {
  const dates = expiries
    .filter(({ expiry }) => expiry > asOf)
    .map(({ expiry, label }) => ({ date: expiryLabel(expiry).replaceAll(' ', ''), label }));
  return dates.filter(({ date }, index) => dates.findIndex((other) => other.date === date) === index);
}

/** The chosen plan on the market on screen: its study, or in words why there is none. */
function usePlan({ market, analysed }: Pick<PanelProps, 'market' | 'analysed'>) {
  const form = usePlanForm(analysed);
  const words = planWords(form);
  const asked = useMemo(() => ({ words }), [words]);
  const { value, error } = useStudyAtOnce(market, 'protection', asked);
  const { value: beside } = useStudy(market, 'protectionElsewhere', asked);
  const study = value?.ok === true ? value.value : null;
  const fault = error ?? (value?.ok === false ? value.error : null);
  const books = useOrderBooks(
    { ...market, kind: market.onScreen.kind },
    useMemo(() => tradedContracts(study), [study]),
  );
  const view = useMemo(() => study && billView(study), [study]);
  const dates = useMemo(() => datesOf(analysed.report), [analysed.report]);
  const inCoin = form.cash || (study?.answer.ok === true && study.answer.value.premiumUnit === 'underlying');
  const elsewhere = beside?.ok === true ? beside.value : null;
  return { form, words, study, elsewhere, fault, view, dates, inCoin, books };
}

interface BillProps {
  readonly view: BillView;
  readonly caption: FigureCaption;
}

const Bill = memo(function Bill({ view, caption }: BillProps): ReactElement {
  const tables = useDataTables(FIGURES);
  const text = {
    title: 'What the cost is made of',
    howToRead: 'Each part begins where the one before it ends',
    summary: view.summary,
  };
  return (
    <>
      <div className={styles.pictures}>
        <WaterfallFigure {...tables.bill} caption={caption} text={text} model={view.waterfall} />
      </div>
      <BillTable columns={view.columns} rows={view.rows} />
      <BillFacts facts={view.facts} />
      <LegTable legs={view.legs} />
    </>
  );
});

interface HeadProps {
  readonly plan: ReturnType<typeof usePlan>;
  readonly elsewhere: PlanElsewhere | null;
  readonly contractSize: number | null;
  readonly coin: string;
}

/** The answer in a sentence, what it rests on, and where it is cheapest. */
function Head({ plan, elsewhere, contractSize, coin }: HeadProps): ReactElement {
  const { study, fault, view, books } = plan;
  const cheapest = useMemo(() => (elsewhere === null ? '' : cheapestWords(elsewhere)), [elsewhere]);
  return (
    <div className={styles.head}>
      <h1 className={styles.sentence}>
        {(view?.sentence ?? fault ?? 'Making out the bill …').replaceAll(' %', '\u00a0%')}
      </h1>
      {view !== null && <p className={styles.basis}>{view.basis}</p>}
      {cheapest !== '' && <p className={styles.basis}>{cheapest}</p>}
      {study !== null && <SmallestOrder study={study} contractSize={contractSize} coin={coin} />}
      {books.error !== null && (
        <p className={styles.basis}>The order book could not be read: {books.error}</p>
      )}
    </div>
  );
}

interface BelowProps {
  readonly market: Market;
  readonly analysed: Analysed;
  readonly caption: FigureCaption;
  readonly form: PlanForm;
  readonly study: PlanStudy | null;
  readonly elsewhere: PlanElsewhere | null;
}

/** What the plan costs elsewhere and what becomes of it. */
const Below = memo(function Below(props: BelowProps): ReactElement {
  const { market, analysed, caption, form, study, elsewhere } = props;
  return (
    <>
      {study !== null && elsewhere !== null && (
        <ProtectionPictures study={study} elsewhere={elsewhere} caption={caption} />
      )}
      {study !== null && <AcrossSection market={market} analysed={analysed} form={form} study={study} />}
      <ProgrammeDoor market={market} form={form} spot={analysed.report.indexPrice} caption={caption} />
    </>
  );
});

/** What a floor costs, all in, what it is made of, and where it is cheapest. */
export function ProtectionPanel({ market, analysed }: PanelProps): ReactElement {
  const { report, protection } = analysed;
  const plan = usePlan({ market, analysed });
  const { form, words, study, elsewhere, view, dates, inCoin } = plan;
  const caption = useMemo(() => figureCaption(report, market.label), [report, market.label]);
  const coin = coinOf(report.underlying);
  // The bill is painted first; what stands below it follows piece by piece.
  const later = useDeferredValue(useMemo(() => ({ form, study, elsewhere }), [form, study, elsewhere]));
  return (
    <div className={styles.panel}>
      <Head plan={plan} elsewhere={later.elsewhere} contractSize={protection.contractSize} coin={coin} />
      <PanelControls>
        <PlanSentence form={form} coin={coin} dates={dates} inCoin={inCoin} />
      </PanelControls>
      {view?.kind === 'bill' && <Bill view={view} caption={caption} />}
      {view?.kind === 'bill' && <Downloads market={market} words={words} caption={caption} />}
      <Below market={market} analysed={analysed} caption={caption} {...later} />
    </div>
  );
}
