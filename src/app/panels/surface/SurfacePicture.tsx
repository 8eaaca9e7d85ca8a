import { useMemo, type ReactElement } from 'react';
import type { Report } from '#analytics/report.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import type { SurfaceModel } from '#charts/surface/surface-model.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { SurfaceAxisChoice, SurfaceColour } from '#state/selection.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { surfaceWords } from './figure-words.ts';
import { QUANTITY_ORDER, quantityWords, type QuantityWords } from './quantities.ts';
import styles from './surface.module.css';

const FIGURES = ['surface'] as const;

const AXES: readonly { readonly value: SurfaceAxisChoice; readonly label: string }[] = [
  { value: 'moves', label: 'Expected moves' },
  { value: 'log', label: 'ln(K/F)' },
  { value: 'delta', label: 'Delta' },
];

interface SurfacePictureProps {
  readonly model: SurfaceModel;
  readonly words: QuantityWords;
  readonly report: Report;
  /** Whose market it is, for captions. */
  readonly source: string;
  readonly channel: FocusChannel;
}

/** The map with what can be chosen of it. */
export function SurfacePicture(props: SurfacePictureProps): ReactElement {
  const { model, words, report, source, channel } = props;
  const { selection } = useApp();
  const axis = useSelection((state) => state.surfaceAxis);
  const colour = useSelection((state) => state.surfaceColour);
  const tables = useDataTables(FIGURES);
  const text = useMemo(() => surfaceWords(model, words, 'map'), [model, words]);
  const caption = useMemo(() => figureCaption(report, source), [report, source]);
  const colours = useMemo(() => {
    const known = quantityWords(report.underlying);
    return QUANTITY_ORDER.map((value): { readonly value: SurfaceColour; readonly label: string } => ({
      value,
      label: known[value].name,
    }));
  }, [report.underlying]);
  return (
    <div className={styles.picture}>
      <div className={styles.controls}>
        <Choice
          name="Axis"
          options={AXES}
          value={axis}
          onChoose={(surfaceAxis) => selection.setState({ surfaceAxis })}
        />
        <Choice
          name="Colour"
          options={colours}
          value={colour}
          onChoose={(chosen) => selection.setState({ surfaceColour: chosen })}
        />
      </div>
      <SurfaceFigure
        {...tables.surface}
        model={model}
        channel={channel}
        caption={caption}
        text={text}
        instead={null}
      />
    </div>
  );
}
