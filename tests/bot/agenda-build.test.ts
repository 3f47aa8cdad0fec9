import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiver } from '../../bot/receive.ts';
import { numbersId } from '../../store/numbers/record.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonOf, buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { SERVICE } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aSeat, TENANT } from '../support/records.ts';

const meetingId = 'meeting-1';
const { settings } = inChannel();
const ours = inChannel({ settings: { ...settings, agenda: { fixed: ['eventuelt'] } } });
/** Another committee of the organisation, with people of its own. */
const theirs = aCommittee({
  id: 'committee-2',
  shortName: 'FSU BU',
  seats: [aSeat('fremmed')],
  roles: { chairId: 'fremmed', secretariatIds: ['fremmed'] },
  people: ['fremmed'],
});

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom(
    [ours, theirs],
    [aMeeting()],
    ['a', 'b', 'c'].map((id) => anAcceptedSak(id)),
  );
});
afterEach(() => room.end());

const build = (person = 'siv') => room.card(person, { verb: 'agenda.build', meetingId });
const order = async () => (await room.meeting(meetingId)).items.map(({ sakId }) => sakId);
const EVENTUELT = 'fixed_meeting-1_eventuelt';

test.each(['siv', 'lise', 'nina'])(
  '%s, of the secretariat, chair or vice chair, builds and sends an agenda',
  async (person) => {
    await build(person);
    const preview = await room.card(person, { verb: 'agenda.preview', meetingId });
    expect(linesOf(await room.click(person, preview, 'Send sakslisten'))).toContain('Sakslisten er sendt.');
    expect(await room.meeting(meetingId)).toMatchObject({ state: 'called', sent: { by: person } });
  },
);

describe('a sak that is chosen on the agenda', () => {
  test('is moved one place up or down, and stays where it is at the ends', async () => {
    const card = await build();
    expect(await order()).toEqual(['a', 'b', 'c', EVENTUELT]);
    const move = (title: string, sakId: string) => room.click('siv', card, title, { sakId });
    expect(wordsOf(await move('Flytt opp', 'c'))).toMatch(/1\. Sak om a.*2\. Sak om c.*3\. Sak om b/s);
    await move('Flytt ned', 'a');
    expect(await order()).toEqual(['c', 'a', 'b', EVENTUELT]);
    await move('Flytt opp', 'c');
    await move('Flytt ned', EVENTUELT);
    expect(await order()).toEqual(['c', 'a', 'b', EVENTUELT]);
  });

  test('is taken off, and can be put back; also one of the committee’s own', async () => {
    const card = await build();
    await room.click('siv', card, 'Ta av sakslisten', { sakId: 'b' });
    const without = await room.click('siv', card, 'Ta av sakslisten', { sakId: EVENTUELT });
    expect(await order()).toEqual(['a', 'c']);
    const choices = inputsOf(without).find(({ id }) => id === 'addId');
    expect(choices?.type === 'Input.ChoiceSet' && choices.choices.map(({ value }) => value).toSorted()).toEqual([
      'b',
      EVENTUELT,
    ]);
    await room.click('siv', without, 'Legg til', { addId: EVENTUELT });
    await room.click('siv', without, 'Legg til', { addId: 'b' });
    expect(await order()).toEqual(['a', 'c', 'b', EVENTUELT]);
  });

  test.each(['Flytt opp', 'Ta av sakslisten', 'Lukk saken', 'Rediger fast tekst'])(
    'must be chosen: «%s» without one says so, and changes nothing',
    async (title) => {
      const again = await room.click('siv', await build(), title, { sakId: '' });
      expect(linesOf(again).join(' ')).toMatch(/Velg en sak/);
      expect(await order()).toEqual(['a', 'b', 'c', EVENTUELT]);
    },
  );

  test('is not taken off once it was sent with its number', async () => {
    await room.click('siv', await preview(), 'Send sakslisten');
    const again = await room.click('siv', await build(), 'Ta av sakslisten', { sakId: 'b' });
    expect(linesOf(again).join(' ')).toContain('Saken er sendt ut med nummer');
    expect(await order()).toContain('b');
  });
});

const preview = async () => {
  await build();
  return room.card('siv', { verb: 'agenda.preview', meetingId });
};

