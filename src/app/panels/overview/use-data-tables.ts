import { useCallback, useMemo, useState } from 'react';
import { useKey } from '#app/shell/use-key.ts';

const FIGURES = ['smile', 'riskReversal', 'term'] as const;
type FigureId = (typeof FIGURES)[number];

interface DataTableState {
  readonly dataOpen: boolean;
  readonly onDataOpenChange: (open: boolean) => void;
}

/** Which data tables are open; the key D opens all of them or closes those that are. */
export function useDataTables(): Readonly<Record<FigureId, DataTableState>> {
  const [open, setOpen] = useState<ReadonlySet<FigureId>>(new Set());
  useKey(
    'd',
    useCallback(() => setOpen((shown) => new Set(shown.size > 0 ? [] : FIGURES)), []),
  );
  return useMemo(() => {
    const state = (id: FigureId): DataTableState => ({
      dataOpen: open.has(id),
      onDataOpenChange: (wanted) =>
        setOpen((shown) => new Set(FIGURES.filter((one) => (one === id ? wanted : shown.has(one))))),
    });
    return { smile: state('smile'), riskReversal: state('riskReversal'), term: state('term') };
  }, [open]);
}
