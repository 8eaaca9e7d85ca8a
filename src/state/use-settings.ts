import { useMemo } from 'react';
import { type AnalysisSettings, DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { useSelection } from './app-context.ts';

/** How the user wants a market analysed; the same object until a choice changes. */
export function useSettings(): AnalysisSettings {
  const deltaConvention = useSelection(({ delta }) => delta);
  return useMemo(() => ({ ...DEFAULT_SETTINGS, deltaConvention }), [deltaConvention]);
}
