import { appLinkCard } from '../../cards/app-link.ts';
import { leftCard } from '../../cards/conversation.ts';
import type { Card } from '../../cards/elements.ts';
import { someLinks } from './links.ts';
import { NOW } from './records.ts';

const stored = { members: 24, saker: 130, meetings: 9, referater: 8, rounds: 11, tiltak: 1 };
const left = {
  committee: { id: 'committee-1', shortName: 'SSU' },
  place: { kind: 'channel', name: 'SSU' },
  removal: { at: NOW, by: 'Kari Nes' },
  running: 2,
  stored,
} as const;

/** Every kind of card about a channel or group chat. */
export const conversationGallery: Readonly<Record<string, Card>> = {
  'what is stopped and what remains where the bot was taken out': leftCard(left),
  'the same where nobody knows who did it, and nothing is running': leftCard({
    ...left,
    place: { kind: 'groupChat' },
    removal: { at: NOW },
    running: 0,
  }),
  'what is sent to those who lack the app': appLinkCard({
    committee: 'Strategisk samarbeidsutvalg (SSU)',
    url: someLinks.app,
  }),
  'the same once the bot is back': leftCard({ ...left, removal: undefined }),
};
