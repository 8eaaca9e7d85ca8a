import { useCallback } from 'react';
import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { DataTable } from '../figure/data-table.ts';
import { structureBarsGeometry, structureBarsHeight } from './geometry.ts';
import type { StructureBarsModel } from './structure-bars-model.ts';
import { StructureBarsPicture } from './StructureBarsPicture.tsx';

interface StructureBarsFigureProps extends FigureProps {
  readonly model: StructureBarsModel;
}

export function StructureBarsFigure({ model, ...figure }: StructureBarsFigureProps) {
  const heightFor = useCallback((width: number) => structureBarsHeight(model, width), [model]);
  return (
    <ChartFigure {...figure} table={() => structureBarsTable(model)} heightFor={heightFor}>
      {(size) => <StructureBarsPicture geometry={structureBarsGeometry(model, size)} />}
    </ChartFigure>
  );
}

export function structureBarsTable({ rows, columns, unit, decimals }: StructureBarsModel): DataTable {
  return {
    columns: [
      { id: 'structure', label: 'structure', decimals: null },
      { id: 'cost', label: `all in, ${unit}`, decimals },
      { id: 'execution', label: `execution, ${unit}`, decimals },
      ...columns,
      { id: 'words', label: 'in words', decimals: null },
    ],
    rows: rows.map(({ id, label, cost, execution, figures, words }) => ({
      id,
      cells: [label, cost, execution, ...columns.map((_, i) => figures[i] ?? null), words],
    })),
  };
}
