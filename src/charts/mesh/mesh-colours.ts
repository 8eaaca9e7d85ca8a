import { heatColour, type HeatScale } from '../surface/heat-scale.ts';
import type { MeshColours, Rgb } from './mesh-renderer.ts';

/** Colours of the theme that is on, as a graphics card takes them. */
export function meshColours(within: Element, scale: HeatScale | null): MeshColours {
  const probe = document.createElement('i');
  probe.hidden = true;
  within.append(probe);
  const colourOf = (value: string): Rgb => {
    probe.style.color = value;
    return channels(getComputedStyle(probe).color);
  };
  const colours: MeshColours = {
    palette:
      scale === null
        ? []
        : Array.from({ length: scale.levels }, (_, level) => colourOf(heatColour(scale, level))),
    ground: colourOf('var(--background)'),
    plain: colourOf('var(--control-line)'),
    text: colourOf('var(--text)'),
    warning: colourOf('var(--warning)'),
  };
  probe.remove();
  return colours;
}

/** `rgb(28, 35, 44)` in shares of full brightness. */
export function channels(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255];
}
