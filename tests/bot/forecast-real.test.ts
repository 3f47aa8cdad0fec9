import { afterEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { newCommittee, type Seat } from '../../store/committee/record.ts';
import { osloTime } from '../../store/time.ts';
import { type AgendaRoom, anAgendaRoom } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { realData } from '../support/data.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aSeat } from '../support/records.ts';

const DATO = '2023-11-09';
const data = realData();
const held = data?.meetings.find(({ utvalg, dato }) => utvalg === 'FSU BU' && dato === DATO);
const present = held?.til_stede?.liste ?? [];
const away = held?.forfall?.liste ?? [];
const saker = (data?.saker ?? []).filter(({ utvalg }) => utvalg === 'FSU BU');

/** Whom somebody represents, by how the document names them. */
function partOf(title: string): Seat['represents'] {
  if (/fastlege/.test(title)) return 'fastlege';
  if (/bruker/i.test(title)) return 'bruker';
  return /UNN|BUPA|MST/.test(title) ? 'helseforetak' : 'kommune';
}

/** The seats of those who were there, m0 to m2, and of those who were not, m3 to m9. */
const seats = [...present, ...away].map((name, n) => aSeat(`m${n}`, { name, represents: partOf(name) }));
const sakId = (saksnr: string | null) => `sak-${saksnr?.slice(0, 2)}`;
const at = (day: string, time: string) => osloTime(day, time) as Date;

let room: AgendaRoom | undefined;
afterEach(async () => {
  await room?.end();
  room = undefined;
});

/** The committee two weeks before its meeting, called to its saker; `varas`: the seats that have one. */
async function aRoom(varas: readonly string[] = []): Promise<AgendaRoom> {
  const settings = {
    roundDays: 7,
    approvalRule: { kind: 'majority' },
    askedGroup: 'voting',
    agenda: { fixed: [], firstNumber: { year: 2023, number: 18 } },
  } as const;
  const filled = seats.map((seat) => {
    const vara = {
      personId: `vara-${seat.memberId}`,
      name: `Vara ${seat.memberId}`,
      acceptedAt: at('2023-10-01', '09:00'),
    };
    return varas.includes(seat.memberId ?? '') ? { ...seat, varas: [vara] } : seat;
  });
  const { conversation: _none, ...base } = aCommittee({ shortName: 'FSU BU', name: 'FSU Barn og unge' });
  const committee = newCommittee({
    ...base,
    seats: filled,
    roles: { chairId: 'm0', secretariatIds: ['siv'] },
    settings: { ...settings, agenda: { ...settings.agenda, fixed: [] } },
  });
  const meeting = aMeeting({ startsAt: at(DATO, '12:00'), endsAt: at(DATO, '14:00'), place: 'Teams' });
  const accepted = saker.map(({ saksnr, tittel, vedtak }, n) =>
    anAcceptedSak(sakId(saksnr), {
      title: tittel,
      proposal: vedtak,
      proposedAt: new Date(at('2023-10-01', '09:00').getTime() + n),
    }),
  );
  const opened = await anAgendaRoom([committee], [meeting], accepted);
  const people = [...seats.map(({ memberId = '' }) => memberId), ...varas.map((id) => `vara-${id}`)];
  for (const id of people) await opened.deps.persons.collection.insert(inChat(id));
  opened.clock.now = at('2023-10-26', '09:00');
  const built = await opened.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
  await opened.click('siv', await opened.click('siv', built, 'Forhåndsvis'), 'Send sakslisten');
  await opened.deliver();
  return opened;
}

const say = async (here: AgendaRoom, ids: readonly string[], comes: boolean) => {
  for (const person of ids) await here.card(person, { verb: 'agenda.answer', meetingId: 'meeting-1', comes });
  await here.deliver();
};
const warnings = (here: AgendaRoom, person: string): Card[] =>
  here.teams.requests.flatMap(({ chat, post }) =>
    chat === `chat-${person}` && post?.summary === 'Møtet står i fare for å bli avlyst' ? [post.card] : [],
  );
const COME = ['m0', 'm1', 'm2'];
const AWAY = ['m3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'];

describe.skipIf(held === undefined)('FSU BU on 9 November 2023, to which 3 of 10 came', () => {
  test('is the meeting of the documents', () => {
    expect([present.length, away.length]).toEqual([held?.til_stede?.antall, held?.forfall?.antall]);
    expect([present.length, away.length, saker.length]).toEqual([3, 7, 7]);
  });

  test('its chair and secretariat are warned by the sixth forfall, five working days before', async () => {
    room = await aRoom();
    await say(room, COME, true);
    room.clock.now = at('2023-11-02', '10:00');
    await say(room, AWAY.slice(0, 5), false);
    expect(warnings(room, 'siv')).toEqual([]);
    await say(room, AWAY.slice(5), false);
    for (const person of ['m0', 'siv']) expect(warnings(room, person)).toHaveLength(1);
    const lines = linesOf(warnings(room, 'siv')[0] as Card);
    // the card shows what is known when it is sent
    expect(lines).toContain(
      'Etter forfall kan høyst 3 av 10 stemmeberettigede plasser bli dekket. Det trengs minst 5.',
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'Kommune: 4 plasser. 2 kommer, 2 har forfall uten vara',
        'Bruker: 1 plass. 1 kommer',
        'Helseforetak: 4 plasser. 4 har forfall uten vara',
        'Fastlege: 1 plass. 1 har forfall uten vara',
      ]),
    );
  });

  test('with varas for three of the seven, they are called, and the meeting can be held', async () => {
    const varas = ['m3', 'm4', 'm7'];
    room = await aRoom(varas);
    await say(room, COME, true);
    room.clock.now = at('2023-11-02', '10:00');
    await say(room, AWAY, false);
    for (const id of varas) expect(room.wordsTo(`chat-vara-${id}`)).toContain('FSU BU');
    expect(warnings(room, 'siv')).toEqual([]);
    const { forfall = [] } = await room.meeting('meeting-1');
    const called = forfall.filter(({ calls }) => calls.length > 0).map(({ id, seatId }) => [seatId, id] as const);
    for (const [seatId, forfallId] of called.slice(0, 2))
      await room.card(`vara-${seatId.slice(5)}`, {
        verb: 'forfall.call',
        meetingId: 'meeting-1',
        forfallId,
        yes: true,
      });
    const shown = linesOf(await room.card('m0', { verb: 'meeting.show', meetingId: 'meeting-1' }));
    expect(shown).toContain(
      '5 av 10 stemmeberettigede plasser er dekket så langt, og inntil 6 kan bli det. Det trengs minst 5.',
    );
    const [, last] = called.slice(1);
    const no = { verb: 'forfall.call', meetingId: 'meeting-1', forfallId: last?.[1], yes: false };
    await room.card(`vara-${last?.[0].slice(5)}`, no);
    await room.deliver();
    expect(warnings(room, 'siv')).toEqual([]);
  });

  test('with one vara who says no, they are warned when the vara does', async () => {
    room = await aRoom(['m3']);
    await say(room, COME, true);
    room.clock.now = at('2023-11-02', '10:00');
    await say(room, AWAY.slice(0, 6), false);
    expect(warnings(room, 'siv')).toEqual([]);
    const { forfall = [] } = await room.meeting('meeting-1');
    const forfallId = forfall.find(({ seatId }) => seatId === 'seat-m3')?.id;
    await room.card('vara-m3', { verb: 'forfall.call', meetingId: 'meeting-1', forfallId, yes: false });
    await room.deliver();
    expect(warnings(room, 'siv')).toHaveLength(1);
  });

  test('without varas its saker go on e-postrunde by the button, and are decided there though it is cancelled', async () => {
    room = await aRoom();
    await say(room, COME, true);
    room.clock.now = at('2023-11-02', '10:00');
    await say(room, AWAY, false);
    const form = await room.click('siv', warnings(room, 'siv')[0] as Card, 'Behandle sakene på e-postrunde');
    const filled = Object.fromEntries(inputsOf(form).map(({ id, value }) => [id, value ?? '']));
    // «med bakgrunn i mye forfall … vedtatt pr epost»
    const sent = await room.click('siv', form, 'Send på e-postrunde', { ...filled, saker: sakId('19/23') });
    expect(wordsOf(sent)).toContain('Sak 19/23 Møteplan 2024: På e-postrunde');
    await room.deliver();
    const cancel = await room.card('siv', { verb: 'meeting.cancel-form', meetingId: 'meeting-1' });
    await room.click('siv', cancel, 'Avlys møtet', { reason: 'Mye forfall' });
    await room.deliver();

    const roundId = `round_${sakId('19/23')}_1`;
    for (const { memberId = '' } of seats.slice(2, 8)) {
      const asked = await room.card(memberId, { verb: 'round.show', roundId });
      expect(buttonsOf(asked).map(({ title }) => title)).toContain('For');
      await room.click(memberId, asked, 'For');
    }
    room.clock.now = at('2023-11-20', '10:00');
    await room.tick();
    await room.deliver();
    const { saker: stored } = room.deps;
    const vedtak = saker.find(({ saksnr }) => saksnr === '19/23')?.vedtak;
    expect(await stored.collection.get(sakId('19/23'))).toMatchObject({ status: 'decided', number: '19/23', vedtak });
    expect(await stored.collection.get(sakId('20/23'))).toMatchObject({ status: 'accepted', postponed: 1 });
  });
});
