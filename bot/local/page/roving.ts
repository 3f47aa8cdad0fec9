/** Which stop to go to from this one with this key; undefined when the key means nothing here. */
export type Steps = (key: string, at: number, count: number) => number | undefined;

/** Along one line, from end to end; the arrows lie along it. */
export function along(back: string, forth: string): Steps {
  return (key, at, count) => {
    if (key === back) return Math.max(at - 1, 0);
    if (key === forth) return Math.min(at + 1, count - 1);
    if (key === 'Home') return 0;
    return key === 'End' ? count - 1 : undefined;
  };
}

/**
 * Makes many controls one stop of the Tab key: arrow keys move between those that match. What is drawn anew is taken in by
 * `refresh`; the stop is then what has the focus, else what matches `preferred`, else the first.
 */
export class Roving {
  private readonly place: HTMLElement;
  private readonly selector: string;
  private readonly preferred: string;

  constructor(place: HTMLElement, selector: string, steps: Steps, preferred = selector) {
    this.place = place;
    this.selector = selector;
    this.preferred = preferred;
    place.addEventListener('keydown', (event) => {
      const stops = this.stops();
      const at = stops.indexOf(event.target as HTMLElement);
      const next =
        at < 0 || event.altKey || event.ctrlKey || event.metaKey ? undefined : steps(event.key, at, stops.length);
      if (next === undefined) return;
      event.preventDefault();
      stops[next]?.focus();
    });
    place.addEventListener('focusin', ({ target }) => this.take(target as HTMLElement));
  }

  refresh(): void {
    const stops = this.stops();
    const focused = stops.find((stop) => stop === document.activeElement);
    const preferred = stops.find((stop) => stop.matches(this.preferred));
    const stop = focused ?? preferred ?? stops[0];
    if (stop) this.take(stop);
  }

  private take(stop: HTMLElement): void {
    const stops = this.stops();
    if (!stops.includes(stop)) return;
    for (const other of stops) other.tabIndex = other === stop ? 0 : -1;
  }

  private stops(): readonly HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>(this.selector)];
  }
}
