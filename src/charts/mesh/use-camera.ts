import { useCallback, useEffect, useRef, useState } from 'react';
import { between, type Camera, PRESETS, type PresetId, turnedBy } from './camera.ts';

export interface CameraControl {
  readonly camera: Camera;
  readonly turn: (by: { readonly yaw: number; readonly pitch: number }) => void;
  /** Flies there, or stands there at once where motion is unwelcome. */
  readonly goTo: (preset: PresetId) => void;
}

const flightMs = 320;
const start: Camera = PRESETS[0]?.camera ?? { yaw: 0, pitch: 0.5 };

export function useCamera(): CameraControl {
  const [camera, setCamera] = useState(start);
  const flight = useRef(0);
  const held = useRef(camera);
  useEffect(() => {
    held.current = camera;
  }, [camera]);
  useEffect(() => () => cancelAnimationFrame(flight.current), []);
  const turn = useCallback((by: { readonly yaw: number; readonly pitch: number }) => {
    cancelAnimationFrame(flight.current);
    setCamera((from) => turnedBy(from, by));
  }, []);
  const goTo = useCallback((preset: PresetId) => {
    cancelAnimationFrame(flight.current);
    const to = PRESETS.find(({ id }) => id === preset)?.camera;
    if (to === undefined) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setCamera(to);
      return;
    }
    const from = held.current;
    let began: number | null = null;
    const fly = (now: number): void => {
      began ??= now;
      const share = Math.min(1, (now - began) / flightMs);
      setCamera(share === 1 ? to : between(from, to, share));
      if (share < 1) flight.current = requestAnimationFrame(fly);
    };
    flight.current = requestAnimationFrame(fly);
  }, []);
  return { camera, turn, goTo };
}
