import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import { UndeliveredError } from '../../bot/turn.ts';
import type { Committee } from '../../store/committee/record.ts';
import { withLifeDue } from '../../store/committee/rules-dates.ts';
import { entraKey } from '../../store/person/record.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { aRound, aSeat, NOW, TENANT } from '../support/records.ts';

const committeeId = 'committee-1';
const EVA = '5eed0000-0000-4000-8000-000000000004';

let room: AgendaRoom;
/** A committee without a channel, unless told, and nothing that goes on in it. */
const open = async (changes: Partial<Committee> = {}, meetings: Parameters<typeof anAgendaRoom>[1] = []) => {
  const { conversation: _none, ...committee } = inChannel();
  room = await anAgendaRoom([withLifeDue({ ...committee, ...changes })], meetings, [
    anAcceptedSak('sak-1'),
    anAcceptedSak('sak-2'),
  ]);
  await room.deps.persons.collection.insert({ ...inChat('eva'), keys: [entraKey(TENANT, EVA)] });
};
afterEach(() => room.end());

const stored = async () => (await room.deps.committees.collection.get(committeeId)) as Committee;
const setup = (person = 'siv') => room.card(person, { verb: 'setup.show', committeeId });
const titles = async (card: Promise<Parameters<typeof buttonsOf>[0]>) =>
  buttonsOf(await card).map(({ title }) => title);
/** The committee's time is this, with what is due by then carried out and sent. */
const at = async (time: string) => {
  room.wait(new Date(time).getTime() - room.deps.now().getTime());
  await room.tick();
  await room.tick();
  await room.deliver();
};
const change = async (fields: object) => {
  const form = await room.click('siv', await setup(), 'Bytt medlem');
  return room.click('siv', form, 'Lagre endringene', { seatId: 'seat-kari', ...fields });
};

describe('a seat that goes to somebody else from a date', () => {
  beforeEach(() =>
    open({}, [
      aSentMeeting([anAcceptedSak('sak-1')], { answers: [{ seatId: 'seat-kari', comes: true, at: NOW, by: 'kari' }] }),
    ]),
  );

  test('is planned, shown and taken back', async () => {
    const card = await change({ picked: EVA, from: '2026-03-09' });
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Byttet er planlagt.'),
        'Planlagt 09.03.26: kari kommune (kommune), kari → eva',
      ]),
    );
    expect((await stored()).seats[0]?.memberId).toBe('kari');
    const back = await room.click('siv', card, 'Ta tilbake byttet: kari kommune (kommune)');
    expect(wordsOf(back)).toContain('Det planlagte byttet er tatt tilbake.');
    expect(wordsOf(back)).not.toContain('Planlagt 09.03.26');
  });

  test('is theirs on the day, with the agenda and an answer of their own to give; both are told', async () => {
    const card = await change({ picked: EVA, from: '09.03.2026' });
    expect(wordsOf(card)).toContain('Planlagt 09.03.26');
    await at('2026-03-08T23:00:30Z');
    expect((await stored()).seats[0]?.memberId).toBe('eva');
    expect((await room.meeting('meeting-1')).answers).toEqual([]);
    expect(room.wordsTo('chat-siv')).not.toContain('Nytt medlem');
    await at('2026-03-09T07:01:00Z');
    expect(room.wordsTo('chat-eva')).toContain('Du har fra 09.03.26 plassen kari kommune (kommune)');
    expect(room.wordsTo('chat-eva')).toContain('Tirsdag 14. april 2026');
    expect(room.wordsTo('chat-siv')).toContain('eva har fra 09.03.26 plassen kari kommune (kommune).');
  });

  test('is not taken from whoever has got it meanwhile, and the secretariat is told', async () => {
    await change({ picked: EVA, from: '2026-03-09' });
    await change({ vacant: 'ledig' });
    await at('2026-03-09T07:01:00Z');
    expect((await stored()).seats[0]?.memberId).toBeUndefined();
    expect(room.wordsTo('chat-siv')).toContain('09.03.26 skulle plassen kari kommune (kommune) gå til eva.');
    expect(room.wordsTo('chat-siv')).toContain('En annen har fått plassen i mellomtiden');
  });

  test('is carried out once by two processes', async () => {
    await change({ picked: EVA, from: '2026-03-09' });
    const other = await room.connect();
    room.wait(new Date('2026-03-20T09:00:00Z').getTime() - room.deps.now().getTime());
    const fail = (_id: string, error: unknown) => {
      throw error;
    };
    await Promise.all([tick(room.deps, fail), tick(other, fail)]);
    const { history, outbox } = await stored();
    expect(history.filter(({ what }) => what === 'holder-changed')).toHaveLength(1);
    expect(outbox.filter(({ kind }) => kind === 'personal-card')).toHaveLength(3);
  });

  test('changes at once without a date, and with today’s: the meetings to come are told', async () => {
    const card = await change({ picked: EVA, from: '2026-03-02' });
    expect(wordsOf(card)).toContain('Endringene er lagret.');
    await room.deliver();
    expect((await room.meeting('meeting-1')).answers).toEqual([]);
  });

  test.each([
    ['that is no date', '31.02.2027', 'Datoen finnes ikke.'],
    ['that has passed', '2026-03-01', 'Datoen er passert.'],
    ['of a mistyped year', '2062-03-09', 'Datoen er mer enn tre år fram i tid.'],
  ])('from a date %s is not planned, and what was typed stays', async (_what, from, said) => {
    const card = await change({ name: 'Per Li', email: 'per.li@eksempel.no', from });
    expect(wordsOf(card)).toContain(said);
    expect(inputsOf(card)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'from', value: from }),
        expect.objectContaining({ id: 'name', value: 'Per Li' }),
      ]),
    );
  });
});