const VERBS = [
  { verb: 'agenda.build' },
  { verb: 'agenda.move', sakId: 'b', to: 'up' },
  { verb: 'agenda.order', revision: 1, order: '2,1' },
  { verb: 'agenda.take-out', sakId: 'b' },
  { verb: 'agenda.add', addId: 'b' },
  { verb: 'agenda.close', sakId: 'b' },
  { verb: 'agenda.edit-form', sakId: EVENTUELT },
  { verb: 'agenda.edit', sakId: EVENTUELT, background: 'x' },
  { verb: 'agenda.preview' },
  { verb: 'agenda.send', revision: 1, seen: 'x' },
  { verb: 'agenda.remind' },
  { verb: 'agenda.publish-form' },
  { verb: 'agenda.publish', where: 'www.eksempel.no' },
] as const;

describe.each(['kari', 'fremmed'])('%s, a member or the chair of another committee,', (person) => {
  test.each(VERBS)('is refused $verb, and nothing is changed or shown', async (data) => {
    await build();
    const before = await room.meeting(meetingId);
    const answer = JSON.stringify(await room.press(person, { meetingId, ...data }));
    expect(answer).toContain('Dette er bare for lederen, nestlederen og sekretariatet i utvalget.');
    expect(answer).not.toContain('Sak om');
    expect(await room.meeting(meetingId)).toEqual(before);
    expect(await room.deps.saker.collection.get('b')).toEqual(anAcceptedSak('b'));
  });
});

describe('where an agenda was published', () => {
  const publish = async (where: string) => {
    await room.click('siv', await preview(), 'Send sakslisten');
    await room.deliver();
    const form = await room.click(
      'siv',
      await room.card('siv', { verb: 'agenda.card', meetingId }),
      'Registrer som publisert',
    );
    return room.click('siv', form, 'Lagre', { where });
  };

  test('is kept when it is too long for an address, and nothing is registered', async () => {
    const where = 'x'.repeat(501);
    const again = await publish(where);
    expect(linesOf(again).join(' ')).toContain('Adressen kan ha høyst 500 tegn.');
    expect(inputsOf(again)).toMatchObject([{ id: 'where', value: where }]);
    expect((await room.meeting(meetingId)).agendaPublished).toBeUndefined();
  });

  test('is shown as it was typed, whatever it looks like, to everybody who has the card', async () => {
    const where = '<b>javascript:alert(1)</b> [her](https://x.no)';
    const card = await publish(where);
    expect(linesOf(card).join(' ')).toContain(`Sakslisten er publisert på ${where} (registrert 02.03.26 kl. 10.00).`);
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Registrer som publisert');
    room.wait(6000);
    await room.deliver();
    const shared = room.teams.requests.findLast(({ chat }) => chat === CHANNEL);
    expect(shared?.post && linesOf(shared.post.card).join(' ')).toContain(where);
    expect((await room.meeting(meetingId)).agendaPublished).toMatchObject({ by: 'siv', where });
  });

  test('is not registered before it was sent', async () => {
    await build();
    const answer = await room.press('siv', { verb: 'agenda.publish', meetingId, where: 'www.eksempel.no' });
    expect(JSON.stringify(answer)).toContain('Sakslisten er ikke sendt ennå.');
    expect((await room.meeting(meetingId)).agendaPublished).toBeUndefined();
  });
});

test('«Send sakslisten» pressed by two at once, in two processes, sends it once', async () => {
  const other = await room.connect();
  const there = receiver(other, { deliverSoon: () => {}, moveClock: () => {} });
  const card = await preview();
  const pressed = {
    kind: 'card-action',
    activityId: 'there',
    from: { tenantId: TENANT, objectId: 'lise', teamsId: '29:lise', name: 'lise' },
    place: { conversationId: 'chat-lise', kind: 'personal', serviceUrl: SERVICE },
    data: buttonOf(card, 'Send sakslisten').data,
  } as const;
  const answers = await Promise.all([room.click('siv', card, 'Send sakslisten'), there(pressed)]);
  for (const answer of answers) expect(JSON.stringify(answer)).toMatch(/Sakslisten er (?:sendt\.|allerede sendt)/);
  await room.deliver();
  const ledger = await room.deps.numbers.collection.get(numbersId('committee-1', 2026));
  expect(ledger?.sakIds).toEqual(['a', 'b', 'c', EVENTUELT]);
  expect(room.teams.requests.filter(({ chat, kind }) => chat === CHANNEL && kind === 'post')).toHaveLength(1);
  const { history } = await room.meeting(meetingId);
  expect(history.filter(({ what }) => what === 'agenda-sent')).toHaveLength(1);
});
