import { render } from '../../bot/render.ts';
import type { Card } from '../../cards/elements.ts';
import type { Plan } from '../../store/plan/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from './agenda-room.ts';
import { aMeeting } from './meetings.ts';
import { aPlan, aPlanned, IMPORTED, said } from './plans.ts';

const held = aMeeting({
  id: 'meeting-0',
  startsAt: new Date('2026-02-10T11:00:00Z'),
  endsAt: new Date('2026-02-10T13:00:00Z'),
  state: 'held',
  heldIn: 'committee-1',
});
const kari = { owner: 'Kari', ownerKeys: ['person:kari'], contactIds: ['kari'] };
const prose = said({ class: undefined, text: 'Se punktet over.', at: IMPORTED, by: 'siv', from: 'plan' });

/** Three of them are Kari's; one is overdue, two are done, and one has prose alone. */
export const planned = (): readonly Tiltak[] => [
  aPlanned(0, { ...kari, due: '2025', dueOn: '2025-12-31' }),
  aPlanned(1, { ...kari, due: 'våren 2026', dueOn: '2026-05-31', statuses: [said()] }),
  aPlanned(2, { owner: 'FSU BU', statuses: [said({ class: 'done', text: 'Ferdig.', by: 'siv', from: 'registered' })] }),
  aPlanned(3, { statuses: [prose] }),
  aPlanned(4, { ...kari, statuses: [said({ class: 'done' })] }),
];

/** How a button says which plan it is about. */
export const PLAN = { committeeId: 'committee-1', planId: 'plan-1' };

/** A committee that last met in February, and its plan. */
export async function aTiltakRoom(tiltak = planned(), plans: readonly Plan[] = [aPlan()], committee = inChannel()) {
  const room: AgendaRoom = await anAgendaRoom([committee], [held, aMeeting()]);
  const { deps } = room;
  for (const plan of plans) await deps.plans.collection.insert(plan);
  for (const one of tiltak) await deps.tiltak.collection.insert(one);
  return {
    ...room,
    /** What somebody is answered to «tiltak». */
    home: async (person: string): Promise<Card> => (await render(deps, person, { view: 'tiltak' })).card,
    stored: async (n: number) => (await deps.tiltak.collection.get(`tiltak-${n}`)) as Tiltak,
  };
}
export type TiltakRoom = Awaited<ReturnType<typeof aTiltakRoom>>;