describe('the dates of a committee', () => {
  beforeEach(() => open());
  const fill = async (fields: object) => {
    const form = await room.click('siv', await setup(), 'Datoer og rullering');
    return room.click('siv', form, 'Lagre datoene', { rotatesTo: 'ingen', remindDays: '30', ...fields });
  };

  test('are shown as they were filled in, told 30 days before and on the day, to its people', async () => {
    const card = await fill({ evaluatesOn: '1. juni 2026', endsOn: '2026-06-11', rotatesOn: '', rotatesTo: 'ingen' });
    expect(linesOf(card)).toEqual(expect.arrayContaining(['Evalueres: 01.06.26', 'Avsluttes: 11.06.26']));
    await at('2026-05-12T06:01:00Z');
    expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes torsdag 11. juni 2026.');
    await at('2026-06-11T06:01:00Z');
    expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes i dag.');
    expect(room.wordsTo('chat-per').split('avsluttes').length - 1).toBe(2 * 2);
    room.wait(86_400_000);
    expect(wordsOf(await setup())).toContain('Siste dag var 11.06.26.');
  });

  test('that cannot be used are named, and kept as typed', async () => {
    const typed = { evaluatesOn: '30.02.2027', endsOn: '2020-01-01', rotatesOn: '2050-01-01', remindDays: 'ti' };
    const card = await fill(typed);
    for (const said of [
      'Dagen for evaluering finnes ikke.',
      'Siste dag er passert.',
      'mer enn ti år',
      'helt tall fra 0 til 180',
    ])
      expect(wordsOf(card)).toContain(said);
    expect(Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]))).toEqual({
      ...typed,
      rotatesTo: 'ingen',
    });
    expect((await stored()).life).toBeUndefined();
  });

  test('want a part and a day for a rotation', async () => {
    expect(wordsOf(await fill({ rotatesOn: '2026-09-01' }))).toContain('Velg parten som har tur');
    expect(wordsOf(await fill({ rotatesTo: 'kommune' }))).toContain('Oppgi dagen ledelsen rullerer');
  });

  test('are not changed over a colleague’s change', async () => {
    const mine = await room.click('siv', await setup(), 'Datoer og rullering');
    await fill({ endsOn: '2026-06-11' });
    const card = await room.click('siv', mine, 'Lagre datoene', { endsOn: '2026-07-01', remindDays: '30' });
    expect(wordsOf(card)).toContain('Utvalget er endret av en annen i mellomtiden');
  });
});

test('the end of a committee is told where it talks, and to each of its people when the bot is gone from there', async () => {
  const { conversation } = inChannel();
  await open({ ...(conversation && { conversation }), life: { endsOn: '2026-04-20' } });
  await at('2026-03-23T09:00:00Z');
  expect(room.wordsTo(CHANNEL)).toContain('Strategisk samarbeidsutvalg avsluttes mandag 20. april 2026.');
  expect(room.wordsTo('chat-per')).toBe('');
  room.teams.answer = ({ chat }) => {
    if (chat === CHANNEL) throw new UndeliveredError('not-installed', 'gone');
  };
  await at('2026-04-20T07:00:00Z');
  expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes i dag.');
});

