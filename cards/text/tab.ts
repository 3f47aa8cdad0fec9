/** What the tab says of somebody's place in a committee, and cards of the tab. */
export const tabText = { member: 'medlem', vara: 'vara', open: 'Åpne i fanen' } as const;

/** How a state looks beside the words that say it. */
export type Look = 'neutral' | 'good' | 'warning' | 'bad' | 'info';
