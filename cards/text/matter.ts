import type { Matter } from '../../store/round/record.ts';

export const matterText = {
  proposal: 'Forslag til vedtak',
  background: 'Saksframstilling',
  asked: 'Det som er sendt ut',
  asFile: 'Send meg saken som fil',
} as const;

/** Numbered points; one alone needs no number. */
export function pointsText(points: readonly string[]): readonly string[] {
  return points.length === 1 ? points : points.map((point, n) => `${n + 1}. ${point}`);
}

/** What is asked about, as it stands in a card: what is voted on first, then what lies behind it. */
export function askedText({ proposal, text }: Matter): string {
  if (proposal.length === 0) return text;
  const parts = [`${matterText.proposal}:`, ...pointsText(proposal)];
  return [...parts, ...(text === '' ? [] : [`${matterText.background}:`, text])].join('\n\n');
}
