import { afterEach, describe, expect, test } from 'vitest';
import { readDocx } from '../../bot/documents/read-docx.ts';
import { fixedSakId } from '../../store/meeting/rules-agenda.ts';
import { newPlan } from '../../store/plan/record.ts';
import { newest } from '../../store/referat/record.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import type { Sak } from '../../store/sak/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { aNumberedSak, aTiltak } from '../support/minutes-room.ts';
import { NOW, TENANT } from '../support/records.ts';

const { settings } = inChannel();
const following = inChannel({
  settings: { ...settings, agenda: { fixed: ['innkalling', 'oppfolging', 'eventuelt'] } },
});
const plain = inChannel({ settings: { ...settings, agenda: { fixed: ['innkalling', 'eventuelt'] } } });
const FOLLOW_UP = fixedSakId('meeting-1', 'oppfolging');
const before = aMeeting({
  id: 'before',
  state: 'held',
  heldIn: 'committee-1',
  startsAt: new Date('2026-02-10T10:00:00Z'),
  endsAt: new Date('2026-02-10T12:00:00Z'),
  protocol: [
    { sakId: 'hospitering', outcome: 'vedtak', vedtak: ['Ja.'], at: NOW, by: 'siv' },
    { sakId: 'beredskap', outcome: 'folges-opp', vedtak: [], at: NOW, by: 'siv' },
    { sakId: 'avgjort', outcome: 'folges-opp', vedtak: [], at: NOW, by: 'siv' },
  ],
});
const over = { status: 'decided' as const, meetingId: 'before' };
const saker = [
  aNumberedSak('hospitering', { ...over, title: 'Hospitering', number: '25/25' }),
  aNumberedSak('beredskap', { ...over, title: 'Beredskap', number: '03/26', outcome: 'folges-opp' }),
  aNumberedSak('avgjort', { ...over, title: 'Avgjort siden', number: '04/26', outcome: 'vedtak' }),
  aNumberedSak('jury', { ...over, title: 'Samhandlingsprisen', number: '05/26', closed: true }),
];
const answered = { at: new Date('2026-03-01T10:00:00Z'), by: 'ola', from: 'answer' as const };
const started = aTiltak({
  id: 'started',
  text: 'Legge fram forslag',
  owner: 'FSU BU',
  due: 'innen utgangen av 2026',
  source: { sakId: 'hospitering', number: '25/25', point: 3 },
  statuses: [{ ...answered, class: 'in-progress', text: 'Gruppa har hatt to møter' }],
});
const secret = aTiltak({ id: 'secret', text: 'Ring vinneren', source: { sakId: 'jury', number: '05/26', point: 1 } });
const proposal = { kind: 'delete' as const, at: NOW, by: 'ola' };
const { source: _source, ...ofPlan } = aTiltak({ id: 'plan-a', text: 'Lage en folder', planId: 'plan-1', proposal });
const proposed: Tiltak = {
  ...ofPlan,
  place: { point: 'a)' },
  statuses: [{ ...answered, class: 'delete-proposed', text: 'Overflødig' }],
};

let room: AgendaRoom;
afterEach(() => room.end());

async function open(committee: typeof plain, tiltak: readonly Tiltak[], more: readonly Sak[] = saker) {
  room = await anAgendaRoom([committee], [before, aMeeting()], more);
  const plan = { id: 'plan-1', tenantId: TENANT, committeeId: 'committee-1', name: 'Handlingsplan 2026', columns: [] };
  await room.deps.plans.collection.insert(newPlan(plan));
  await Promise.all(tiltak.map((one) => room.deps.tiltak.collection.insert(one)));
}
const build = () => room.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
const preview = () => room.card('siv', { verb: 'agenda.preview', meetingId: 'meeting-1' });
const followUp = async () => {
  const sak = await room.deps.saker.collection.get(FOLLOW_UP);
  if (sak === undefined) throw new Error('nothing is followed up');
  return sak;
};
const send = async () => {
  await build();
  await room.click('siv', await preview(), 'Send sakslisten');
  await room.deliver();
};
const stored = async (id: string) => (await room.deps.tiltak.collection.get(id)) as Tiltak;

