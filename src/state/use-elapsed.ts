import { useEffect, useState } from 'react';

/** Whether so much time has passed since `key` became what it is. */
export function useElapsed(key: string, ms: number): boolean {
  const [elapsedFor, setElapsedFor] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setElapsedFor(key), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return elapsedFor === key;
}
