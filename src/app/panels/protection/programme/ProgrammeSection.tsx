import { useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { createFocusChannel } from '#charts/focus/chart-focus.ts';
import { numberText } from '#charts/number-text.ts';
import { ProgrammeFigure } from '#charts/programme/ProgrammeFigure.tsx';
import control from '#app/reading/control.module.css';
import { SaveTable } from '#app/reading/SaveTable.tsx';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { useSelection } from '#state/app-context.ts';
import type { PlanForm } from '#state/plan-form.ts';
import type { Market } from '#state/use-market.ts';
import { type Programme, useProgramme } from '#state/use-programme.ts';
import { useSettings } from '#state/use-settings.ts';
import type { ProgrammeRun } from '#state/worker/programme-run.ts';
import { ProgrammeControls, ProgrammeStart } from './ProgrammeControls.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { programmeAsked } from './programme-question.ts';
import { periodTable, rollTable } from './programme-tables.ts';
import { type ProgrammeView, programmeView } from './programme-view.ts';
import { EVERY } from './programme-words.ts';
import styles from './programme.module.css';

const FIGURES = ['programme'] as const;

export interface ProgrammeSectionProps {
  readonly market: Market;
  readonly form: PlanForm;
  /** Of the market on screen; null where it is not known. */
  readonly spot: number | null;
  readonly caption: FigureCaption;
}

function useAsked({ market, form, spot }: ProgrammeSectionProps) {
  const rolledOn = useSelection((state) => state.rolledOn);
  const settings = useSettings();
  const recordingOpen = market.replay !== null;
  const { shelf = '' } = market.snapshot?.ref ?? {};
  const { underlying } = market;
  const asked = useMemo(
    () => programmeAsked({ form, rolledOn, recordingOpen, shelf, underlying, spot, settings }),
    [form, rolledOn, recordingOpen, shelf, underlying, spot, settings],
  );
  return { asked, plan: form, rolledOn, recordingOpen, underlying };
}

/** While it runs how far it has come; a fault or a stop with the way to try again. */
function Running({ programme }: { readonly programme: Programme }): ReactElement {
  const { progress, error, cancel, again } = programme;
  if (progress === null) {
    return (
      <div className={styles.controls}>
        <p className={styles.note}>{error === null ? 'Stopped.' : `It could not be rolled: ${error}.`}</p>
        <button type="button" className={control.button} onClick={again}>
          Roll it again
        </button>
      </div>
    );
  }
  return (
    <div className={styles.controls}>
      <progress className={styles.progress} aria-label="Rolling programme" value={progress} max={1} />
      <span className={styles.note}>rolling, {numberText(100 * progress, 0)} %</span>
      <button type="button" className={control.button} onClick={cancel}>
        Stop
      </button>
    </div>
  );
}

function Outcome({ view, run }: { readonly view: ProgrammeView; readonly run: ProgrammeRun }): ReactElement {
  const { record, walk, currency, model, caption, path, every } = view;
  const tables = useDataTables(FIGURES);
  const channel = useMemo(() => createFocusChannel(), []);
  const calendar = { simulated: run.seed !== null, from: walk.from };
  const rolls = rollTable(record, currency, calendar);
  const periods = periodTable(run);
  const name = `Every ${EVERY[every]} roll`;
  return (
    <>
      {model !== null && (
        <ProgrammeFigure
          {...tables.programme}
          caption={caption}
          text={view.text}
          model={model}
          channel={channel}
        />
      )}
      <div>
        <ProgrammeTable
          caption="What each period came to, of the holding"
          table={periods}
          focused={(id) => id === `${path} ${every}`}
        />
        <SaveTable name="What each period came to" caption={caption} table={() => periods} />
      </div>
      {rolls.rows.length > 0 && (
        <details>
          <summary className={styles.more}>
            {name}: {rolls.rows.length} rows
          </summary>
          <ProgrammeTable caption={name} table={rolls} focused={() => false} />
          <SaveTable name={name} caption={caption} table={() => rolls} />
        </details>
      )}
    </>
  );
}

/** A floor that is bought again and again: what it cost with fees and decay, and what it paid back. */
export function ProgrammeSection(props: ProgrammeSectionProps): ReactElement {
  const { caption } = props;
  const { asked, plan, rolledOn, recordingOpen, underlying } = useAsked(props);
  const programme = useProgramme(asked.question);
  const { run } = programme;
  const view = useMemo(
    () => run && programmeView({ run, asked, plan, rolledOn, underlying, caption }),
    [run, asked, plan, rolledOn, underlying, caption],
  );
  return (
    <section className={styles.section} aria-labelledby="programme">
      <h2 id="programme" className={styles.title}>
        Rolling programme
      </h2>
      {asked.question === null && <ProgrammeStart recordingOpen={recordingOpen} unopened={asked.unopened} />}
      {asked.question !== null && view === null && <Running programme={programme} />}
      {view !== null && run !== null && (
        <>
          <p className={styles.sentence}>{view.sentence}</p>
          <p className={styles.note}>{view.counts}</p>
          <ProgrammeControls every={EVERY[view.every]} path={view.path} recordingOpen={recordingOpen} />
          <Outcome view={view} run={run} />
          <ul className={styles.assumptions} aria-label="What this rests on">
            {view.assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
