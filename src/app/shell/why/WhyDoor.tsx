import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import type { ChartFocus } from '#charts/focus/chart-focus.ts';
import type { PanelProps } from '#app/reading/panel.ts';

const WhyDialog = lazy(() => import('./WhyDialog.tsx').then((module) => ({ default: module.WhyDialog })));

interface WhyDoorProps extends PanelProps {
  readonly asked: boolean;
  readonly onClose: () => void;
}

/** Opens what is behind the place that is pointed at, or was pinned last, or was pointed at last. */
export function WhyDoor({ market, analysed, channel, asked, onClose }: WhyDoorProps): ReactElement | null {
  const pointed = useRef<ChartFocus | null>(null);
  useEffect(
    () =>
      channel.subscribe(() => {
        pointed.current = channel.current().hover ?? pointed.current;
      }),
    [channel],
  );
  if (!asked) return null;
  const place = (): ChartFocus | null => {
    const { hover, pins } = channel.current();
    return hover ?? pins.at(-1) ?? pointed.current;
  };
  return (
    <Suspense>
      <WhyDialog market={market} analysed={analysed} place={place} onClose={onClose} />
    </Suspense>
  );
}
