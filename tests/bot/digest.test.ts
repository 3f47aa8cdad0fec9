import { afterEach, describe, expect, test } from 'vitest';
import { expectValidCard, inputsOf } from '../support/cards.ts';
import { aChase, type Chase, ofKari, wordsIn } from '../support/chase.ts';
import { aCommittee, NOW } from '../support/records.ts';

let chase: Chase;
afterEach(() => chase.end());

const overdue = (id: string, dueOn = '2026-02-20') => ofKari({ id, due: dueOn, dueOn });
/** Monday 2 March 2026, 10.00; the next ones are a week later each. */
const monday = (week: number) => new Date(NOW.getTime() + week * 7 * 24 * 60 * 60 * 1000);

describe('a digest', () => {
  test('asks about all that is due in all committees at once, overdue first and then by date', async () => {
    const fsu = aCommittee({ id: 'committee-2', shortName: 'FSU BU' });
    chase = await aChase({
      committees: [aCommittee(), fsu],
      tiltak: [
        overdue('b', '2026-02-25'),
        { ...ofKari({ id: 'd', committeeId: 'committee-2' }), askDueAt: NOW },
        { ...ofKari({ id: 'c', due: 'juni 2026', dueOn: '2026-06-30' }), askDueAt: NOW },
        overdue('a'),
      ],
    });
    await chase.run();
    expect(chase.cards('kari')).toHaveLength(1);
    const card = chase.newest('kari');
    expectValidCard(card);
    const words = wordsIn(card);
    expect(words).toContain('4 tiltak venter på et ord fra deg, og 2 er over fristen.');
    const places = ['(a)', '(b)', '(c)', '(d)'].map((id) => words.indexOf(id));
    expect(places).toEqual(places.toSorted((x, y) => x - y));
    expect(words).toContain('FSU BU: Hent tall (d)');
    expect(words).toContain('Frist: juni 2026 (30.06.26)');
    expect(words).toContain('Frist: 2026-02-20 (20.02.26). Fristen er ute.');
    expect(inputsOf(card).map(({ id }) => id)).toEqual(
      [0, 1, 2, 3].flatMap((slot) => [`class${slot}`, `text${slot}`, `due${slot}`]),
    );
  });

  test('is answered in place: what can be read is registered, what cannot is asked back as it was typed', async () => {
    chase = await aChase({
      tiltak: [overdue('a'), overdue('b', '2026-02-21'), overdue('c', '2026-02-22'), overdue('d', '2026-02-23')],
    });
    await chase.run();
    const after = await chase.press('kari', chase.newest('kari'), 'Send svarene', {
      class0: 'in-progress',
      text0: 'Tallene er hentet.',
      due0: 'juni 2026',
      class1: 'delayed',
      text1: 'Venter på svar',
      due1: '12. april',
      text2: 'Uten status',
    });
    expectValidCard(after);
    const words = wordsIn(after);
    expect(words).toContain('Takk! Dette er registrert:');
    expect(words).toContain(
      'SSU: Hent tall (a) – I gang (02.03.26, kari): Tallene er hentet. Frist: juni 2026 (30.06.26)',
    );
    expect(words).toContain('Skriv året for den nye fristen også.');
    expect(words).toContain('Velg en status også.');
    const typed = Object.fromEntries(inputsOf(after).map(({ id, value }) => [id, value]));
    expect(typed).toMatchObject({
      class0: 'delayed',
      text0: 'Venter på svar',
      due0: '12. april',
      text1: 'Uten status',
    });
    expect(words).toContain('Hent tall (d)');
    expect(await chase.tiltak('a')).toMatchObject({
      statuses: [{ class: 'in-progress', text: 'Tallene er hentet.', by: 'kari', from: 'answer' }],
      due: 'juni 2026',
      dueOn: '2026-06-30',
      asks: [],
    });
    expect((await chase.tiltak('b')).statuses).toEqual([]);
    const last = await chase.press('kari', after, 'Send svarene', {
      due0: '12. april 2026',
      class1: 'done',
      class2: 'snooze',
      class0: 'delayed',
    });
    expect(wordsIn(last)).toContain('Jeg spør igjen 01.04.26');
    expect(wordsIn(last)).toContain('Det er ingenting som venter på deg nå. Takk!');
    expect(await chase.tiltak('b')).toMatchObject({ dueOn: '2026-04-12' });
    expect(await chase.tiltak('c')).not.toHaveProperty('openIn');
    expect(await chase.tiltak('d')).toMatchObject({ snoozedUntil: '2026-04-01' });
  });

  test('that is pressed twice writes once', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.run();
    const card = chase.newest('kari');
    const press = (minutes: number) => {
      chase.clock.now = new Date(NOW.getTime() + minutes * 60_000);
      return chase.press('kari', card, 'Send svarene', { class0: 'in-progress', text0: 'Snart' }, 'the-same');
    };
    await press(0);
    const again = await press(30);
    expect(wordsIn(again)).toContain('Takk! Dette er registrert:');
    expect((await chase.tiltak('a')).statuses).toHaveLength(1);
  });

  test('that is old overwrites no newer answer in silence: it shows what was said, and the person may still add', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.run();
    const card = chase.newest('kari');
    const own = await chase.press('siv', { ...card, body: [] } as never, 'x').catch(() => undefined);
    expect(own).toBeUndefined();
    await registerFor('siv', 'a', 'done');
    const shown = await chase.press('kari', card, 'Send svarene', { class0: 'delayed', text0: 'Ikke ennå' });
    expect(wordsIn(shown)).toContain('Noen har svart siden du ble spurt.');
    expect(wordsIn(shown)).toContain('Sist: Gjennomført (02.03.26, siv, på vegne av den ansvarlige)');
    expect((await chase.tiltak('a')).statuses).toHaveLength(1);
    const added = await chase.press('kari', shown, 'Send svarene', { class0: 'delayed', text0: 'Ikke ennå' });
    expect(wordsIn(added)).toContain('Forsinket');
    expect((await chase.tiltak('a')).statuses.map(({ class: said }) => said)).toEqual(['done', 'delayed']);
    const nothing = await chase.press('kari', card, 'Send svarene');
    expect(wordsIn(nothing)).toContain('Ingenting var fylt ut');
    expect(wordsIn(nothing)).toContain('Det er ingenting som venter på deg nå.');
  });

  async function registerFor(personId: string, tiltakId: string, said: string) {
    const form = {
      type: 'ActionSet',
      actions: [{ title: 'Svar', data: { verb: 'tiltak.answer', tiltakId, class: said } }],
    };
    return chase.press(personId, { body: [form] } as never, 'Svar');
  }

  test('comes once a week at the most, and once a working day to whoever wants that', async () => {
    chase = await aChase({ tiltak: [overdue('a'), overdue('b', '2026-03-03'), overdue('c', '2026-03-04')] });
    await chase.run();
    for (const day of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-08']) await chase.runAt(`${day}T09:00:00Z`);
    expect(chase.cards('kari')).toHaveLength(1);
    await chase.runAt(monday(1));
    expect(chase.cards('kari')).toHaveLength(2);
    expect(wordsIn(chase.newest('kari'))).toContain('3 tiltak');
    await chase.press('kari', chase.newest('kari'), 'Spør meg hver arbeidsdag');
    await chase.runAt('2026-03-10T09:00:00Z');
    expect(chase.cards('kari')).toHaveLength(2);
  });
});