describe('«Oppfølging av referat og tidligere saker»', () => {
  test('writes itself from the tiltak of earlier saker, and from what is followed up without one', async () => {
    await open(following, [started, secret]);
    await build();
    const { background, proposal: points } = await followUp();
    expect(background.split('\n\n')).toEqual([
      'Oppfølging av sakene fra møtet 10.02.26 og tidligere.',
      'Sak 25/25, vedtakspunkt 3: Legge fram forslag – Ansvarlig: FSU BU, frist: innen utgangen av 2026. Status: I gang (01.03.26): Gruppa har hatt to møter.',
      'Sak 05/26: Lukket sak. Oppfølgingen står ikke her.',
      'Sak 03/26 Beredskap: Følges opp. Det er ikke registrert noe tiltak.',
    ]);
    expect(points).toEqual(['SSU tar saken til orientering.']);
  });

  test('says nothing of a closed sak that has no number, not even what it is called', async () => {
    const hidden = anAcceptedSak('skjult', { title: 'Varsel om lederen', status: 'decided', closed: true });
    const of = { source: { sakId: 'skjult' } };
    await open(following, [aTiltak({ id: 'a', ...of }), aTiltak({ id: 'b', ...of, proposal })], [...saker, hidden]);
    await build();
    const { background } = await followUp();
    expect(background).toContain('En sak uten nummer: Lukket sak. Oppfølgingen står ikke her.');
    expect(background).not.toContain('Varsel');
  });

  test('says of each proposal what the committee can decide, of plans too', async () => {
    await open(following, [proposed]);
    await build();
    const { background, proposal: points } = await followUp();
    expect(background.split('\n\n').slice(-2)).toEqual([
      'Tiltak som er uklare eller foreslås slettet',
      'Handlingsplan 2026, a): Lage en folder – Ansvarlig: ikke satt, frist: ikke satt. Status: Foreslås slettet (01.03.26): Overflødig. Forslag: behold, presiser eller slett.',
    ]);
    expect(points[1]).toContain('tar stilling til 1 tiltak som er uklart eller foreslås slettet');
  });

  test('is written anew with each preview, until it is sent', async () => {
    await open(following, [started]);
    await build();
    const done = { ...answered, class: 'done' as const, at: NOW };
    await room.deps.tiltak.collection.replace({ ...started, statuses: [done], version: 1 }, 0);
    await preview();
    expect((await followUp()).background).toContain('Status: Gjennomført');
    await send();
    const delayed = { ...answered, class: 'delayed' as const, at: NOW };
    await room.deps.tiltak.collection.replace({ ...started, statuses: [delayed], version: 2 }, 1);
    await preview();
    expect((await followUp()).background).toContain('Status: Gjennomført');
  });

  test('tells what was done after the last agenda was sent, the days before that meeting too', async () => {
    const done = (id: string, on: string) => ({
      ...started,
      id,
      text: `Ferdig ${on}`,
      statuses: [{ ...answered, class: 'done' as const, at: new Date(`${on}T10:00:00Z`) }],
    });
    await open(following, [done('a', '2026-01-20'), done('b', '2026-02-05'), done('c', '2026-02-20')]);
    const history = [{ at: new Date('2026-01-27T10:00:00Z'), by: 'siv', what: 'agenda-sent' }];
    await room.deps.meetings.collection.replace({ ...before, history, version: 1 }, 0);
    await build();
    const { background } = await followUp();
    expect(background.match(/Ferdig \S+/g)).toEqual(['Ferdig 2026-02-05', 'Ferdig 2026-02-20']);
  });

  test('keeps within what a sak may say, and counts what does not stand there', { timeout: 20_000 }, async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ ...started, id: `tiltak-${n}`, text: 'x'.repeat(1000) }));
    await open(following, [...many, proposed]);
    await build();
    const { background, attachments } = await followUp();
    expect(background.length).toBeLessThan(60_000);
    expect(background).toContain('Lage en folder');
    expect(background).toMatch(/\d+ tiltak til står i den vedlagte statustabellen\./);
    expect(attachments).toMatchObject([{ kind: 'file', name: 'Status for oppfølging.docx' }]);
    const [table] = attachments;
    const file = table?.kind === 'file' ? await room.deps.files.collection.get(table.fileId) : undefined;
    const read = await readDocx(Buffer.from(file?.base64 ?? '', 'base64'));
    if (!('text' in read)) throw new Error(JSON.stringify(read));
    expect(read.text.match(/^Sak 25\/25, vedtakspunkt 3 \| x{1000}/gm)).toHaveLength(60);
    expect(read.text).toContain('Handlingsplan 2026, a) | Lage en folder');
  });

  test('knows the meeting its proposals are laid before, once the agenda is sent', async () => {
    await open(following, [proposed]);
    await build();
    expect((await stored('plan-a')).proposal?.meetingId).toBeUndefined();
    await send();
    expect((await stored('plan-a')).proposal?.meetingId).toBe('meeting-1');
  });
});

