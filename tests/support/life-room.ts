import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import { withLifeDue } from '../../store/committee/rules-dates.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { entraKey } from '../../store/person/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from './agenda-room.ts';
import { anAcceptedSak } from './agendas.ts';
import { inChat } from './circulation.ts';
import { TENANT } from './records.ts';

export const committeeId = 'committee-1';
/** Eva's id in Teams. She is in no committee. */
export const EVA = '5eed0000-0000-4000-8000-000000000004';

export type LifeRoom = AgendaRoom & {
  readonly stored: () => Promise<Committee>;
  /** The committee as it is set up, as somebody sees it: Siv unless told. */
  readonly setup: (person?: string) => Promise<Card>;
  /** The committee's time is this, with what is due by then carried out and sent. */
  readonly at: (time: string) => Promise<void>;
};

/** A committee without a channel, unless told, with two saker that are not dealt with. */
export async function aLifeRoom(
  changes: Partial<Committee> = {},
  meetings: readonly Meeting[] = [],
): Promise<LifeRoom> {
  const { conversation: _none, ...committee } = inChannel();
  const saker = [anAcceptedSak('sak-1'), anAcceptedSak('sak-2')];
  const room = await anAgendaRoom([withLifeDue({ ...committee, ...changes })], meetings, saker);
  await room.deps.persons.collection.insert({ ...inChat('eva'), keys: [entraKey(TENANT, EVA)] });
  return {
    ...room,
    stored: async () => (await room.deps.committees.collection.get(committeeId)) as Committee,
    setup: (person = 'siv') => room.card(person, { verb: 'setup.show', committeeId }),
    async at(time) {
      room.wait(new Date(time).getTime() - room.deps.now().getTime());
      await room.tick();
      // what is due by another's doing
      await room.tick();
      await room.deliver();
    },
  };
}
