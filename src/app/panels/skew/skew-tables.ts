import { usePointedTables } from '#app/reading/use-data-tables.ts';

const FIGURES = ['riskReversal', 'butterfly', 'grid'] as const;

/** Which of the panel's data tables are open; the key D opens or closes all of them. */
export type SkewTables = ReturnType<typeof useSkewTables>;

export function useSkewTables() {
  return usePointedTables(FIGURES);
}
