import { useMemo, useState, type ReactElement } from 'react';
import type { ProtectionStudy } from '#analytics/protection/protection-study.ts';
import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { CostMapFigure } from '#charts/cost-map/CostMapFigure.tsx';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { type FocusChannel, createFocusChannel } from '#charts/focus/chart-focus.ts';
import { OutcomeCurveFigure } from '#charts/outcome-curve/OutcomeCurveFigure.tsx';
import { StructureBarsFigure } from '#charts/structure-bars/StructureBarsFigure.tsx';
import { ChoiceToggle } from '#app/reading/ChoiceToggle.tsx';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { type CostUnit, costByExpiry } from './cost-by-expiry.ts';
import { costBySizeModel } from './cost-by-size.ts';
import { costMapView } from './cost-map-view.ts';
import { payoffView } from './payoff-view.ts';
import { pictureBasis } from './picture-words.ts';
import styles from './pictures.module.css';
import { scenarioView } from './scenario-view.ts';
import { structuresView } from './structures-view.ts';

const FIGURES = ['expiries', 'payoff', 'map', 'structures', 'sizes', 'scenario'] as const;
const UNITS: readonly { readonly value: CostUnit; readonly name: string }[] = [
  { value: 'day', name: 'Per day' },
  { value: 'share', name: '% of holding' },
  { value: 'year', name: '% a year' },
];

/** One crosshair for pictures of expiries; sizes, prices and moves have their own. */
function useChannels(): Readonly<Record<'expiry' | 'payoff' | 'size' | 'scenario', FocusChannel>> {
  return useMemo(
    () => ({
      expiry: createFocusChannel(),
      payoff: createFocusChannel(),
      size: createFocusChannel(),
      scenario: createFocusChannel(),
    }),
    [],
  );
}

function useViews(study: ProtectionStudy, unit: CostUnit) {
  const basis = useMemo(() => pictureBasis(study), [study]);
  const expiries = useMemo(() => costByExpiry(study, basis, unit), [study, basis, unit]);
  const others = useMemo(
    () => ({
      payoff: payoffView(study, basis),
      map: costMapView(study, basis),
      structures: structuresView(study, basis),
      sizes: costBySizeModel(study, basis),
      scenario: scenarioView(study, basis),
    }),
    [study, basis],
  );
  return { expiries, ...others };
}

interface ProtectionPicturesProps {
  readonly study: ProtectionStudy;
  readonly caption: FigureCaption;
}

/** What a plan costs elsewhere, and what it does. */
export function ProtectionPictures({ study, caption }: ProtectionPicturesProps): ReactElement {
  const [unit, setUnit] = useState<CostUnit>('day');
  const tables = useDataTables(FIGURES);
  const channels = useChannels();
  const views = useViews(study, unit);
  const shared = { caption };
  return (
    <div className={styles.pictures}>
      <CostCurveFigure
        {...shared}
        {...tables.expiries}
        {...views.expiries}
        channel={channels.expiry}
        toolbar={<ChoiceToggle label="Cost in" options={UNITS} chosen={unit} onChoose={setUnit} />}
      />
      <OutcomeCurveFigure {...shared} {...tables.payoff} {...views.payoff} channel={channels.payoff} />
      <CostMapFigure {...shared} {...tables.map} {...views.map} channel={channels.expiry} />
      <StructureBarsFigure {...shared} {...tables.structures} {...views.structures} />
      <CostCurveFigure {...shared} {...tables.sizes} {...views.sizes} channel={channels.size} />
      <OutcomeCurveFigure {...shared} {...tables.scenario} {...views.scenario} channel={channels.scenario} />
    </div>
  );
}
