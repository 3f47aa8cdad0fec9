/** What the tab says of somebody's place in a committee. */
export const tabText = { member: 'medlem', vara: 'vara' } as const;
