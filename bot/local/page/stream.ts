import type { NumberedEvent, RoomEvent, Snapshot } from '../wire.ts';

const AGAIN_MS = 2000;

/**
 * The page's one stream, for all the persons it shows. Closed while the page is hidden, so that many open tabs do not use
 * up the browser's connections; begun anew, with a snapshot, whenever something was missed.
 */
export class Stream {
  private readonly onSnapshot: (snapshot: Snapshot) => void;
  private readonly onEvent: (event: RoomEvent) => void;
  private readonly onState: (connected: boolean) => void;
  private source: EventSource | undefined;
  private persons: readonly string[] = [];
  private last = 0;
  private timer = 0;

  constructor(handlers: {
    readonly onSnapshot: (snapshot: Snapshot) => void;
    readonly onEvent: (event: RoomEvent) => void;
    readonly onState: (connected: boolean) => void;
  }) {
    this.onSnapshot = handlers.onSnapshot;
    this.onEvent = handlers.onEvent;
    this.onState = handlers.onState;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.close() : this.open()));
    window.addEventListener('pagehide', () => this.close());
  }

  show(persons: readonly string[]): void {
    this.persons = persons;
    this.open();
  }

  private open(): void {
    this.close();
    if (document.hidden) return;
    const source = new EventSource(`/api/stream?persons=${this.persons.map(encodeURIComponent).join(',')}`);
    this.source = source;
    source.addEventListener('snapshot', ({ data }) => {
      this.last = 0;
      this.onState(true);
      this.onSnapshot(JSON.parse(data));
    });
    source.addEventListener('message', ({ data }) => {
      const event: NumberedEvent = JSON.parse(data);
      if (event.n !== ++this.last) this.open();
      else this.onEvent(event);
    });
    source.addEventListener('error', () => {
      this.close();
      this.onState(false);
      this.timer = window.setTimeout(() => this.open(), AGAIN_MS);
    });
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
