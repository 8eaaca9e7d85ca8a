import type { ReactElement } from 'react';
import type { Market } from '#state/use-market.ts';
import { useNow } from '#state/use-now.ts';
import { useFeedHealth } from '#state/use-streams.ts';
import tables from '#app/reading/reading-table.module.css';
import styles from './data.module.css';
import {
  feedFacts,
  type Health,
  incidentLines,
  type MinuteBar,
  minuteBars,
  minutesInWords,
} from './feed-view.ts';

const BAR_PX = 8;
const HEIGHT_PX = 48;

function Minutes({ bars }: { readonly bars: readonly MinuteBar[] }): ReactElement {
  return (
    <figure className={styles.minutes}>
      <svg
        aria-hidden="true"
        width="100%"
        height={HEIGHT_PX + 8}
        viewBox={`0 0 ${bars.length * BAR_PX} ${HEIGHT_PX + 8}`}
        preserveAspectRatio="xMinYMax meet"
      >
        {bars.map(({ at, share, troubled }, place) => (
          <g key={at} transform={`translate(${place * BAR_PX} 0)`}>
            <rect
              className={styles.minute}
              width={BAR_PX - 2}
              y={8 + HEIGHT_PX * (1 - share)}
              height={Math.max(1, HEIGHT_PX * share)}
            />
            {troubled && <path className={styles.trouble} d="M3 0l3.5 6h-7z" />}
          </g>
        ))}
      </svg>
      <figcaption className={styles.how}>{minutesInWords(bars)} ▲ marks a loss or a gap.</figcaption>
    </figure>
  );
}

function Streamed({ health }: { readonly health: Health }): ReactElement {
  const now = useNow(1000);
  const bars = minuteBars(health);
  const lines = incidentLines(health);
  return (
    <>
      <dl className={styles.checks}>
        {feedFacts(health, now).map(({ name, value, how }) => (
          <div key={name} className={styles.check}>
            <dt>{name}</dt>
            <dd>
              {value}. <span className={styles.how}>{how}</span>
            </dd>
          </div>
        ))}
      </dl>
      {bars.length > 0 && <Minutes bars={bars} />}
      <details>
        <summary className={styles.more}>What happened in the last hour ({lines.length})</summary>
        {lines.length === 0 ? (
          <p className={styles.how}>Nothing worth a word.</p>
        ) : (
          <ol className={styles.incidents}>
            {lines.map(({ id, time, text }) => (
              <li key={id}>
                <span className={styles.how}>{time}</span> {text}
              </li>
            ))}
          </ol>
        )}
      </details>
    </>
  );
}

function instead({ onScreen, label, live, venueLabel }: Market): string {
  if (onScreen.kind === 'sample')
    return 'The sample market is made up in this page: nothing is received, so nothing can be late, lost or missed.';
  if (onScreen.kind === 'replay')
    return `${label} is a recording: what was lost in receiving it cannot be told from it.`;
  return live.byRequest
    ? `${venueLabel} has not been heard by socket; its chain comes by request, and the status line tells its age.`
    : `${venueLabel} has not been heard by socket yet.`;
}

/** How the market's quotes come in: the sockets now, and their last hour. */
export function FeedSection({ market }: { readonly market: Market }): ReactElement {
  const heard = useFeedHealth(market.venue);
  const live = market.onScreen.kind === 'live' || market.onScreen.kind === 'none';
  return (
    <section className={styles.section} aria-labelledby="feed">
      <h2 id="feed" className={tables.title}>
        Feed
      </h2>
      {live && heard !== null ? <Streamed health={heard} /> : <p className={styles.how}>{instead(market)}</p>}
    </section>
  );
}
