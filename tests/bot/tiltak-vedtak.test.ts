import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newPlan } from '../../store/plan/record.ts';
import { buttonsOf, inputsOf } from '../support/cards.ts';
import { aMinutesCase, buttons, later, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn, type Held } from '../support/minutes-room.ts';
import { NOW, TENANT } from '../support/records.ts';

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase();
});
afterEach(() => room.end());

const adopted = async () => room.click(await room.openSak('moteplan'), 'Vedta forslaget');
const all = () => room.deps.tiltak.of('committee-1');
const save = (form: Held, typed: Readonly<Record<string, string>>) => room.click(form, 'Lagre tiltaket', typed);

describe('a tiltak', () => {
  test('is made of a vedtakspunkt in one step, once', async () => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 2');
    expect(filledIn(form)).toMatchObject({ text: 'SSU ber sekretariatet sende innkallinger.' });
    const typed = { ...filledIn(form), owner: 'Sekretariatet', due: 'innen 12.04.26' };
    expect(words(await save(form, typed))).toContain('Tiltaket er lagret.');
    expect(words(await save(form, { ...typed, owner: 'Lederen' }))).toContain('allerede lagret');
    expect(await all()).toMatchObject([
      {
        text: 'SSU ber sekretariatet sende innkallinger.',
        owner: 'Sekretariatet',
        ownerRef: { kind: 'role', committeeId: 'committee-1', role: 'secretariat' },
        ownerKeys: ['role:committee-1:secretariat'],
        due: 'innen 12.04.26',
        dueOn: '2026-04-12',
        source: { sakId: 'moteplan', number: '13/26', point: 2, meetingId: 'meeting-1' },
      },
    ]);
  });

  test('is asked about like all others, once somebody answers for it', async () => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 1');
    await save(form, { text: 'Hent tall', owner: 'SSU', due: '12.04.26' });
    const [tiltak] = await all();
    expect(tiltak?.askDueAt).toEqual(new Date('2026-04-13T06:00:00Z'));
  });

  test('is one of several of the same point, each with a button that makes it once', async () => {
    const written = await adopted();
    await save(await room.click(written, 'Tiltak fra punkt 2'), { text: 'Lag liste' });
    const second = await room.click(written, 'Tiltak fra punkt 2');
    expect(words(second)).toContain('Lag liste');
    expect(filledIn(second)).toMatchObject({ text: '' });
    await save(second, { text: 'Send innkallinger' });
    expect(words(await save(second, { text: 'Send dem igjen' }))).toContain('allerede lagret');
    expect((await all()).map(({ text }) => text).toSorted()).toEqual(['Lag liste', 'Send innkallinger']);
  });

  test('is not made of a point that the vedtak does not have', async () => {
    await adopted();
    const of = { verb: 'tiltak.new', meetingId: 'meeting-1', text: 'Hent tall' };
    for (const data of [
      { ...of, sakId: 'moteplan', point: 99 },
      { ...of, sakId: 'arsrapport', point: 1 },
    ]) {
      const again = await room.show('siv', data);
      expect(words(again)).toContain('Vedtaket har ikke dette punktet lenger.');
      expect(filledIn(again)).toMatchObject({ text: 'Hent tall' });
    }
    expect(await all()).toEqual([]);
  });

  test('of the same sak and point in a later meeting is another one', async () => {
    const protocol = [{ sakId: 'moteplan', outcome: 'vedtak' as const, vedtak: ['Igjen.'], at: NOW, by: 'siv' }];
    await room.deps.meetings.collection.replace({ ...later, items: [{ sakId: 'moteplan' }], protocol, version: 1 }, 0);
    await adopted();
    for (const meetingId of ['meeting-1', 'meeting-2']) {
      const saved = await room.show('siv', {
        verb: 'tiltak.new',
        meetingId,
        sakId: 'moteplan',
        point: 1,
        text: 'Hent',
      });
      expect(words(saved)).toContain('Tiltaket er lagret.');
    }
    const sources = (await all()).map(({ source }) => source?.meetingId);
    expect(sources.toSorted()).toEqual(['meeting-1', 'meeting-2']);
  });

  test('is made of a sak that is followed up', async () => {
    const form = await room.openSak('arsrapport');
    const written = await room.click(form, 'Følges opp', filledIn(form));
    await save(await room.click(written, 'Nytt tiltak'), { text: 'Hent tall', due: 'i løpet av våren 2026' });
    expect(await all()).toMatchObject([{ text: 'Hent tall', due: 'i løpet av våren 2026', dueOn: '2026-05-31' }]);
  });

  test.each([
    ['no text', { text: '  ' }, 'Skriv hva som skal gjøres.'],
    ['a day that no calendar has', { text: 'Hent', due: '31.02.26' }, 'Datoen i fristen finnes ikke i kalenderen.'],
    ['a text without an end', { text: 'x'.repeat(4001) }, 'Et tiltak kan ha høyst 4000 tegn.'],
  ])('with %s is refused kindly, and what was typed stays', async (_what, typed, said) => {
    const form = await room.show('siv', { verb: 'tiltak.new-form', meetingId: 'meeting-1', sakId: 'moteplan' });
    const again = await save(form, typed);
    expect(words(again)).toContain(said);
    expect(filledIn(again)).toMatchObject(typed);
    expect(await all()).toEqual([]);
  });

  test('stands last in the plan that it is said to belong to', async () => {
    const plan = {
      id: 'plan-1',
      tenantId: TENANT,
      committeeId: 'committee-1',
      name: 'Handlingsplan 2026',
      columns: [],
    };
    await room.deps.plans.collection.insert(newPlan(plan));
    const written = await adopted();
    for (const text of ['Første', 'Andre']) {
      const form = await room.click(written, 'Tiltak fra punkt 1');
      await save(form, { text, planId: 'plan-1' });
    }
    expect(await room.deps.tiltak.ofPlan('plan-1')).toMatchObject([
      { text: 'Første', order: 0 },
      { text: 'Andre', order: 1 },
    ]);
  });
});

