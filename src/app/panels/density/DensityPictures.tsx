import { useMemo, type ReactElement } from 'react';
import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { chanceText } from '#charts/density/density-reading.ts';
import type { LevelControl } from '#charts/density/LevelHandle.tsx';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { numberText } from '#charts/number-text.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { PriceAxis } from '#state/selection.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { PanelControls } from '#app/reading/PanelControls.tsx';
import { usePointedTables } from '#app/reading/use-data-tables.ts';
import { densityWords } from './figure-words.ts';
import { levelDecimals, levelStep, roundedLevel } from './level.ts';
import { LevelField } from './LevelField.tsx';
import { axisK, priceBucket } from './price-axis.ts';
import type { DensityState } from './use-density.ts';
import { leadOf, scaleOf } from './view-model.ts';
import styles from './density.module.css';

const FIGURES = ['density', 'below'] as const;
const AXES: readonly { readonly value: PriceAxis; readonly label: string }[] = [
  { value: 'price', label: 'Price' },
  { value: 'percent', label: '% of fwd' },
  { value: 'log', label: 'Log return' },
  { value: 'moves', label: 'Moves' },
];
const PRESETS = [80, 90, 110, 120] as const;

interface DensityPicturesProps {
  readonly state: DensityState;
  readonly unit: string;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
}

/** What moves the level on the axis of the leading law, in its own round steps. */
function useLevelControl({ laws, level, model }: DensityState, unit: string): LevelControl | null {
  const { selection } = useApp();
  return useMemo(() => {
    const lead = leadOf(laws);
    const at = model.curves.find(({ expiryId }) => expiryId === model.leadId)?.level ?? null;
    if (lead === null || at === null || level === null) return null;
    const { forward } = lead.density;
    const step = levelStep(forward);
    const scale = scaleOf(lead.drawn, lead.density, priceBucket(forward));
    const choose = (price: number): void => selection.setState({ level: roundedLevel(price, step) });
    return {
      name: `Level, ${unit}`,
      x: at.x,
      spoken: `${numberText(level, levelDecimals(forward))} ${unit}: ${chanceText(at.below)} below`,
      onMove: (x) => choose(forward * Math.exp(axisK(model.axis, x, scale))),
      onStep: (steps) => choose(level + steps * step),
    };
  }, [laws, level, model, unit, selection]);
}

/** Density and distribution beside each other, and the level that both show. */
export function DensityPictures({ state, unit, caption, channel }: DensityPicturesProps): ReactElement {
  const { selection } = useApp();
  const { model, level, laws } = state;
  const axis = useSelection((chosen) => chosen.priceAxis);
  const tables = usePointedTables(FIGURES);
  const control = useLevelControl(state, unit);
  const forward = leadOf(laws)?.density.forward ?? null;
  const decimals = levelDecimals(forward ?? 1000);
  const named = level === null ? '' : `${numberText(level, decimals)} ${unit}`;
  const words = useMemo(() => densityWords(model, named), [model, named]);
  const shared = { model, caption, channel };
  return (
    <div className={styles.charts}>
      <DensityFigure
        {...shared}
        {...tables.density}
        kind="density"
        text={words.density}
        level={control}
        toolbar={
          <PanelControls>
            <Choice
              name="Axis"
              unnamed
              options={AXES}
              value={axis}
              onChoose={(priceAxis) => selection.setState({ priceAxis })}
            />
          </PanelControls>
        }
      />
      <div className={styles.beside}>
        <DensityFigure {...shared} {...tables.below} kind="below" text={words.below} level={null} />
        {forward !== null && level !== null && (
          <LevelField
            level={level}
            unit={unit}
            decimals={decimals}
            step={levelStep(forward)}
            presets={PRESETS.map((percent) => ({
              name: `${percent} %`,
              price: roundedLevel((forward * percent) / 100, levelStep(forward)),
            }))}
            onLevel={(price) => selection.setState({ level: price })}
          />
        )}
      </div>
    </div>
  );
}
