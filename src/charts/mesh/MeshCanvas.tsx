import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { clipMatrix, type View } from './camera.ts';
import { createMeshRenderer, type MeshRenderer } from './mesh-renderer.ts';
import type { MeshShape } from './mesh-shape.ts';
import css from './SurfaceMesh.module.css';
import { useMeshColours } from './use-mesh-colours.ts';

/** Why there is no landscape: the browser gives no WebGL, or took it away and did not give it back. */
export type MeshFault = 'no-webgl' | 'lost';

interface MeshCanvasProps {
  readonly shape: MeshShape;
  readonly view: View;
  readonly colouredDots: boolean;
  readonly onFault: (fault: MeshFault) => void;
}

/** A context that is not given back by then will not be. */
const patienceMs = 2500;

/** Draws the landscape on a canvas; one whose context was lost and given back is begun anew. */
export function MeshCanvas(props: MeshCanvasProps) {
  const [life, setLife] = useState(0);
  return <LivingCanvas key={life} {...props} onRestored={() => setLife(life + 1)} />;
}

interface LivingCanvasProps extends MeshCanvasProps {
  readonly onRestored: () => void;
}

function LivingCanvas({ shape, view, colouredDots, onFault, onRestored }: LivingCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<MeshRenderer | null>(null);
  const times = useRef<number[]>([]);
  const colours = useMeshColours(canvas, shape.scale);
  useContextLoss(canvas, { onFault, onRestored });

  useLayoutEffect(() => {
    const node = canvas.current;
    if (node === null) return undefined;
    const made = createMeshRenderer(node);
    renderer.current = made;
    if (made === null) onFault('no-webgl');
    return () => {
      made?.dispose();
      renderer.current = null;
    };
  }, [onFault]);

  useLayoutEffect(() => {
    const node = canvas.current;
    if (node === null || colours === null) return undefined;
    const frame = requestAnimationFrame(() => {
      const began = performance.now();
      const density = Math.min(2, devicePixelRatio);
      const [width, height] = [view.size.width, view.size.height].map((side) => Math.round(side * density));
      if (node.width !== width) node.width = width ?? 0;
      if (node.height !== height) node.height = height ?? 0;
      const clip = clipMatrix(view);
      renderer.current?.draw({ shape, size: view.size, density, clip, colours, colouredDots });
      noteFrame(node, times.current, performance.now() - began);
    });
    return () => cancelAnimationFrame(frame);
  }, [shape, view, colours, colouredDots]);

  return <canvas className={css['canvas']} ref={canvas} aria-hidden="true" />;
}

function useContextLoss(
  canvas: RefObject<HTMLCanvasElement | null>,
  { onFault, onRestored }: Pick<LivingCanvasProps, 'onFault' | 'onRestored'>,
): void {
  const restored = useRef(onRestored);
  useEffect(() => {
    restored.current = onRestored;
  }, [onRestored]);
  useEffect(() => {
    const node = canvas.current;
    if (node === null) return undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const lost = (event: Event): void => {
      // Without this the browser would never give it back.
      event.preventDefault();
      patience = setTimeout(() => onFault('lost'), patienceMs);
    };
    const back = (): void => {
      clearTimeout(patience);
      restored.current();
    };
    node.addEventListener('webglcontextlost', lost);
    node.addEventListener('webglcontextrestored', back);
    return () => {
      clearTimeout(patience);
      node.removeEventListener('webglcontextlost', lost);
      node.removeEventListener('webglcontextrestored', back);
    };
  }, [canvas, onFault]);
}

const kept = 120;

/** What frames take, for whoever measures: on the canvas, where a bench reads it. */
function noteFrame(canvas: HTMLCanvasElement, times: number[], ms: number): void {
  times.push(ms);
  if (times.length > kept) times.shift();
  const sorted = times.toSorted((a, b) => a - b);
  canvas.dataset['frames'] = String(Number(canvas.dataset['frames'] ?? 0) + 1);
  canvas.dataset['frameMs'] = (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2);
}
