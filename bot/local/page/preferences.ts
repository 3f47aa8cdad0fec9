const chosen = new Map<string, string>();

/** What somebody has chosen for this browser. */
export function preference(name: string): string | undefined {
  return chosen.get(name) ?? kept(name);
}

/** Keeps a choice as long as the page, and for the next time where the browser has storage. */
export function keepPreference(name: string, value: string): void {
  chosen.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // switched off, or full: the choice is a small one
  }
}

function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
