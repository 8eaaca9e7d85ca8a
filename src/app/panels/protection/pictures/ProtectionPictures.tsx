import { memo, useMemo, type ReactElement } from 'react';
import type { PlanElsewhere, PlanStudy } from '#analytics/protection/protection-study.ts';
import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { CostMapFigure } from '#charts/cost-map/CostMapFigure.tsx';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { type FocusChannel, createFocusChannel } from '#charts/focus/chart-focus.ts';
import { OutcomeCurveFigure } from '#charts/outcome-curve/OutcomeCurveFigure.tsx';
import { StructureBarsFigure } from '#charts/structure-bars/StructureBarsFigure.tsx';
import { Choice } from '#app/reading/Choice.tsx';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { CostUnit } from '#state/selection.ts';
import { costByExpiry } from './cost-by-expiry.ts';
import { costBySizeModel } from './cost-by-size.ts';
import { costMapView } from './cost-map-view.ts';
import { payoffView } from './payoff-view.ts';
import { billBasis, pictureBasis } from './picture-words.ts';
import styles from './pictures.module.css';
import { ScenarioSection } from './ScenarioSection.tsx';
import { scenarioTable } from './scenario-table.ts';
import { scenarioView } from './scenario-view.ts';
import { structuresView } from './structures-view.ts';

const FIGURES = ['expiries', 'payoff', 'map', 'structures', 'sizes', 'scenario'] as const;
const UNITS: readonly { readonly value: CostUnit; readonly label: string }[] = [
  { value: 'day', label: 'Per day' },
  { value: 'share', label: '% of holding' },
  { value: 'year', label: '% a year' },
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

/** The bill's own pictures change with it; those of what it costs elsewhere follow when that is made out. */
function useViews(study: PlanStudy, elsewhere: PlanElsewhere, unit: CostUnit) {
  const basis = useMemo(() => pictureBasis(elsewhere), [elsewhere]);
  const expiries = useMemo(() => costByExpiry(elsewhere, basis, unit), [elsewhere, basis, unit]);
  const others = useMemo(
    () => ({
      map: costMapView(elsewhere, basis),
      structures: structuresView(elsewhere, basis),
      sizes: costBySizeModel(elsewhere, basis),
    }),
    [elsewhere, basis],
  );
  const own = useMemo(() => {
    const bill = billBasis(study);
    return {
      payoff: payoffView(study, bill),
      scenario: scenarioView(study, bill),
      moves: scenarioTable(study),
    };
  }, [study]);
  return { expiries, ...others, ...own };
}

interface ProtectionPicturesProps {
  readonly study: PlanStudy;
  readonly elsewhere: PlanElsewhere;
  readonly caption: FigureCaption;
}

/** What a plan costs elsewhere, and what it does. */
export const ProtectionPictures = memo(function ProtectionPictures({
  study,
  elsewhere,
  caption,
}: ProtectionPicturesProps): ReactElement {
  const { selection } = useApp();
  const unit = useSelection(({ costUnit }) => costUnit);
  const tables = useDataTables(FIGURES);
  const channels = useChannels();
  const views = useViews(study, elsewhere, unit);
  const shared = { caption };
  return (
    <div className={styles.pictures}>
      <CostCurveFigure
        {...shared}
        {...tables.expiries}
        {...views.expiries}
        channel={channels.expiry}
        toolbar={
          <Choice
            name="Cost in"
            unnamed
            options={UNITS}
            value={unit}
            onChoose={(costUnit) => selection.setState({ costUnit })}
          />
        }
      />
      <OutcomeCurveFigure {...shared} {...tables.payoff} {...views.payoff} channel={channels.payoff} />
      <CostMapFigure {...shared} {...tables.map} {...views.map} channel={channels.expiry} />
      <StructureBarsFigure {...shared} {...tables.structures} {...views.structures} />
      <CostCurveFigure {...shared} {...tables.sizes} {...views.sizes} channel={channels.size} />
      <OutcomeCurveFigure {...shared} {...tables.scenario} {...views.scenario} channel={channels.scenario} />
      {views.moves !== null && <ScenarioSection table={views.moves} />}
    </div>
  );
});
