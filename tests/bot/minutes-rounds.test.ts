import { afterEach, beforeEach, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import { newest } from '../../store/referat/record.ts';
import { done } from '../../store/result.ts';
import { aMinutesCase, buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn, VERA } from '../support/minutes-room.ts';

const ROUND = 'round_moteplan_1';

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase();
});
afterEach(() => room.end());

const form = async () => room.click(await room.open(), 'Behandle sakene på e-postrunde');
const send = async (typed: Record<string, string> = { saker: 'moteplan' }) => {
  const shown = await form();
  return room.click(shown, 'Send på e-postrunde', { ...filledIn(shown), ...typed });
};
const rounds = async () => (await room.deps.rounds.collection.get(ROUND)) as { status: string };

test('the saker that are chosen get a round each, and the protocol names it', async () => {
  const after = await send({ saker: 'moteplan,arsrapport' });
  expect(words(after)).toContain('Sak 13/26 Møteplan: På e-postrunde');
  expect(await rounds()).toMatchObject({
    status: 'open',
    kind: 'vedtak',
    meetingId: 'meeting-1',
    matter: { sak: '13/26' },
  });
  expect((await room.meeting()).protocol).toMatchObject([
    { sakId: 'moteplan', outcome: 'ingen', roundId: ROUND },
    { sakId: 'arsrapport', roundId: 'round_arsrapport_1' },
  ]);
});

test('a vara who was there answers for the seat, and an inhabil seat is not asked', async () => {
  await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
  await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', picked: VERA });
  await room.click(await room.click(await room.openSak('moteplan'), 'Inhabile'), 'Lagre', { recused: 'seat-kari' });
  await send();
  expect(await rounds()).toMatchObject({ seats: [{ seatId: 'seat-ola', holderId: VERA }] });
});

test('sent twice there is one round, and the meeting can end with it', async () => {
  const shown = await form();
  const typed = { ...filledIn(shown), saker: 'moteplan' };
  await Promise.all([room.click(shown, 'Send på e-postrunde', typed), room.click(shown, 'Send på e-postrunde', typed)]);
  expect(await room.deps.rounds.collection.get('round_moteplan_2')).toBeUndefined();
  await room.click(await room.openSak('arsrapport'), 'Utsett');
  expect(words(await room.click(await room.open(), 'Avslutt møtet'))).toContain('Møtet er avsluttet.');
  await room.deliver();
  // it is the round that ends the sak
  expect(await room.sak('moteplan')).toMatchObject({ status: 'scheduled' });
});

test('the referat says that the sak is on a round, and once it is over how it ended', async () => {
  await send();
  await room.click(await room.openSak('arsrapport'), 'Utsett');
  await room.click(await room.open(), 'Lag referat');
  expect(newest(await room.referat()).text).toContain('Sak 13/26 Møteplan\n\nSaken behandles på e-postrunde.');
  const closedAt = new Date('2026-03-04T12:00:00Z');
  await change(room.deps.rounds.collection, ROUND, (round) => done({ ...round, status: 'approved', closedAt }));
  await change(room.deps.saker.collection, 'moteplan', (sak) => done({ ...sak, vedtak: ['SSU vedtar planen.'] }));
  const { id: referatId } = await room.referat();
  const outdated = await room.show('siv', { verb: 'referat.show', referatId });
  expect(words(outdated)).toContain('Noe er endret i møtet eller avgjort på e-postrunde');
  const renewed = await room.click(outdated, 'Lag referatet på nytt');
  expect(words(renewed)).not.toContain('Noe er endret i møtet');
  expect(newest(await room.referat()).text).toContain(
    'Vedtak:\n\nSSU vedtar planen.\n\nVedtatt på e-postrunde 04.03.26.',
  );
});

const withdraw = () =>
  change(room.deps.rounds.collection, ROUND, (round) => done({ ...round, status: 'withdrawn' as const }));

test.each([['Vedta forslaget'], ['Utsett'], ['Utgikk'], ['Følges opp']])(
  'a sak whose round still runs is not dealt with by «%s», and the card leads to the round',
  async (title) => {
    await send();
    const form = await room.openSak('moteplan');
    const again = await room.click(form, title, { text: 'Drøftet.' });
    expect(words(again)).toContain('Trekk runden først.');
    expect((await room.meeting()).protocol).toMatchObject([{ sakId: 'moteplan', outcome: 'ingen', roundId: ROUND }]);
    expect(buttons(await room.click(again, 'Til e-postrunden'))).toContain('Trekk runden');
  },
);

test('what is said of a sak while its round runs can still be written', async () => {
  await send();
  await room.click(await room.openSak('moteplan'), 'Lagre', { outcome: 'ingen', text: 'Drøftet.' });
  expect((await room.meeting()).protocol).toMatchObject([{ text: 'Drøftet.', outcome: 'ingen', roundId: ROUND }]);
});

test('nobody is marked inhabil while a round asks about the sak', async () => {
  await send();
  const form = await room.click(await room.openSak('moteplan'), 'Inhabile');
  const again = await room.click(form, 'Lagre', { recused: 'seat-kari' });
  expect(words(again)).toContain('Trekk runden før du endrer hvem som er inhabile.');
  expect((await room.sak('moteplan'))?.recusedSeatIds).toBeUndefined();
  await withdraw();
  await room.click(form, 'Lagre', { recused: 'seat-kari' });
  expect((await room.sak('moteplan'))?.recusedSeatIds).toEqual(['seat-kari']);
});

test('what is decided in the meeting once the round is withdrawn stands in the referat instead', async () => {
  await send();
  await withdraw();
  await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
  await room.click(await room.openSak('arsrapport'), 'Utsett');
  await room.click(await room.open(), 'Lag referat');
  expect(newest(await room.referat()).text).not.toContain('e-postrunde');
});

test.each([
  ['no sak', { saker: '' }, 'Velg minst én sak.'],
  ['a sak without a proposal', { saker: 'evaluering' }, 'Velg minst én sak.'],
  ['no deadline', { saker: 'moteplan', deadlineOn: '' }, 'Fyll inn svarfristen'],
  ['a day that no calendar has', { saker: 'moteplan', deadlineOn: '2026-02-31' }, 'Fyll inn svarfristen'],
  ['a deadline that is passed', { saker: 'moteplan', deadlineOn: '2026-02-27' }, 'Svarfristen er passert.'],
])('with %s nothing is sent, and what was typed stays', async (_what, typed, said) => {
  const again = await send(typed);
  expect(words(again)).toContain(said);
  expect(filledIn(again)).toMatchObject({ saker: typed.saker });
  expect(await rounds()).toBeUndefined();
});

test('is not for members', async () => {
  const data = { verb: 'minutes.rounds', meetingId: 'meeting-1', saker: 'moteplan', deadlineOn: '2026-03-09' };
  expect(words(await room.show('kari', data))).toContain('Dette er bare for sekretariatet');
  expect(buttons(await room.open('kari'))).toEqual([]);
});
