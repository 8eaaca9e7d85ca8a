import { useEffect } from 'react';

/** Whether typing there would be taken for text or a choice. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('select, textarea, input:not([type="range"], [type="radio"]), [contenteditable]');
}

/** Calls when a key is pressed anywhere but in a text; Space only where nothing else would answer it. */
export function useKey(key: string, act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (takesKeys(event.target) || (key === ' ' && event.target !== document.body)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [key, act]);
}
