import type { AgendaRoom } from './agenda-room.ts';
import { buttonsOf, linesOf } from './cards.ts';

const meetingId = 'meeting-1';
export const KARIS = 'seat-kari:whole';

type Shown = Promise<Parameters<typeof linesOf>[0]>;
export const words = async (card: Shown) => linesOf(await card).join('\n');
export const titles = async (card: Shown) => buttonsOf(await card).map(({ title }) => title);

/** What people press about forfall from `meeting-1`, and what they see then. */
export function forfallTalk(room: () => AgendaRoom) {
  const calls = async () => (await room().meeting(meetingId)).forfall?.flatMap((one) => one.calls) ?? [];
  return {
    report: (person: string, fields: object = {}) =>
      room().card(person, { verb: 'forfall.report', meetingId, what: 'whole', ...fields }),
    answer: (person: string, yes: boolean, forfallId = KARIS) =>
      room().card(person, { verb: 'forfall.call', meetingId, forfallId, yes }),
    own: (person = 'kari') => words(room().card(person, { verb: 'forfall.own', meetingId })),
    called: (person: string, forfallId = KARIS) =>
      words(room().card(person, { verb: 'forfall.called', meetingId, forfallId })),
    status: (person = 'siv') => words(room().card(person, { verb: 'forfall.status', meetingId })),
    calls,
    states: async () => (await calls()).map(({ varaId, state }) => `${varaId} ${state}`),
  };
}
