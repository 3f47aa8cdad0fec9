/** One thing that waits for whoever looks. */
export type WireWaitingItem = {
  readonly kind: 'round' | 'tiltak' | 'call' | 'nomination' | 'meeting' | 'ballot' | 'sak' | 'setup' | 'secretariat';
  readonly title: string;
  /** What is asked, in one sentence. */
  readonly what: string;
  /** «Frist: mandag 2. mars kl. 12.00» */
  readonly due?: string;
  readonly isLate?: true;
  readonly committee: string;
  /** The page where it is done; where there is none, the verb of the card that does it. */
  readonly path?: string;
  readonly action?: Readonly<Record<string, unknown>>;
};

/** «Venter på deg»: what is late first, then by due time. */
export type WireWaiting = { readonly page: 'waiting'; readonly items: readonly WireWaitingItem[] };
