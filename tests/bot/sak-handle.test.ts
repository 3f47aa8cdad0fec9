import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { likenessOf } from '../../store/sak/rules-likeness.ts';
import { expectValidCard, inputsOf } from '../support/cards.ts';
import { aProposing, april, fsu, may, type Proposing, textOf, titlesOf } from '../support/proposing.ts';
import { aCommittee, NOW, TENANT } from '../support/records.ts';
import { aSak } from '../support/saker.ts';

let bot: Proposing;
beforeEach(async () => {
  bot = await aProposing([april, may]);
});
afterEach(() => bot.end());

const DECISIONS = ['Sett på saksliste', 'Be om utfyllende opplysninger', 'Utsett', 'Avvis'];

/** A sak of Ola's as it reaches the chair. */
const proposed = async (title = 'Ventetid i mottak', personId = 'ola') => {
  const inputs = { title, from: 'Ola', background: 'Vi venter.', wishedMeetingId: 'meeting-1' };
  const preview = await bot.press(personId, await bot.say(personId, 'meld sak'), 'Forhåndsvis', inputs);
  await bot.press(personId, preview.card, 'Send inn');
  await bot.deliver();
  return bot.newest('chat-lise');
};
const sak = async () => (await bot.sakerOf('ola'))[0];

describe('the card for those who decide', () => {
  test('shows the sak in full and what can be done with it, also to the vice chair', async () => {
    const card = await proposed();
    expectValidCard(card);
    expect(textOf(card)).toContain('Vi venter.');
    expect(textOf(card)).toContain('Status: Venter på behandling');
    for (const title of DECISIONS) expect(titlesOf(card)).toContain(title);
    expect(bot.count('chat-nina')).toBe(0);
    const own = await bot.press('nina', card, 'Be om utfyllende opplysninger');
    expect(textOf(own.card)).toContain('Spørsmålet går til den som meldte saken');
  });

  test('is no use to a member, whatever they press', async () => {
    const card = await proposed();
    for (const title of DECISIONS) {
      const refused = await bot.press('kari', card, title);
      expect(textOf(refused.card)).toBe('Dette er bare for sekretariatet og lederen i utvalget.');
    }
    const outside = await bot.press('ute', card, 'Sett på saksliste');
    expect(textOf(outside.card)).toBe('Saken er bare for dem som er med i utvalget.');
    expect((await sak())?.status).toBe('proposed');
  });

  test('«Sett på saksliste» is for the meeting that is chosen, and its proposer gets to know', async () => {
    const done = await bot.press('lise', await proposed(), 'Sett på saksliste', { meetingId: 'meeting-2' });
    expect(textOf(done.card)).toContain('Saken er satt på saksliste.');
    expect(textOf(done.card)).toContain('lise satte saken på saksliste 02.03.26 kl. 10.00.');
    await bot.deliver();
    const told = bot.newest('chat-ola');
    expect(textOf(told)).toContain('Status: Godtatt for saksliste til møtet tirsdag 12. mai 2026');
    expect(titlesOf(told)).toEqual(['Trekk saken', 'Alle saker']);
  });

  test('one that is accepted can be moved to another meeting, and its proposer gets to know', async () => {
    const done = await bot.press('lise', await proposed(), 'Sett på saksliste');
    expect(titlesOf(done.card)).not.toContain('Sett på saksliste');
    const same = await bot.press('lise', done.card, 'Flytt til dette møtet');
    expect(textOf(same.card)).toContain('Saken er allerede satt opp til dette møtet.');
    const moved = await bot.press('lise', same.card, 'Flytt til dette møtet', { meetingId: 'meeting-2' });
    expect(textOf(moved.card)).toContain('Saken er flyttet til et annet møte.');
    expect(textOf(moved.card)).toContain('lise flyttet saken til et annet møte 02.03.26 kl. 10.00.');
    await bot.deliver();
    expect(textOf(bot.newest('chat-ola'))).toContain('Status: Godtatt for saksliste til møtet tirsdag 12. mai 2026');
  });

  test('without a wish it is for the next meeting, which is named where it is known', async () => {
    const form = await bot.press('lise', await proposed(), 'Sett på saksliste', { meetingId: ' ' });
    const status = 'Godtatt for saksliste til møtet tirsdag 14. april 2026';
    expect(textOf(form.card)).toContain(`Status: ${status}`);
    expect(textOf(await bot.say('ola', 'saker'))).toContain(status);
    await bot.deps.meetings.collection.replace({ ...april, state: 'cancelled', version: 1 }, 0);
    expect(textOf(await bot.say('ola', 'saker'))).toContain('til møtet tirsdag 12. mai 2026');
    await bot.deps.meetings.collection.replace({ ...may, state: 'cancelled', version: 1 }, 0);
    expect(textOf(await bot.say('ola', 'saker'))).toContain('Godtatt for saksliste til neste møte.');
    const alone = await bot.press('lise', await bot.say('lise', 'saker'), 'Vis saken');
    expect(titlesOf(alone.card)).toEqual(['Be om utfyllende opplysninger', 'Utsett', 'Avvis', 'Alle saker']);
    expect(inputsOf(alone.card)).toEqual([]);
  });

  test('pressed twice it is not said that somebody else was first', async () => {
    const card = await proposed();
    await bot.press('lise', card, 'Sett på saksliste', {}, { id: 'same' });
    const again = await bot.press('lise', card, 'Sett på saksliste', {}, { id: 'same' });
    expect(textOf(again.card)).toContain('Du har selv gjort noe med saken');
    const form = await bot.press('lise', again.card, 'Avvis');
    await bot.press('lise', form.card, 'Avvis', { reason: 'Feil utvalg' });
    const over = await bot.press('lise', form.card, 'Avvis', { reason: 'Feil utvalg' });
    expect(textOf(over.card)).toContain('Du har selv gjort noe med saken');
    expect(textOf((await bot.press('lise', card, 'Utsett')).card)).toContain('Du har selv gjort noe med saken');
  });

  test('for the meeting that was wished when nothing else is chosen', async () => {
    await bot.press('lise', await proposed(), 'Sett på saksliste');
    expect(await sak()).toMatchObject({ status: 'accepted', wishedMeetingId: 'meeting-1' });
  });

  test('«Be om utfyllende opplysninger» is answered in the card', async () => {
    const form = await bot.press('siv', await proposed(), 'Be om utfyllende opplysninger');
    const empty = await bot.press('siv', form.card, 'Be om utfyllende opplysninger', { text: ' ' });
    expect(textOf(empty.card)).toContain('Skriv hva dere trenger å vite.');
    await bot.press('siv', empty.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    const asked = bot.newest('chat-ola');
    expect(textOf(asked)).toContain('siv spurte 02.03.26 kl. 10.00: Hvor mange?');
    const none = await bot.press('ola', asked, 'Send svaret', { answer: ' ' });
    expect(textOf(none.card)).toContain('Skriv svaret');
    const answered = await bot.press('ola', none.card, 'Send svaret', { answer: 'Tolv i uken' });
    expect(textOf(answered.card)).toContain('Svaret er sendt.');
    await bot.deliver();
    expect(textOf(bot.newest('chat-siv'))).toContain('Tolv i uken');
    expect((await sak())?.status).toBe('proposed');
  });

  test('more can be answered by changing the sak and sending it again', async () => {
    const form = await bot.press('siv', await proposed(), 'Be om utfyllende opplysninger');
    await bot.press('siv', form.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    const edit = await bot.press('ola', bot.newest('chat-ola'), 'Endre saken', { answer: 'Se teksten' });
    expect(inputsOf(edit.card).find(({ id }) => id === 'answer')?.value).toBe('Se teksten');
    expect(titlesOf(edit.card)).not.toContain('Velg et annet utvalg');
    const preview = await bot.press('ola', edit.card, 'Forhåndsvis', { background: 'Tolv i uken.' });
    await bot.press('ola', preview.card, 'Send inn');
    await bot.deliver();
    expect(textOf(bot.newest('chat-lise'))).toContain('Tolv i uken.');
    expect(textOf(bot.newest('chat-lise'))).toContain('Se teksten');
  });

  test('an answer that is too long is refused beside the card, which stays', async () => {
    const form = await bot.press('siv', await proposed(), 'Be om utfyllende opplysninger');
    await bot.press('siv', form.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    const asked = bot.newest('chat-ola');
    const long = await bot.press('ola', asked, 'Send svaret', { answer: 'x'.repeat(30_000) });
    expect(long.said).toContain('Svaret kan ha høyst 10 000 tegn.');
    expect(long.card).toBe(asked);
  });

  test('a text that is too long does not end a dialog: the form says so, and the answer is kept in it', async () => {
    const where = { kind: 'dialog' } as const;
    const form = await bot.press('siv', await proposed(), 'Be om utfyllende opplysninger');
    const again = await bot.press(
      'siv',
      form.card,
      'Be om utfyllende opplysninger',
      { text: 'x'.repeat(7000) },
      { where },
    );
    expect(textOf(again.card)).toContain('Spørsmålet kan ha høyst 2000 tegn.');
    await bot.press('siv', form.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    const answer = 'x'.repeat(10_001);
    const kept = await bot.press('ola', bot.newest('chat-ola'), 'Send svaret', { answer }, { where });
    expect(textOf(kept.card)).toContain('Svaret kan ha høyst 10 000 tegn.');
    expect((await sak())?.typed?.answer).toBe(answer);
  });

  test('«Utsett» is to a later meeting than the one it is for', async () => {
    const form = await bot.press('lise', await proposed(), 'Utsett');
    const choice = inputsOf(form.card).find(({ id }) => id === 'meetingId');
    expect(choice).toMatchObject({ value: 'meeting-2', choices: [{ value: ' ' }, { value: 'meeting-2' }] });
    const done = await bot.press('lise', form.card, 'Utsett', { reason: 'Venter på tall' });
    expect(textOf(done.card)).toContain('Status: Utsatt til møtet tirsdag 12. mai 2026');
    expect(textOf(done.card)).toContain('Begrunnelse: Venter på tall');
  });

  test('«Utsett» is to a later meeting than the one whose agenda is not sent, for one without a wish', async () => {
    const sent = { at: NOW, by: 'siv', revision: 1 };
    const done = await bot.press('lise', await proposed(), 'Sett på saksliste', { meetingId: ' ' });
    await bot.deps.meetings.collection.replace({ ...april, state: 'called', sent, version: 1 }, 0);
    const form = await bot.press('lise', done.card, 'Utsett');
    expect(inputsOf(form.card).find(({ id }) => id === 'meetingId')).toMatchObject({ choices: [{ value: ' ' }] });
  });

  test('«Utsett» without a planned meeting waits until there is one', async () => {
    const form = await bot.press('lise', await proposed(), 'Utsett');
    await bot.press('lise', form.card, 'Utsett', { meetingId: ' ' });
    await bot.deliver();
    expect(textOf(bot.newest('chat-ola'))).toContain('Status: Utsatt til et senere møte');
    expect(titlesOf(await bot.say('lise', 'saker'))).toContain('Vis saken');
  });

  test('«Avvis» wants a reason, and its proposer reads it', async () => {
    const form = await bot.press('lise', await proposed(), 'Avvis');
    const none = await bot.press('lise', form.card, 'Avvis');
    expect(textOf(none.card)).toContain('Skriv en begrunnelse.');
    const long = await bot.press('lise', none.card, 'Avvis', { reason: 'x'.repeat(30_000) });
    expect(long.said).toContain('Begrunnelsen kan ha høyst 2000 tegn.');
    await bot.press('lise', none.card, 'Avvis', { reason: 'Hører til i FSU BU.' });
    await bot.deliver();
    expect(textOf(bot.newest('chat-ola'))).toContain('Begrunnelse: Hører til i FSU BU.');
    expect(textOf(bot.newest('chat-ola'))).toContain('Status: Avvist');
  });

  test('a meeting that was cancelled meanwhile is no meeting to be put off to', async () => {
    const form = await bot.press('lise', await proposed(), 'Utsett');
    const refused = await bot.press('lise', form.card, 'Utsett', { meetingId: 'meeting-9', reason: 'Tall' });
    expect(textOf(refused.card)).toContain('Velg et annet møte.');
    expect(inputsOf(refused.card).find(({ id }) => id === 'reason')?.value).toBe('Tall');
  });
});

describe('two at once', () => {
  test('over two connections, one decides and the other is told kindly what happened', async () => {
    const other = await bot.connect();
    for (let n = 0; n < 10; n++) {
      const card = await proposed(`Ventetid ${n}`);
      const form = await bot.press('siv', card, 'Avvis');
      const told = bot.count('chat-ola');
      const [accepts, rejects] = await Promise.all([
        bot.press('lise', card, 'Sett på saksliste'),
        bot.press('siv', form.card, 'Avvis', { reason: 'Feil utvalg' }, { from: other }),
      ]);
      const late = [accepts, rejects].filter((answer) => textOf(answer.card).includes('Noen kom deg i forkjøpet'));
      expect(late).toHaveLength(1);
      expect(textOf(late[0]?.card as Card)).toMatch(/(lise satte saken på saksliste|siv avviste saken)/);
      await bot.deliver();
      expect(bot.count('chat-ola')).toBe(told + 1);
    }
  });

  test('a card acts on what it showed: what was sent anew is looked at first', async () => {
    const old = await proposed();
    const form = await bot.press('siv', old, 'Be om utfyllende opplysninger');
    await bot.press('siv', form.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    await bot.press('ola', bot.newest('chat-ola'), 'Send svaret', { answer: 'Tolv' });
    const refused = await bot.press('lise', old, 'Sett på saksliste');
    expect(textOf(refused.card)).toContain('Saken er endret av den som meldte den');
    expect(textOf(refused.card)).toContain('Tolv');
    await bot.press('lise', refused.card, 'Sett på saksliste');
    expect((await sak())?.status).toBe('accepted');
  });

  test('several changes before its proposer can be told are one card', async () => {
    const card = await proposed();
    bot.clock.now = new Date('2026-03-02T20:00:00Z');
    const first = await bot.press('lise', card, 'Sett på saksliste');
    await bot.press('lise', first.card, 'Flytt til dette møtet', { meetingId: 'meeting-2' });
    const { outbox = [] } = (await sak()) ?? {};
    expect(outbox.filter((effect) => effect.kind === 'personal-card' && effect.personId === 'ola')).toHaveLength(1);
  });
});

describe('taking it back', () => {
  test('is told to those who decide, and what they press then is told kindly', async () => {
    const card = await proposed();
    const shown = await bot.press('ola', await bot.say('ola', 'saker'), 'Vis saken');
    const taken = await bot.press('ola', shown.card, 'Trekk saken');
    expect(textOf(taken.card)).toContain('Saken er trukket.');
    await bot.deliver();
    expect(textOf(bot.newest('chat-lise'))).toContain('Status: Trukket');
    const late = await bot.press('lise', card, 'Sett på saksliste');
    expect(textOf(late.card)).toContain('Noen kom deg i forkjøpet');
    const form = await bot.press('lise', card, 'Avvis');
    expect(textOf(form.card)).toContain('Noen kom deg i forkjøpet');
  });

  test('is nobody else’s to do', async () => {
    await proposed();
    const shown = await bot.press('ola', await bot.say('ola', 'saker'), 'Vis saken');
    expect(textOf((await bot.press('kari', shown.card, 'Trekk saken')).card)).toContain('tilhører en annen');
  });
});

describe('a sak that looks like one in another committee', () => {
  const title = 'Overgang fra barnehabilitering til voksenhabilitering';
  const other = aSak({
    id: 'sak-fsu',
    committeeId: fsu.id,
    openIn: fsu.id,
    title: 'Overgangen barnehabilitering – voksenhabilitering: overgang',
    proposedBy: 'eva',
    likeness: likenessOf('Overgang barnehabilitering voksenhabilitering', TENANT),
  });

  test('is pointed out to both secretariats, once', async () => {
    await bot.deps.saker.collection.insert(other);
    const card = await proposed(title);
    expect(textOf(card)).toContain('Ligner på en sak i FSU BU:');
    expect(bot.count('chat-aud')).toBe(1);
    expect(textOf(bot.newest('chat-aud'))).toContain('To saker ligner på hverandre');
    expect(textOf(bot.newest('chat-aud'))).toContain(title);
    const shown = await bot.press('lise', card, 'Vis den andre saken');
    expect(textOf(shown.card)).toContain('Overgangen barnehabilitering');
    const nobody = await bot.press('kari', card, 'Vis den andre saken');
    expect(textOf(nobody.card)).toBe('Saken er bare for dem som er med i utvalget.');
    await proposed(title, 'kari');
    expect(bot.count('chat-aud')).toBe(2);
  });

  test('is pointed out whatever ends the program once the sak is sent', async () => {
    await bot.deps.saker.collection.insert(other);
    const preview = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', { title });
    const { collection } = bot.deps.saker;
    let writes = 0;
    const dying: typeof collection = {
      ...collection,
      replace: (record, version) => {
        if (++writes > 1) throw new Error('the program has ended');
        return collection.replace(record, version);
      },
    };
    const from = { ...bot.deps, saker: { ...bot.deps.saker, collection: dying } };
    await bot.press('ola', preview.card, 'Send inn', {}, { from }).catch(() => undefined);
    await bot.deliver();
    expect(bot.count('chat-aud')).toBe(1);
    expect(textOf(bot.newest('chat-lise'))).toContain('Ligner på en sak i FSU BU:');
  });

  test('is not told again when it is sent again', async () => {
    await bot.deps.saker.collection.insert(other);
    const form = await bot.press('lise', await proposed(title), 'Be om utfyllende opplysninger');
    await bot.press('lise', form.card, 'Be om utfyllende opplysninger', { text: 'Hvor mange?' });
    await bot.deliver();
    const edit = await bot.press('ola', bot.newest('chat-ola'), 'Endre saken', { answer: '' });
    const preview = await bot.press('ola', edit.card, 'Forhåndsvis', { background: 'Mer' });
    await bot.press('ola', preview.card, 'Send inn');
    await bot.deliver();
    expect(bot.count('chat-aud')).toBe(1);
  });

  test('is not shown to another committee once it is closed', async () => {
    await bot.deps.saker.collection.insert(other);
    const card = await proposed(title);
    await bot.deps.saker.collection.replace({ ...other, closed: true, version: 1 }, 0);
    const shown = await bot.press('lise', card, 'Vis den andre saken');
    expect(textOf(shown.card)).toBe('Saken er bare for dem som er med i utvalget.');
  });
});

describe('«saker»', () => {
  test('is one’s own for somebody who is in no committee', async () => {
    expect(textOf(await bot.say('ute', 'saker'))).toContain('Det er ingen saker her nå.');
    const choice = await bot.say('ute', 'meld sak');
    const form = await bot.press('ute', choice, 'Neste', { committeeId: 'committee-1' });
    const preview = await bot.press('ute', form.card, 'Forhåndsvis', { title: 'Utenfra' });
    await bot.press('ute', preview.card, 'Send inn');
    const own = await bot.say('ute', 'saker');
    expect(textOf(own)).toContain('Saker du har meldt');
    expect(textOf(own)).toContain('Utenfra (SSU): Venter på behandling.');
    await bot.deliver();
    await bot.press('lise', bot.newest('chat-lise'), 'Sett på saksliste');
    await bot.deliver();
    const after = textOf(await bot.say('ute', 'saker'));
    expect(after).toContain('Utenfra (SSU): Godtatt for saksliste til møtet tirsdag 14. april 2026');
  });

  test('shows those who run the agenda first what waits for them, and members what their committee has', async () => {
    await proposed();
    const chair = textOf(await bot.say('lise', 'saker'));
    expect(chair.indexOf('Venter på deg')).toBeLessThan(chair.indexOf('Saker i SSU'));
    const member = textOf(await bot.say('kari', 'saker'));
    expect(member).not.toContain('Venter på deg');
    expect(member).toContain('Ventetid i mottak (SSU): Venter på behandling.');
  });

  test('shows a closed sak to those with a vote, those who run the agenda and its proposer alone', async () => {
    await bot.deps.saker.collection.insert(
      aSak({ title: 'Juryen', closed: true, status: 'accepted', proposedBy: 'eva' }),
    );
    for (const who of ['kari', 'ola', 'lise', 'nina', 'siv', 'eva'])
      expect(textOf(await bot.say(who, 'saker')), who).toContain('Juryen');
    expect(textOf(await bot.say('per', 'saker'))).not.toContain('Juryen');
  });

  test.each([60, 500])(
    'of %i saker is shown page by page, every one of them, in cards that fit',
    async (count) => {
      for (let n = 0; n < count; n++)
        await bot.deps.saker.collection.insert(
          aSak({ id: `sak-${n}`, title: `Sak nummer ${n}. ${'ord '.repeat(30)}` }),
        );
      let card = await bot.say('kari', 'saker');
      const seen = new Set<string>();
      for (;;) {
        expectValidCard(card);
        for (const found of textOf(card).matchAll(/Sak nummer (\d+)\./g)) seen.add(found[1] ?? '');
        if (!titlesOf(card).includes('Neste side')) break;
        card = (await bot.press('kari', card, 'Neste side')).card;
      }
      expect(seen.size).toBe(count);
    },
    30_000,
  );

  test('of somebody in several committees can be of one', async () => {
    const more = aCommittee({ id: 'committee-3', shortName: 'FLR', people: ['kari'] });
    await bot.deps.committees.collection.insert(more);
    await proposed();
    const all = await bot.say('kari', 'saker');
    const one = await bot.press('kari', all, 'Alle i FLR');
    expect(textOf(one.card)).not.toContain('Saker i SSU');
    expect(titlesOf(one.card)).toContain('Alle saker');
    for (let n = 0; n < 100; n++)
      await bot.deps.saker.collection.insert(
        aSak({ id: `flr-${n}`, title: `Sak ${n}. ${'ord '.repeat(30)}`, committeeId: more.id, openIn: more.id }),
      );
    const first = await bot.press('kari', all, 'Alle i FLR');
    const second = await bot.press('kari', first.card, 'Neste side');
    expect(textOf(second.card)).toContain('Side 2 av');
    expect(textOf(second.card)).not.toContain('(SSU)');
    expect(titlesOf(second.card)).toContain('Alle saker');
  });
});
