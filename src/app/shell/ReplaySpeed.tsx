import { useCallback, type ReactElement } from 'react';
import { Choice } from '#app/reading/Choice.tsx';
import { useKey } from '#app/reading/use-key.ts';
import { useApp, useSession } from '#state/app-context.ts';
import { besideSpeed, REPLAY_SPEEDS, type ReplaySpeed } from '#state/replay-pace.ts';

const OPTIONS = REPLAY_SPEEDS.map((value) => ({ value, label: value === 'max' ? 'Max' : `${value}×` }));

/** Tells a speed in a sentence. */
export function speedWords(speed: ReplaySpeed): string {
  if (speed === 'max') return 'Each snapshot as soon as the one before is drawn';
  const times = speed === '1' ? 'As fast as it was recorded' : `${speed} times as fast as it was recorded`;
  return `${times}; a pause of more than 0.8 s counts as 0.8 s`;
}

/** How fast the recording plays, also by the keys < and >. */
export function ReplaySpeedChoice(): ReactElement {
  const { session } = useApp();
  const speed = useSession((state) => state.speed);
  const choose = useCallback((chosen: ReplaySpeed) => session.setState({ speed: chosen }), [session]);
  useKey(
    '>',
    useCallback(() => choose(besideSpeed(session.getState().speed, 1)), [session, choose]),
  );
  useKey(
    '<',
    useCallback(() => choose(besideSpeed(session.getState().speed, -1)), [session, choose]),
  );
  return (
    <span title={speedWords(speed)}>
      <Choice name="Speed" options={OPTIONS} value={speed} onChoose={choose} />
    </span>
  );
}
