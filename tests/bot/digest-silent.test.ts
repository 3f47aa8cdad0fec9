import { afterEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import { change } from '../../store/change.ts';
import { digestIdOf, newDigest } from '../../store/digest/record.ts';
import { setAway } from '../../store/digest/rules.ts';
import { expectValidCard } from '../support/cards.ts';
import { aChase, type Chase, DAY, ofKari, wordsIn } from '../support/chase.ts';
import { aCommittee, NOW, TENANT } from '../support/records.ts';

let chase: Chase;
afterEach(() => chase.end());

const overdue = (id: string, changes = {}) => ofKari({ id, due: 'våren 2025', dueOn: '2025-05-31', ...changes });
/** Monday 2 March 2026 and the Mondays after it. */
const monday = (week: number) => new Date(NOW.getTime() + week * 7 * DAY);
const weeks = async (from: number, to: number) => {
  for (let week = from; week <= to; week++) await chase.runAt(monday(week));
};

describe('three questions in vain', () => {
  test('are told to the secretariat, once, and nobody else, and the owner is left in peace', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await weeks(0, 3);
    expect(chase.cards('kari')).toHaveLength(3);
    expect(chase.cards('siv')).toHaveLength(1);
    const card = chase.newest('siv');
    expectValidCard(card);
    expect(wordsIn(card)).toContain('kari er spurt 3 ganger uten å svare, sist 16.03.26. Skal lederen få vite det?');
    await weeks(4, 9);
    expect(chase.cards('kari')).toHaveLength(3);
    expect(chase.cards('siv')).toHaveLength(1);
    expect(chase.cards('lise')).toHaveLength(0);
  });

  test('are told to the leader when the secretariat says so, and only then; the other secretary decides no more', async () => {
    const committee = aCommittee({ roles: { chairId: 'lise', secretariatIds: ['siv', 'nina'] } });
    chase = await aChase({ tiltak: [overdue('a')], committees: [committee] });
    await weeks(0, 3);
    const others = chase.newest('nina');
    const decided = await chase.press('siv', chase.newest('siv'), 'Fortell lederen');
    expect(wordsIn(decided)).toContain('Lederen får det i sin neste oppsummering.');
    expect(wordsIn(decided)).not.toContain('Skal lederen få vite det?');
    expect(wordsIn(await chase.press('nina', others, 'La det være'))).toContain('har bestemt dette i mellomtiden');
    await chase.run();
    expect(wordsIn(chase.newest('lise'))).toContain('Sekretariatet ber deg om hjelp til å få det fulgt opp.');
    const form = await chase.press('lise', chase.newest('lise'), 'Svar');
    expect(wordsIn(form)).toContain('Du svarer på vegne av den ansvarlige');
    const saved = await chase.press('lise', form, 'Send svaret', { class: 'in-progress', text: 'Avklart i møte.' });
    expect(wordsIn(saved)).toContain('I gang (23.03.26, lise, på vegne av den ansvarlige): Avklart i møte.');
    expect(await chase.tiltak('a')).not.toHaveProperty('silentToldAt');
  });

  test('may be left, or lead to another owner', async () => {
    chase = await aChase({ tiltak: [overdue('a'), overdue('b')] });
    await weeks(0, 3);
    const left = await chase.press('siv', chase.newest('siv'), 'La det være');
    expect(wordsIn(left)).toContain('Greit, da blir det liggende.');
    expect(wordsIn(left)).toContain('Hent tall (b)');
    const form = await chase.press('siv', left, 'Finn en annen ansvarlig');
    expectValidCard(form);
    expect(wordsIn(await chase.press('siv', form, 'Gi videre', { name: 'ukjent' }))).toContain(
      'Jeg kjenner ingen med det navnet',
    );
    const given = await chase.press('siv', form, 'Gi videre', { name: 'Ola' });
    expect(wordsIn(given)).toContain('Hent tall (b) – Gitt videre til ola');
    await chase.run();
    expect(wordsIn(chase.newest('ola'))).toContain('siv har gitt deg dette tiltaket.');
  });

  test('do not count while the bot cannot reach somebody: the secretariat is told once why', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    chase.refuse('kari', 'blocked');
    await weeks(0, 6);
    expect(await chase.tiltak('a')).toMatchObject({ asks: [], unreached: { personId: 'kari', why: 'blocked' } });
    expect(chase.cards('siv')).toHaveLength(1);
    expect(wordsIn(chase.newest('siv'))).toContain('Spørsmålet kom ikke fram: kari har blokkert appen.');
    expect(await chase.tiltak('a')).not.toHaveProperty('silentToldAt');
  });

  test('are told to the chair where the secretariat itself has not answered', async () => {
    chase = await aChase({ tiltak: [overdue('a', { contactIds: ['siv'] })] });
    await weeks(0, 3);
    expect(wordsIn(chase.newest('lise'))).toContain('siv er spurt 3 ganger');
    expect(chase.cards('siv')).toHaveLength(3);
  });
});