describe('the lead', () => {
  const seats = [aSeat('kari', { appointing: { party: 'Indre Vik kommune', contactId: 'fremmed' } }), aSeat('ola')];
  const rotation = { on: '2026-03-30', represents: 'kommune', remindDays: 30 } as const;
  beforeEach(() => open({ seats, life: { rotation } }));

  test('that is to pass on is told of to those who appoint, and to those who run the committee', async () => {
    await at('2026-03-02T09:00:00Z');
    expect(room.wordsTo('chat-fremmed')).toContain(
      'Ledelsen av Strategisk samarbeidsutvalg rullerer mandag 30. mars 2026.',
    );
    expect(room.wordsTo('chat-fremmed')).toContain('Du er oppført som den som oppnevner.');
    expect(room.wordsTo('chat-siv')).toContain('Disse har fått samme påminnelse, fordi de oppnevner: fremmed.');
    expect(room.wordsTo('chat-ola')).toBe('');
  });

  test('that should have passed on is said to be due until the day is moved on', async () => {
    await at('2026-03-30T07:00:00Z');
    const card = await setup();
    expect(wordsOf(card)).toContain('Å gjøre: Ledelsen skulle rullere 30.03.26, og kommune har tur.');
    expect(await titles(setup('ola'))).not.toContain('Flytt rulleringen ett år fram');
    const moved = await room.click('siv', card, 'Flytt rulleringen ett år fram');
    expect(wordsOf(moved)).not.toContain('skulle rullere');
    expect(linesOf(moved)).toContain('Ledelsen rullerer: 30.03.27, kommune har tur');
  });
});

describe('who fills a seat', () => {
  beforeEach(() => open());
  const form = async () => {
    const choice = await room.click('siv', await setup(), 'Hvem oppnevner');
    return room.click('siv', choice, 'Videre', { seatId: 'seat-kari' });
  };

  test('is said with a contact, kept when nothing new is said, and removed', async () => {
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', {
      party: 'Indre Vik kommune',
      picked: EVA,
    });
    expect(wordsOf(card)).toContain('Oppnevnes av Indre Vik kommune. Kontakt: eva.');
    const again = await form();
    expect(inputsOf(again).find(({ id }) => id === 'party')?.value).toBe('Indre Vik kommune');
    expect(wordsOf(again)).toContain('Kontakt nå: eva');
    const other = await room.click('siv', again, 'Lagre oppnevningen', { party: 'Ytre Vik kommune' });
    expect(wordsOf(other)).toContain('Oppnevnes av Ytre Vik kommune. Kontakt: eva.');
    const removed = await room.click('siv', await form(), 'Lagre oppnevningen', { party: '', remove: 'fjern' });
    expect(wordsOf(removed)).not.toContain('Kontakt:');
    expect((await stored()).seats[0]).toEqual(aSeat('kari'));
  });

  test('may have a contact outside Teams, by name and address', async () => {
    const typed = { party: 'Brukerutvalget', name: 'Tor Li', email: 'tor.li@eksempel.no' };
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', typed);
    expect(wordsOf(card)).toContain('Oppnevnes av Brukerutvalget. Kontakt: Tor Li.');
  });

  test.each([
    ['a name alone', { name: 'Tor Li' }, 'Skriv e-postadressen også'],
    ['somebody and nobody', { name: 'Tor Li', email: 't@eksempel.no', remove: 'fjern' }, 'Velg enten en kontakt'],
    ['too long a name', { party: 'x'.repeat(201) }, 'høyst 200 tegn'],
  ])('is not changed with %s, and what was typed stays', async (_what, typed, said) => {
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', { party: 'Indre Vik', ...typed });
    expect(wordsOf(card)).toContain(said);
    expect(inputsOf(card).find(({ id }) => id === 'party')?.value).toBe('party' in typed ? typed.party : 'Indre Vik');
    expect((await stored()).seats[0]).toEqual(aSeat('kari'));
  });
});

