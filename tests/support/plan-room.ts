import { receiver } from '../../bot/receive.ts';
import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import { newCommittee } from '../../store/committee/record.ts';
import type { Plan } from '../../store/plan/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from './agenda-room.ts';
import { buttonsOf } from './cards.ts';
import { inChat, SERVICE } from './circulation.ts';
import { aCommittee, aSeat, TENANT } from './records.ts';

export type PlanRoom = AgendaRoom & {
  /** The card that a dropped file is answered with. */
  readonly drop: (person: string, name: string, content: string | Uint8Array) => Promise<Card>;
  /** The preview of a dropped plan. */
  readonly preview: (person: string, name: string, content: string | Uint8Array) => Promise<Card>;
  readonly plan: () => Promise<Plan>;
  /** The tiltak of the committee's only plan, in its order. */
  readonly tiltak: () => Promise<readonly Tiltak[]>;
};

/** Rows that are clear, several in one cell, a date without a year, several owners, and none. */
export const PLAN = `innsatsomrade;punkt;tiltak;ansvarlig;nar;status
Behov;a);Utarbeide plan for bedre overganger;FSU BU;2026;I rute
Behov;b);Lage kurs | Holde fagdag;SEKR;2026;
Behov;c);Styrke teamsamarbeid;UNN og kommunene;12. april;
Rekruttering;a);Starte opp digitalt utvalg;;;
Rekruttering;b);Rekruttere fastleger;UNN og kommunene;2027;`;

/** The button of a row, by its place in the file. */
export function ofRow(card: Card, at: number, title: string): object {
  const found = buttonsOf(card).find(({ title: one, data }) => one === title && 'at' in data && data.at === at);
  if (found === undefined) throw new Error(`row ${at} has no «${title}»`);
  return found.data;
}

/** A committee beside, with Berit as its chair and Bo as its secretary. */
function anotherCommittee(): Committee {
  const { settings } = aCommittee();
  const fields = { id: 'bu', tenantId: TENANT, name: 'Fagutvalg barn og unge', shortName: 'FSU BU', settings };
  return newCommittee({ ...fields, seats: [aSeat('kari')], roles: { chairId: 'berit', secretariatIds: ['bo'] } });
}

/** Two committees, and everybody in a chat of their own. Siv is secretary of the SSU, and Lise its chair. */
export async function aPlanRoom(): Promise<PlanRoom> {
  const room = await anAgendaRoom([inChannel(), anotherCommittee()], []);
  const { deps, teams } = room;
  for (const id of ['berit', 'bo']) await deps.persons.collection.insert(inChat(id));
  const receive = receiver(deps, { deliverSoon: () => {}, moveClock: () => {} });
  let files = 0;
  const drop: PlanRoom['drop'] = async (person, name, content) => {
    teams.file = typeof content === 'string' ? Buffer.from(content) : content;
    files += 1;
    const url = `https://files.example/${files}`;
    const from = { tenantId: TENANT, objectId: person, teamsId: `29:${person}`, name: person };
    const place = { conversationId: `chat-${person}`, kind: 'personal' as const, serviceUrl: SERVICE };
    await receive({ kind: 'message', text: '', files: [{ name, url }], activityId: `drop-${files}`, from, place });
    await room.deliver();
    const shown = teams.requests.findLast(({ chat, post }) => post && chat === place.conversationId)?.post?.card;
    if (shown === undefined) throw new Error('nothing was answered');
    return shown;
  };
  const plan = async () => {
    const [only] = await deps.plans.of('committee-1');
    if (only === undefined) throw new Error('there is no plan');
    return only;
  };
  return {
    ...room,
    drop,
    plan,
    tiltak: async () => deps.tiltak.ofPlan((await plan()).id),
    async preview(person, name, content) {
      const card = await drop(person, name, content);
      const read = /Les inn som handlingsplan \([^)]+\)/.exec(JSON.stringify(card))?.[0];
      if (read === undefined) throw new Error('no plan was offered');
      return room.click(person, card, read);
    },
  };
}
