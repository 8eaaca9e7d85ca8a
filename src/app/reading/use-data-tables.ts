import { useCallback, useContext, useMemo, useState } from 'react';
import { AskWhy } from './ask-why.ts';
import { useKey } from './use-key.ts';

interface DataTableState {
  readonly dataOpen: boolean;
  readonly onDataOpenChange: (open: boolean) => void;
}

/**
 * Which data tables of a panel are open; the key D opens all of them or closes those that are.
 * @param figures the same array at every call
 */
export function useDataTables<const Id extends string>(
  figures: readonly Id[],
): Readonly<Record<Id, DataTableState>> {
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set());
  useKey(
    'd',
    useCallback(() => setOpen((shown) => new Set(shown.size > 0 ? [] : figures)), [figures]),
  );
  return useMemo(() => {
    const state = (id: Id): DataTableState => ({
      dataOpen: open.has(id),
      onDataOpenChange: (wanted) =>
        setOpen((shown) => new Set(figures.filter((one) => (one === id ? wanted : shown.has(one))))),
    });
    return Object.fromEntries(figures.map((id) => [id, state(id)])) as Record<Id, DataTableState>;
  }, [open, figures]);
}

/** The same for pictures with a crosshair: beside each, what is behind the place it marks can be asked for. */
export function usePointedTables<const Id extends string>(
  figures: readonly Id[],
): Readonly<Record<Id, DataTableState & { readonly onWhy: (() => void) | null }>> {
  const tables = useDataTables(figures);
  const onWhy = useContext(AskWhy);
  return useMemo(() => {
    const pointed = figures.map((id) => [id, { ...tables[id], onWhy }]);
    return Object.fromEntries(pointed) as ReturnType<typeof usePointedTables<Id>>;
  }, [tables, figures, onWhy]);
}
