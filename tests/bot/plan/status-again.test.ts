import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { storePlan } from '../../../bot/plan-store.ts';
import { render } from '../../../bot/render.ts';
import { change } from '../../../store/change.ts';
import { planKey } from '../../../store/plan/record.ts';
import { answerStatus } from '../../../store/tiltak/rules-status.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../../support/agenda-room.ts';
import { buttonOf } from '../../support/cards.ts';
import { accepted, NOW, REAL_NOW } from '../../support/records.ts';

const committee = inChannel();
const plan = { committee, name: 'Handlingsplan', by: 'siv', now: NOW, realNow: REAL_NOW };
const LATER = new Date(NOW.getTime() + 7 * 24 * 3600_000);

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([committee], []);
});
afterEach(() => room.end());

const readIn = async (bytes: Uint8Array, key: string) => {
  const { columns, rows } = await readPlanFile(bytes);
  const stored = await storePlan(room.deps, {
    ...plan,
    columns,
    rows,
    file: { name: key, sha256: 'a'.repeat(64) },
    key,
  });
  if (stored === 'import-under-way') throw new Error('somebody else reads a plan in');
  return stored.merge;
};
const ofPlan = async () => {
  const known = await room.deps.plans.collection.getByKey(planKey(committee.id, plan.name));
  return room.deps.tiltak.ofPlan(known?.id ?? '');
};
const say = async (n: number, text: string, at = NOW) =>
  accepted(
    await change(room.deps.tiltak.collection, (await ofPlan())[n]?.id ?? '', (tiltak) =>
      answerStatus(tiltak, { class: 'in-progress', text }, { personId: 'kari', from: 'answer' }, at),
    ),
  );
async function table(format: string) {
  const { card } = await render(room.deps, 'siv', { view: 'tiltak' });
  await room.press('siv', buttonOf(card, format).data);
  await room.deliver();
  const offer = room.offers('siv').at(-1);
  if (offer === undefined) throw new Error('no file was offered');
  return room.take('siv', offer);
}

test.each(['Last ned Word', 'Last ned Excel', 'Last ned CSV'])(
  'the table of «%s», read in again, leaves every answer with its class, also where a later one has come',
  async (format) => {
    const csv = 'Tiltak;Ansvarlig;Status\nLage plan;SEKR;Så vidt begynt\nHolde fagdag;SEKR;\nEvaluere;SEKR;\n';
    await readIn(Buffer.from(csv), 'first');
    await say(0, 'Utkastet er ferdig.\nDet sendes i mai.');
    await say(1, 'Dato er satt.');
    const bytes = await table(format);
    await say(1, 'Programmet er klart.', LATER);
    const before = (await ofPlan()).map(({ statuses }) => statuses);
    const { added, changed, unchanged, gone } = await readIn(bytes, 'again');
    expect([added.length, changed.length, unchanged.length, gone.length]).toEqual([0, 0, 3, 0]);
    expect((await ofPlan()).map(({ statuses }) => statuses)).toEqual(before);
  },
);

test.each(['Last ned Word', 'Last ned Excel', 'Last ned CSV'])(
  'the table of «%s», read in again, has no other text where a cell looks like a formula',
  async (format) => {
    const csv = 'Tiltak;Ansvarlig;Status\n- Lage plan;=SEKR;\n+ Holde fagdag;@FSU BU;- Ikke begynt\n';
    await readIn(Buffer.from(csv), 'first');
    const before = await ofPlan();
    expect(before.map(({ text, owner }) => [text, owner])).toEqual([
      ['- Lage plan', '=SEKR'],
      ['+ Holde fagdag', '@FSU BU'],
    ]);
    const { added, changed, gone } = await readIn(await table(format), 'again');
    expect([added.length, changed.length, gone.length]).toEqual([0, 0, 0]);
    expect((await ofPlan()).map(({ text, owner, statuses }) => [text, owner, statuses])).toEqual(
      before.map(({ text, owner, statuses }) => [text, owner, statuses]),
    );
  },
);
