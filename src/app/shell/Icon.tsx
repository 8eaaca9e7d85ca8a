import type { ReactElement } from 'react';

/** Drawn on a 16-unit square with a line of 1.5. */
const PATHS = {
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  save: 'M8 2.5v7.5m-3-3 3 3 3-3M2.5 10.5v3h11v-3',
  share:
    'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.6 2.6 0 0 1 3.7 3.7L10.7 8.2M9 11.5l-1.2 1.2a2.6 2.6 0 0 1-3.7-3.7l1.2-1.2',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  help: 'M5.8 6a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2.9-1.2 1.7M8 12.4v.1',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
  close: 'M4 4l8 8M12 4l-8 8',
  controls: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11M5 3v3M11 6.5v3M7 10v3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3 3',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5.5 3v10M10.5 3v10',
  back: 'M10.5 3.5L6 8l4.5 4.5M4 3.5v9',
  forward: 'M5.5 3.5L10 8l-4.5 4.5M12 3.5v9',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside or instead of a word; the button carries the name. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={name === 'play' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
