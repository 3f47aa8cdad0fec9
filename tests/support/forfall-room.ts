import type { Committee } from '../../store/committee/record.ts';
import { indexed } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from './agenda-room.ts';
import { anAcceptedSak, aSentMeeting } from './agendas.ts';
import { inChat } from './circulation.ts';
import { aSeatWithVaras } from './forfall.ts';

/** Kari has Vera and Vidar as varas, Ola has Vidar, and Per none; Siv is secretary and Lise chair. */
export function withVaras(changes: Partial<Committee> = {}): Committee {
  const committee = inChannel({
    seats: [aSeatWithVaras('kari', ['vera', 'vidar']), aSeatWithVaras('ola', ['vidar']), aSeatWithVaras('per', [])],
    ...changes,
  });
  return { ...committee, ...indexed(committee) };
}

export const SAKER = [anAcceptedSak('a'), anAcceptedSak('b')];

/** The committee, its meeting, and everybody in chats of their own. */
export async function aForfallRoom(meeting: Partial<Meeting> = {}, committee = withVaras()): Promise<AgendaRoom> {
  const room = await anAgendaRoom([committee], [aSentMeeting(SAKER, meeting)], SAKER);
  for (const id of ['vera', 'vidar', 'valborg']) await room.deps.persons.collection.insert(inChat(id));
  return room;
}
