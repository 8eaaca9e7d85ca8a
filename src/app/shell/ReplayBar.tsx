import type { ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { useApp, useSession } from '#state/app-context.ts';
import { goToFrame, togglePlaying } from '#state/session-store.ts';
import control from '#app/reading/control.module.css';
import { Icon } from './Icon.tsx';
import styles from './replay-bar.module.css';
import { instantText } from '#app/reading/time-words.ts';
import { ReplaySpeedChoice } from './ReplaySpeed.tsx';
import { usePlayback } from './use-playback.ts';

/** Moves through a recording of more than one instant. */
export function ReplayBar({ frames }: { readonly frames: readonly EpochMs[] }): ReactElement | null {
  const { session } = useApp();
  const frame = useSession((state) => state.frame);
  const playing = useSession((state) => state.playing);
  const count = frames.length;
  usePlayback(frames);
  const at = frames[frame];
  if (count < 2 || at === undefined) return null;
  const place = `${instantText(at)}, ${frame + 1} of ${count}`;
  const step = (by: number): void => goToFrame(session, frame + by, count);
  return (
    <section className={styles.bar} aria-label="Replay">
      <button
        type="button"
        className={control.button}
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={() => togglePlaying(session, count)}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className={control.bare}
        aria-label="Previous snapshot"
        disabled={frame === 0}
        onClick={() => step(-1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className={control.bare}
        aria-label="Next snapshot"
        disabled={frame + 1 === count}
        onClick={() => step(1)}
      >
        <Icon name="forward" />
      </button>
      <input
        className={styles.scrubber}
        type="range"
        aria-label="Replay position"
        aria-valuetext={place}
        min={0}
        max={count - 1}
        value={frame}
        onChange={({ currentTarget }) => goToFrame(session, Number(currentTarget.value), count)}
      />
      <ReplaySpeedChoice />
      <span className={styles.place}>{place}</span>
    </section>
  );
}
