import { lazy, Suspense, useCallback, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { numberText } from '#charts/number-text.ts';
import { useApp, useSelection, useSession } from '#state/app-context.ts';
import { sameCoin } from '#state/market/same-coin.ts';
import { chooseUnderlying } from '#state/selection-store.ts';
import { closeReplay } from '#state/session-store.ts';
import control from '#app/reading/control.module.css';
import styles from './header.module.css';
import { Icon } from './Icon.tsx';
import { Picker } from '#app/reading/Picker.tsx';
import { ShareButton } from './ShareButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { useDismissal } from './use-dismissal.ts';

/** Spot index, and volatility index as a decimal; null where there is none. */
export interface Levels {
  readonly indexPrice: number | null;
  readonly volatilityIndex: number | null;
  /** As the venue calls it: `DVOL`. */
  readonly volatilityName: string;
}

interface HeaderProps {
  readonly underlyings: readonly string[];
  /** Whose numbers are on screen; null while there are none. */
  readonly shown: string | null;
  readonly levels: Levels;
  readonly status: ReactNode;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onHelp: () => void;
  readonly onSearch: () => void;
}

const RecordedSize = lazy(() =>
  import('./RecordedSize.tsx').then((module) => ({ default: module.RecordedSize })),
);

const FILES = '.jsonl,.gz,.json,.csv';

function Wordmark(): ReactElement {
  return (
    <span className={styles.wordmark}>
      <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
        <path
          d="M1.5 2.5c2 6 4.5 9 8 9 3 0 5.5-2.5 9-5"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      smirk
    </span>
  );
}

function LevelList({ levels }: { readonly levels: Levels }): ReactElement {
  const { indexPrice, volatilityIndex, volatilityName } = levels;
  const decimals = indexPrice !== null && indexPrice < 10 ? 4 : 2;
  return (
    <dl className={styles.levels}>
      {indexPrice !== null && (
        <div>
          <dt>Index</dt>
          <dd>{numberText(indexPrice, decimals)}</dd>
        </div>
      )}
      {volatilityIndex !== null && (
        <div>
          <dt title="The venue’s 30-day volatility index">{volatilityName}</dt>
          <dd>{numberText(volatilityIndex * 100, 1)}</dd>
        </div>
      )}
    </dl>
  );
}

function FileButtons({ onOpen, onSave }: Pick<HeaderProps, 'onOpen' | 'onSave'>): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={control.bare}
        title="Open a recording"
        onClick={() => input.current?.click()}
      >
        <Icon name="open" /> <span className={styles.short}>Open</span>
        <span className={styles.long}> recording</span>
      </button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept={FILES}
        aria-label="Recording file"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onOpen(file);
          currentTarget.value = '';
        }}
      />
      <button type="button" className={control.bare} title="Save a recording" onClick={onSave}>
        <Icon name="save" /> <span className={styles.short}>Save</span>
        <span className={styles.long}> recording</span>
      </button>
      <Suspense>
        <RecordedSize />
      </Suspense>
    </>
  );
}

function MarketPickers({ underlyings, shown }: Pick<HeaderProps, 'underlyings' | 'shown'>): ReactElement {
  const { doors, selection, session } = useApp();
  const { market, venue, underlying: asked } = useSelection((state) => state);
  const underlying = shown ?? asked;
  const listed = underlyings.includes(underlying) ? underlyings : [underlying, ...underlyings];
  const file = useSession(({ replay }) => replay?.venueLabel ?? null);
  const venues = [
    ...(file === null ? [] : [{ value: 'file', label: /file/i.test(file) ? file : `${file} (file)` }]),
    ...doors.live.map((live) => ({ value: live.venue as string, label: live.label })),
    { value: 'sample', label: 'Sample market' },
  ];
  const live = market === 'live' ? venue : 'sample';
  const chooseVenue = (value: string): void => {
    if (value === 'file') return;
    closeReplay(session);
    const chosen = doors.live.find((one) => one.venue === value);
    if (chosen) {
      const known = chosen.knownUnderlyings;
      const same = sameCoin(asked, known) ?? known[0] ?? asked;
      chooseUnderlying(selection, { market: 'live', venue: chosen.venue, underlying: same });
    } else chooseUnderlying(selection, { market: 'sample' });
  };
  return (
    <>
      <Picker name="Venue" value={file === null ? live : 'file'} options={venues} onChoose={chooseVenue} />
      <Picker
        name="Underlying"
        value={underlying}
        options={listed.map((value) => ({ value, label: value.replace('_', ' · ') }))}
        onChoose={(chosen) => chooseUnderlying(selection, { underlying: chosen })}
      />
    </>
  );
}

/** What market, how it is doing, and the ways in and out of the page. */
export function Header({
  underlyings,
  shown,
  levels,
  status,
  onOpen,
  onSave,
  onHelp,
  onSearch,
}: HeaderProps): ReactElement {
  const [more, setMore] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setMore(false), []);
  useDismissal(more, tools, close);
  return (
    <header className={styles.header}>
      <Wordmark />
      <div className={styles.market}>
        <MarketPickers underlyings={underlyings} shown={shown} />
        <LevelList levels={levels} />
      </div>
      <div className={styles.status}>{status}</div>
      <div ref={tools} className={styles.tools}>
        <ShareButton />
        <button
          type="button"
          className={styles.more}
          aria-expanded={more}
          aria-label="More"
          onClick={() => setMore(!more)}
        >
          <Icon name="more" />
        </button>
        <div className={styles.rest} data-open={more} onClick={close} role="presentation">
          <FileButtons onOpen={onOpen} onSave={onSave} />
          <ThemeButton named={styles.named} />
          <button
            type="button"
            className={control.bare}
            aria-label="Search commands"
            title="Search commands (/)"
            onClick={onSearch}
          >
            <Icon name="search" /> <span className={styles.named}>Search</span>
          </button>
          <button type="button" className={control.bare} aria-label="Keyboard help" onClick={onHelp}>
            <Icon name="help" /> <span className={styles.named}>Help</span>
          </button>
        </div>
      </div>
    </header>
  );
}