describe('an agenda without it', () => {
  test('says what waits for a decision, and takes it on with one press', async () => {
    await open(plain, [proposed]);
    const builder = await build();
    expect(wordsOf(builder)).toContain('1 tiltak er uklart eller foreslås slettet');
    const added = await room.click('siv', builder, 'Sett oppfølging av tiltak på sakslisten');
    expect(wordsOf(added)).not.toContain('uklart eller foreslås slettet');
    expect((await room.meeting('meeting-1')).items.map(({ sakId }) => sakId)).toEqual([
      fixedSakId('meeting-1', 'innkalling'),
      FOLLOW_UP,
      fixedSakId('meeting-1', 'eventuelt'),
    ]);
    expect((await followUp()).background).toContain('Lage en folder');
    await send();
    expect((await stored('plan-a')).proposal?.meetingId).toBe('meeting-1');
  });

  test('offers nothing where nothing waits', async () => {
    await open(plain, [started]);
    expect(buttonsOf(await build()).map(({ title }) => title)).not.toContain('Sett oppfølging av tiltak på sakslisten');
    await send();
  });
});

describe('what the committee decides', () => {
  const meeting = async () => {
    await open(following, [proposed, { ...proposed, id: 'plan-b', text: 'Rydde i rutinene', order: 1 }]);
    await send();
    room.clock.now = new Date('2026-04-14T11:00:00Z');
  };
  const list = async () => {
    const sak = await room.card('siv', { verb: 'minutes.sak', meetingId: 'meeting-1', sakId: FOLLOW_UP });
    return room.click('siv', sak, 'Ta stilling til 2 tiltak');
  };
  const decide = async (inputs: object) =>
    room.click('siv', await room.click('siv', await list(), 'Registrer vedtaket'), 'Lagre', inputs);

  test('is registered one by one in its minutes, and told in the referat', async () => {
    await meeting();
    expect(wordsOf(await decide({ decision: 'delete' }))).toContain('Vedtaket om tiltaket er registrert.');
    expect(await stored('plan-a')).toMatchObject({
      state: 'closed',
      proposal: { decided: { what: 'delete', by: 'siv', meetingId: 'meeting-1', sakId: FOLLOW_UP } },
    });
    await decide({ decision: 'clarify', text: 'Rydde i rutinene for utskriving' });
    expect((await stored('plan-b')).text).toBe('Rydde i rutinene for utskriving');
    await room.card('siv', { verb: 'minutes.referat', meetingId: 'meeting-1' });
    const referat = await room.deps.referater.collection.get(referatIdFor('meeting-1'));
    expect(referat && newest(referat).text).toContain(
      'Tiltak utvalget tok stilling til\n\n– «Lage en folder» slettes.\n– «Rydde i rutinene» presiseres slik: «Rydde i rutinene for utskriving»',
    );
  });

  test('of a closed sak is told in the referat with its number alone', async () => {
    await open(following, [{ ...secret, proposal }]);
    await send();
    room.clock.now = new Date('2026-04-14T11:00:00Z');
    const sak = await room.card('siv', { verb: 'minutes.sak', meetingId: 'meeting-1', sakId: FOLLOW_UP });
    const list = await room.click('siv', sak, 'Ta stilling til 1 tiltak');
    await room.click('siv', await room.click('siv', list, 'Registrer vedtaket'), 'Lagre', { decision: 'delete' });
    await room.card('siv', { verb: 'minutes.referat', meetingId: 'meeting-1' });
    const referat = await room.deps.referater.collection.get(referatIdFor('meeting-1'));
    const text = referat && newest(referat).text;
    expect(text).toContain('– Tiltak fra lukket sak 05/26 slettes.');
    expect(text).not.toContain('Ring vinneren');
    expect((await followUp()).background).not.toContain('Ring vinneren');
  });

  test('is asked for again when nothing was chosen, or the clearer text is the old one', async () => {
    await meeting();
    expect(wordsOf(await decide({}))).toContain('Velg hva utvalget vedtok.');
    expect(wordsOf(await decide({ decision: 'clarify', text: ' Lage en folder ' }))).toContain(
      'Skriv hvordan tiltaket',
    );
    expect(wordsOf(await decide({ decision: 'clarify', text: 'x'.repeat(4001) }))).toContain('høyst 4000 tegn');
    expect((await stored('plan-a')).proposal?.decided).toBeUndefined();
  });

  test('is not registered by a member, nor before the meeting', async () => {
    await open(following, [proposed]);
    await send();
    const data = { verb: 'tiltak.decide', tiltakId: 'plan-a', decision: 'delete' };
    const here = { ...data, meetingId: 'meeting-1', sakId: FOLLOW_UP };
    expect(wordsOf(await room.card('kari', data))).toContain('bare for sekretariatet');
    expect(wordsOf(await room.card('siv', here))).toContain('Møtet har ikke begynt.');
    expect(wordsOf(await room.card('siv', { ...here, sakId: 'annen' }))).toContain('står ikke på sakslisten');
    expect((await stored('plan-a')).state).toBe('open');
  });

  test('is taken back by another decision of that meeting, and not by a button', async () => {
    await meeting();
    await decide({ decision: 'delete' });
    const one = await room.card('siv', { verb: 'tiltak.one', tiltakId: 'plan-a' });
    expect(wordsOf(one)).toContain('Utvalget har vedtatt å slette tiltaket.');
    expect(buttonsOf(one).map(({ title }) => title)).toEqual(['Registrer et annet vedtak', 'Til planen']);
    const reopened = await room.card('siv', { verb: 'tiltak.reopen', tiltakId: 'plan-a' });
    expect(wordsOf(reopened)).toContain('Det kan bare tas inn igjen ved et nytt vedtak.');
    const elsewhere = { verb: 'tiltak.decide', tiltakId: 'plan-a', decision: 'keep' };
    expect(wordsOf(await room.card('siv', elsewhere))).toContain('Utvalget har tatt stilling til dette i et møte.');
    expect((await stored('plan-a')).state).toBe('closed');
    await room.click('siv', await room.click('siv', one, 'Registrer et annet vedtak'), 'Lagre', { decision: 'keep' });
    expect((await stored('plan-a')).state).toBe('open');
  });

  test('elsewhere is registered on the tiltak itself', async () => {
    await open(following, [proposed]);
    const form = await room.card('siv', { verb: 'tiltak.decide-form', tiltakId: 'plan-a' });
    expect(wordsOf(form)).toContain('Handlingsplan 2026, a)');
    expect(wordsOf(await room.click('siv', form, 'Lagre', { decision: 'keep' }))).toContain('Vedtatt: Behold');
    expect((await stored('plan-a')).proposal?.decided).toMatchObject({ what: 'keep', by: 'siv' });
  });
});
