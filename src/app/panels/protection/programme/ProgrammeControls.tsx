import type { ReactElement } from 'react';
import { Choice } from '#app/reading/Choice.tsx';
import control from '#app/reading/control.module.css';
import { useApp, useSelection } from '#state/app-context.ts';
import { type OpenPlan, ROLLS } from '#state/plan-form.ts';
import type { RolledOn } from '#state/selection.ts';
import type { ProgrammePath } from '#state/worker/programme-run.ts';
import { PATH_NAMES } from './programme-words.ts';
import styles from './programme.module.css';

type Every = (typeof ROLLS)[number];

const YEAR = 365;

/** The plan rolled at another period, for as long as it is rolled now. */
function rolledEvery(plan: OpenPlan, every: Every): OpenPlan {
  const days = plan.horizon.kind === 'rolling' ? plan.horizon.days : YEAR;
  return { ...plan, horizon: { kind: 'rolling', every, days } };
}

interface ProgrammeControlsProps {
  readonly every: Every;
  readonly path: ProgrammePath;
  readonly recordingOpen: boolean;
}

/** Which period is in front, and through what the floor is rolled. */
export function ProgrammeControls({ every, path, recordingOpen }: ProgrammeControlsProps): ReactElement {
  const { selection } = useApp();
  const plan = useSelection((state) => state.plan);
  const paths = (['recording', 'calm', 'sell-off', 'crash'] as const).filter(
    (one) => one !== 'recording' || recordingOpen,
  );
  return (
    <div className={styles.controls}>
      <Choice
        name="Rolled"
        options={ROLLS.map((value) => ({ value, label: value }))}
        value={every}
        onChoose={(chosen) => selection.setState({ plan: rolledEvery(plan, chosen) })}
      />
      <Choice
        name="Through"
        options={paths.map((value) => {
          const label = PATH_NAMES[value].toLowerCase();
          return { value, label, short: label.replace('simulated', 'sim.') };
        })}
        value={path}
        onChoose={(rolledOn) => selection.setState({ rolledOn })}
      />
    </div>
  );
}

interface StartProps {
  readonly recordingOpen: boolean;
  readonly unopened: boolean;
}

/** Before anything was asked: what could be. */
export function ProgrammeStart({ recordingOpen, unopened }: StartProps): ReactElement {
  const { selection } = useApp();
  const start = (rolledOn: RolledOn): void => selection.setState({ rolledOn });
  return (
    <>
      <p className={styles.note}>
        {unopened
          ? 'No recording is open. Open one, or roll the floor through the simulator.'
          : 'This floor bought again each week, month or quarter, whenever a roll ends: what it cost with fees and decay, and what it paid back.'}
      </p>
      <div className={styles.controls}>
        {recordingOpen && (
          <button type="button" className={control.button} onClick={() => start('recording')}>
            Roll it through this recording
          </button>
        )}
        <button type="button" className={control.button} onClick={() => start('sell-off')}>
          Roll it through the simulator
        </button>
      </div>
    </>
  );
}