describe('«Ikke mitt ansvar»', () => {
  test('in the digest gives the tiltak to whoever is named, and to the secretariat’s question where nobody is', async () => {
    chase = await aChase({ tiltak: [overdue('a'), overdue('b'), overdue('c')] });
    await chase.run();
    const after = await chase.press('kari', chase.newest('kari'), 'Send svarene', {
      class0: 'not-mine',
      text0: 'Ola',
      class1: 'not-mine',
      class2: 'not-mine',
      text2: 'Sjefen',
    });
    expect(wordsIn(after)).toContain('Hent tall (a) – Gitt videre til ola');
    expect(wordsIn(after)).toContain('Hent tall (b) – Sekretariatet finner ut hvem som har ansvaret');
    expect(wordsIn(after)).toContain('Jeg kjenner ingen med det navnet.');
    const found = await chase.press('kari', after, 'Finn personen');
    expect(wordsIn(await chase.press('kari', found, 'Jeg vet ikke hvem'))).toContain(
      'Hent tall (c) – Sekretariatet finner ut',
    );
    await chase.run();
    expect(wordsIn(chase.newest('ola'))).toContain('kari har gitt deg dette tiltaket.');
    expect(wordsIn(chase.newest('siv'))).toContain(
      'kari sier at en annen har ansvaret for tiltaket, men vet ikke hvem.',
    );
    expect(await chase.tiltak('b')).toMatchObject({ ownerKeys: [], handedOver: { by: 'kari' } });
    expect(await chase.tiltak('b')).not.toHaveProperty('askDueAt');
    // whoever gave it away answers no more for it
    const late = await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'done' });
    expect(wordsIn(late)).toContain('Tiltaket er ikke ditt å svare for lenger.');
    expect((await chase.tiltak('a')).statuses).toEqual([]);
  });

  test('pressed twice is one handing over', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.run();
    const card = chase.newest('kari');
    const twice = { class0: 'not-mine', text0: 'ola' };
    await chase.press('kari', card, 'Send svarene', twice, 'same');
    const again = await chase.press('kari', card, 'Send svarene', twice, 'same');
    expect(wordsIn(again)).toContain('Gitt videre til ola');
    expect((await chase.tiltak('a')).history.map(({ what }) => what)).toEqual(['imported', 'handed-over']);
  });
});

describe('a person who is away', () => {
  test('hears nothing before the first day back, and nothing of it counts as silence', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.run();
    const form = await chase.press('kari', chase.newest('kari'), 'Jeg er borte til …');
    expect(wordsIn(await chase.press('kari', form, 'Lagre', { until: '2026-03-01' }))).toContain(
      'Velg en dag som er fram i tid.',
    );
    expect(wordsIn(await chase.press('kari', form, 'Lagre', { until: '2027-03-01' }))).toContain('høyst tre måneder');
    expect(wordsIn(await chase.press('kari', form, 'Lagre', { until: 'snart' }))).toContain(
      'Skriv hvilken dag du er tilbake.',
    );
    const paused = await chase.press('kari', form, 'Lagre', { until: '2026-04-15' });
    expect(wordsIn(paused)).toContain('Du er borte til 15.04.26');
    await weeks(1, 6);
    expect(chase.cards('kari')).toHaveLength(1);
    expect((await chase.tiltak('a')).asks).toHaveLength(1);
    await chase.runAt('2026-04-15T08:00:00Z');
    expect(chase.cards('kari')).toHaveLength(2);
  });

  test('hears nothing of a digest that was on its way when they went', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.deps.digests.collection.insert({
      ...newDigest('kari', TENANT),
      items: [{ tiltakId: 'a', want: 'ask', at: NOW }],
      sendDueAt: NOW,
    });
    await tick(chase.deps, () => undefined);
    expect(await chase.digest('kari')).toMatchObject({ sending: 1 });
    await change(chase.deps.digests.collection, digestIdOf('kari'), (digest) => setAway(digest, '2026-04-15', NOW));
    chase.clock.realNow = new Date(chase.clock.realNow.getTime() + 5000);
    await chase.run();
    expect(chase.cards('kari')).toHaveLength(0);
    await chase.runAt('2026-04-15T08:00:00Z');
    expect(chase.cards('kari')).toHaveLength(1);
  });

  test('is back when they say so', async () => {
    chase = await aChase({ tiltak: [overdue('a')] });
    await chase.run();
    const form = await chase.press('kari', chase.newest('kari'), 'Jeg er borte til …');
    const paused = await chase.press('kari', form, 'Lagre', { until: '2026-04-15' });
    await weeks(1, 2);
    await chase.press('kari', paused, 'Jeg er tilbake');
    await chase.runAt(monday(3));
    expect(chase.cards('kari')).toHaveLength(2);
  });
});