describe('the due time of a tiltak', () => {
  test('«neste møte» is the day of the committee’s next planned meeting', async () => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 1');
    await save(form, { text: 'Legg fram', due: 'neste møte' });
    expect(await all()).toMatchObject([{ due: 'neste møte', dueOn: '2026-04-14' }]);
  });

  test.each([
    ['12. april', 'Fristen mangler årstall.'],
    ['innen xxxx', 'Jeg forstår ikke hvilken dag fristen er.'],
  ])('«%s» is asked back, and kept as written without a day when that is chosen', async (due, said) => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 1');
    const again = await save(form, { text: 'Hent', due });
    expect(words(again)).toContain(said);
    expect(await all()).toEqual([]);
    await save(again, { ...filledIn(again), dueKept: 'kept' });
    const [tiltak] = await all();
    expect(tiltak).toMatchObject({ text: 'Hent', due });
    expect(tiltak?.dueOn).toBeUndefined();
  });
});

describe('the owner of a tiltak', () => {
  test('of several is asked back with those who may be meant, and whoever is ticked is asked', async () => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 1');
    const again = await save(form, { text: 'Hent', owner: 'Kari og Ola' });
    expect(words(again)).toContain('Den ansvarlige er flere.');
    const asked = inputsOf(again.card).find(({ id }) => id === 'contacts');
    expect(asked).toBeDefined();
    await save(again, { ...filledIn(again), contacts: 'kari,somebody-else' });
    expect(await all()).toMatchObject([{ owner: 'Kari og Ola', contactIds: ['kari'], ownerKeys: ['person:kari'] }]);
  });

  test('that nobody knows can be saved with nobody to ask yet', async () => {
    const form = await room.click(await adopted(), 'Tiltak fra punkt 1');
    const again = await save(form, { text: 'Hent', owner: 'Havnevesenet i Kongsfjord' });
    expect(words(again)).toContain('Jeg kjenner ikke den ansvarlige.');
    await save(again, { ...filledIn(again), contacts: 'none' });
    expect(await all()).toMatchObject([{ owner: 'Havnevesenet i Kongsfjord', ownerKeys: [] }]);
  });
});

describe('a sak after its meeting', () => {
  beforeEach(async () => {
    const proposed = await room.sak('moteplan');
    if (proposed) await room.deps.saker.collection.replace({ ...proposed, proposedAt: NOW, version: 1 }, 0);
  });
  const held = async () => {
    await adopted();
    for (const sakId of ['arsrapport', 'innkalling']) await room.click(await room.openSak(sakId), 'Utgikk');
    await room.click(await room.open(), 'Avslutt møtet');
    await room.deliver();
  };
  const sak = (person: string) => room.show(person, { verb: 'sak.show', sakId: 'moteplan' });

  test('gives tiltak from its own card, the same ones as from the minutes', async () => {
    await held();
    const form = await room.click(await sak('siv'), 'Tiltak fra punkt 2');
    const saved = await save(form, { text: 'Send innkallinger' });
    expect(words(saved)).toContain('Tiltaket er lagret.');
    expect(buttons(saved)).toContain('Tiltak fra punkt 1');
    const again = await room.show('siv', {
      verb: 'tiltak.new-form',
      meetingId: 'meeting-1',
      sakId: 'moteplan',
      point: 2,
    });
    expect(words(again)).toContain('Send innkallinger');
  });

  test('gives none to a member', async () => {
    await held();
    expect(buttonsOf((await sak('kari')).card).map(({ title }) => title)).not.toContain('Tiltak fra punkt 2');
    const refused = await room.show('kari', { verb: 'tiltak.new', sakId: 'moteplan', point: 2, text: 'Hent' });
    expect(words(refused)).toContain('bare for sekretariatet');
  });

  test('gives none before it is decided', async () => {
    expect(words(await room.show('siv', { verb: 'tiltak.new-form', sakId: 'moteplan' }))).toContain(
      'ikke avgjort ennå',
    );
  });

  test('that was decided in a round gives tiltak of the round’s vedtak', async () => {
    const { collection } = room.deps.saker;
    const before = await room.sak('moteplan');
    if (before === undefined) throw new Error('no sak');
    const { openIn: _open, ...rest } = before;
    const byRound = { status: 'decided' as const, vedtak: ['SSU vedtar planen.'], decidedByRound: 'round-1' };
    await collection.replace({ ...rest, ...byRound, version: before.version + 1 }, before.version);
    const form = await room.click(await sak('siv'), 'Tiltak fra punkt 1');
    expect(filledIn(form)).toMatchObject({ text: 'SSU vedtar planen.' });
    await save(form, { text: 'Følg planen', owner: 'lederen' });
    expect(await all()).toMatchObject([{ source: { sakId: 'moteplan', point: 1, number: '13/26' } }]);
  });
});