describe('a committee to be closed', () => {
  test('says what goes on and what to do with it, and is not closed meanwhile', async () => {
    await open({}, [aMeeting()]);
    await room.deps.rounds.collection.insert(aRound());
    const card = await room.click('siv', await setup(), 'Avslutt utvalget');
    expect(wordsOf(card)).toContain('1 e-postrunde. Vent til svarfristen er ute');
    expect(wordsOf(card)).toContain('1 møte. Gjør ferdig protokollen, eller avlys møtet');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Avbryt']);
    const tried = await room.card('siv', { verb: 'life.close', committeeId, against: (await stored()).version });
    expect(wordsOf(tried)).toContain('Noe pågår fortsatt.');
    expect((await stored()).life).toBeUndefined();
  });

  test('is closed by a confirmation: nothing is left to fire, nothing can be begun, and it can be read and opened again', async () => {
    await open({ life: { endsOn: '2026-06-11' } });
    const form = await room.click('siv', await setup(), 'Avslutt utvalget');
    expect(wordsOf(form)).toContain('2 saker som ikke er ferdige');
    const closed = await room.click('siv', form, 'Ja, avslutt utvalget');
    expect(wordsOf(closed)).toContain('Utvalget ble avsluttet 02.03.26.');
    expect((await stored()).lifeDueAt).toBeUndefined();
    expect(buttonsOf(closed).map(({ title }) => title)).toEqual(['Åpne utvalget igjen', 'Sett opp et nytt utvalg']);
    await at('2026-06-11T09:00:00Z');
    expect(room.wordsTo('chat-per')).toBe('');
    expect(wordsOf(await room.card('kari', { verb: 'sak.show', sakId: 'sak-1' }))).toContain('sak-1');
    expect(wordsOf(await room.card('lise', { verb: 'life.reopen', committeeId }))).toContain('Bare sekretariatet');
    const opened = await room.click('siv', closed, 'Åpne utvalget igjen');
    expect(wordsOf(opened)).toContain('Utvalget er åpnet igjen.');
    expect(buttonsOf(opened).map(({ title }) => title)).toContain('Bytt medlem');
  });

  test.each([
    ['a sak', { verb: 'sak.new', committeeId }],
    ['a sak that is chosen for it', { verb: 'sak.choose', sakId: 'sak-1', committeeId }],
    ['a sak that was begun', { verb: 'sak.send', sakId: 'sak-1', revision: 1 }],
    ['a meeting', { verb: 'meeting.form', committeeId }],
    ['a plan of meetings', { verb: 'meeting.save-lines', committeeId, seen: 'a'.repeat(64), lines: '' }],
    ['a referat', { verb: 'referat.new', committeeId }],
    ['a referat that is typed', { verb: 'referat.preview', referatId: 'referat-9', committeeId }],
    ['a nomination', { verb: 'nomination.form', kind: 'vara', committeeId }],
    ['new members', { verb: 'setup.members-form', committeeId }],
    ['another holder', { verb: 'setup.seat', committeeId, seatId: 'seat-kari', vacant: 'ledig' }],
    ['other settings', { verb: 'setup.settings-form', committeeId }],
    ['other dates', { verb: 'life.form', committeeId }],
  ])('that is closed takes no %s', async (_what, data) => {
    await open({ life: { closed: { at: NOW, by: 'siv' } } });
    expect(wordsOf(await room.card('siv', data))).toContain(
      'Utvalget er avsluttet, så ingenting nytt kan settes i gang',
    );
  });

  test('is closed by nobody but those who run it', async () => {
    await open();
    expect(await titles(setup('kari'))).not.toContain('Avslutt utvalget');
    expect(wordsOf(await room.card('kari', { verb: 'life.close-form', committeeId }))).toContain(
      'bare for sekretariatet',
    );
    expect(wordsOf(await room.card('kari', { verb: 'life.close', committeeId }))).toContain('bare for sekretariatet');
    expect(wordsOf(await room.card('kari', { verb: 'life.form', committeeId }))).toContain('bare for sekretariatet');
    expect(wordsOf(await room.card('kari', { verb: 'life.rotate', committeeId, on: '2026-03-30' }))).toContain(
      'bare for sekretariatet',
    );
  });
});

test('vacant seats are what there is to do, and the quorum is said in plain words', async () => {
  const { memberId: _vacant, ...vacant } = aSeat('bruker', { name: 'Brukerutvalget', represents: 'bruker' });
  await open({ seats: [aSeat('kari'), aSeat('ola'), vacant] });
  expect(wordsOf(await setup())).toContain('Å gjøre: Brukerutvalget (bruker) er ledig.');
  const form = await room.click('siv', await setup(), 'Endre innstillinger');
  const typed = Object.fromEntries(inputsOf(form).map(({ id, value = '' }) => [id, value]));
  const refused = await room.click('siv', form, 'Lagre endringene', { ...typed, quorum: '4' });
  expect(wordsOf(refused)).toContain('ikke høyere enn antallet');
  const saved = await room.click('siv', refused, 'Lagre endringene', { ...typed, quorum: '2' });
  expect(linesOf(saved)).toContain('Vedtaksført: Når minst 2 stemmeberettigede plasser er dekket');
  const again = await room.click('siv', saved, 'Endre innstillinger');
  const cleared = await room.click('siv', again, 'Lagre endringene', { ...typed, quorum: '' });
  expect((await stored()).settings.quorum).toBeUndefined();
  expect(wordsOf(cleared)).not.toContain('Vedtaksført');
});
