import { startTransition, useEffect, useState } from 'react';

/** False for the first picture and true from then on: for what lies below it and may be drawn piece by piece. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    startTransition(() => setPainted(true));
  }, []);
  return painted;
}
