const PREFIX = 'smirk.';

/** What this browser was told to remember under a name; null when nothing was, or when it keeps nothing. */
export function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Remembers where the browser allows it; where it does not, the choice holds for this visit. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing is a choice of its user.
  }
}
