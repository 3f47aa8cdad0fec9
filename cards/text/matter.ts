import type { Matter } from '../../store/round/record.ts';
import { numberedPoints } from '../../store/typed-text.ts';

export const matterText = {
  proposal: 'Forslag til vedtak',
  background: 'Saksframstilling',
} as const;

/** What is asked about, as it stands in a card: what is voted on first, then what lies behind it. */
export function askedText({ proposal, text }: Matter): string {
  if (proposal.length === 0) return text;
  const parts = [`${matterText.proposal}:`, ...numberedPoints(proposal)];
  return [...parts, ...(text === '' ? [] : [`${matterText.background}:`, text])].join('\n\n');
}
