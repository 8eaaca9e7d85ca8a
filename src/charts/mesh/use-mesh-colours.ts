import { type RefObject, useLayoutEffect, useState } from 'react';
import type { HeatScale } from '../surface/heat-scale.ts';
import { meshColours } from './mesh-colours.ts';
import type { MeshColours } from './mesh-renderer.ts';

/** The theme's colours as a graphics card takes them, anew whenever the theme changes; null before the first look. */
export function useMeshColours(
  within: RefObject<HTMLElement | null>,
  scale: HeatScale | null,
): MeshColours | null {
  const [colours, setColours] = useState<MeshColours | null>(null);
  useLayoutEffect(() => {
    const read = (): void => {
      const parent = within.current?.parentElement;
      if (parent) setColours(meshColours(parent, scale));
    };
    read();
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', read);
      observer.disconnect();
    };
  }, [within, scale]);
  return colours;
}
