import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../../cards/size.ts';
import { expectValidCard, inputsOf, linesOf } from '../support/cards.ts';
import { SERVICE } from '../support/circulation.ts';
import { aDocx } from '../support/docx.ts';
import { aProposing, april, may, type Proposing, ssu, textOf, tickOf, titlesOf } from '../support/proposing.ts';
import { aCommittee, aPerson, NOW } from '../support/records.ts';

let bot: Proposing;
beforeEach(async () => {
  bot = await aProposing([april, may]);
});
afterEach(() => bot.end());

const inputValue = (card: Card, id: string) => inputsOf(card).find((input) => input.id === id)?.value;
const filled = {
  title: 'Ventetid i mottak',
  from: 'Ola Nes',
  background: 'Vi venter.',
  proposal: 'SSU tar saken til orientering.',
};

/** Proposes a sak, from the command to the receipt. */
const propose = async (personId = 'ola', inputs: Readonly<Record<string, string>> = filled) => {
  const preview = await bot.press(personId, await bot.say(personId, 'meld sak'), 'Forhåndsvis', inputs);
  const sent = await bot.press(personId, preview.card, 'Send inn');
  await bot.deliver();
  return sent.card;
};

describe('«meld sak»', () => {
  test('is a form for the committee one is in, with one’s name, and says that no patients are named', async () => {
    const form = await bot.say('ola', '  Meld   sak ');
    expect(textOf(form)).toContain('Meld sak til SSU');
    expect(textOf(form)).toContain('Ingen pasientopplysninger');
    expect(inputValue(form, 'from')).toBe('ola, ola kommune');
    expectValidCard(form);
  });

  test('asks somebody who is in none, or in several, which one', async () => {
    const choice = await bot.say('ute', 'meld sak');
    expect(textOf(choice)).toContain('Hvilket utvalg gjelder saken?');
    const form = await bot.press('ute', choice, 'Neste', { committeeId: 'committee-2' });
    expect(textOf(form.card)).toContain('Meld sak til FSU BU');
    const none = await bot.press('ute', choice, 'Neste', { committeeId: '' });
    expect(textOf(none.card)).toContain('Velg utvalget saken gjelder.');
  });

  test('can be for another committee of the organisation, with all that was typed', async () => {
    const choice = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Velg et annet utvalg', filled);
    const form = await bot.press('ola', choice.card, 'Neste', { committeeId: 'committee-2' });
    expect(textOf(form.card)).toContain('Meld sak til FSU BU');
    expect(inputValue(form.card, 'title')).toBe('Ventetid i mottak');
  });

  test('in a channel goes on in the 1:1 chat, with the channel’s committee chosen', async () => {
    const form = await bot.say('ute', 'meld sak', { kind: 'channel', conversationId: '19:ssu;messageid=1' });
    expect(textOf(form)).toContain('Meld sak til SSU');
    expect(textOf(bot.newest('19:ssu;messageid=1'))).toContain('Vi fortsetter der.');
  });

  test('pressed where others read along is a card in the 1:1 chat, and pressed twice it is one', async () => {
    const where = { kind: 'channel', conversationId: '19:ssu' } as const;
    await bot.say('ute', 'hjelp', where).catch(() => undefined);
    const help = bot.newest('19:ssu');
    const pressed = await bot.press('ute', help, 'Meld sak', {}, { id: 'same', where });
    await bot.press('ute', help, 'Meld sak', {}, { id: 'same', where });
    expect(pressed.said).toContain('Vi fortsetter der.');
    await bot.deliver();
    expect(bot.count('chat-ute')).toBe(1);
    // the press is answered where it was pressed, and nothing more is said there
    expect(bot.count('19:ssu')).toBe(1);
    expect(textOf(bot.newest('chat-ute'))).toContain('Meld sak til SSU');
  });

  test('is said to be impossible where there is no committee', async () => {
    const alone = await aProposing([], []);
    expect(textOf(await alone.say('ute', 'meld sak'))).toContain('Det er ikke satt opp noe utvalg');
    await alone.end();
  });

  test('is three questions for those who represent users, and becomes the same sak', async () => {
    const form = await bot.say('ida', 'meld sak');
    expect(inputsOf(form).map(({ label }) => label)).toEqual([
      'Hva gjelder saken?',
      'Hvorfor er den viktig?',
      'Hva ønsker du at utvalget gjør?',
      'Fra',
    ]);
    const inputs = { what: 'Venterom for unge', why: 'Vi sitter blant barn.', wish: 'Finne et rom.' };
    const preview = await bot.press('ida', form, 'Forhåndsvis', inputs);
    const sent = await bot.press('ida', preview.card, 'Send inn');
    expect(textOf(sent.card)).toContain('Venterom for unge');
    const [sak] = await bot.sakerOf('ida');
    expect(sak).toMatchObject({ background: 'Vi sitter blant barn.', proposal: ['Finne et rom.'] });
  });

  test('can change form without losing a word', async () => {
    const short = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Bytt til kort skjema', filled);
    expect(inputValue(short.card, 'what')).toBe('Ventetid i mottak\n\nVi venter.');
    const full = await bot.press('ola', short.card, 'Bytt til fullstendig skjema');
    expect(inputValue(full.card, 'title')).toBe('Ventetid i mottak');
    expect(inputValue(full.card, 'proposal')).toBe(filled.proposal);
  });

  test('registers for somebody outside, by those who run the agenda alone', async () => {
    expect(inputsOf(await bot.say('ola', 'meld sak')).map(({ id }) => id)).not.toContain('outsider');
    const sent = await propose('siv', { ...filled, from: 'Universitetet', outsider: 'ja' });
    expect(textOf(sent)).toContain('Fra: Universitetet (utenfor utvalget)');
    expect((await bot.sakerOf('siv'))[0]).toMatchObject({ outsider: true, from: 'Universitetet' });
  });
});

describe('a draft', () => {
  test('survives a closed window, and is found again', async () => {
    const kept = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Lagre utkast', { ...filled, title: 'Halv' });
    expect(textOf(kept.card)).toContain('Utkastet er lagret.');
    const found = await bot.say('ola', 'meld sak');
    expect(textOf(found)).toContain('Halv (SSU)');
    const form = await bot.press('ola', found, 'Fortsett på utkastet');
    expect(inputValue(form.card, 'title')).toBe('Halv');
    const listed = await bot.press('ola', await bot.say('ola', 'saker'), 'Fortsett på utkastet');
    expect(inputValue(listed.card, 'background')).toBe('Vi venter.');
  });

  test('is kept also when it cannot be used', async () => {
    const again = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', { ...filled, title: '' });
    expect(textOf(again.card)).toContain('Skriv en tittel.');
    expect(inputValue(again.card, 'background')).toBe('Vi venter.');
    expect(textOf(await bot.say('ola', 'meld sak'))).toContain('Uten tittel (SSU)');
  });

  test('is begun anew beside another, and thrown away', async () => {
    await bot.press('ola', await bot.say('ola', 'meld sak'), 'Lagre utkast', filled);
    const fresh = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Ny sak');
    expect(inputValue(fresh.card, 'title')).toBeUndefined();
    const gone = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Slett utkastet');
    expect(textOf(gone.card)).toBe('Utkastet er slettet.');
    expect(textOf(await bot.say('ola', 'meld sak'))).toContain('Meld sak til SSU');
  });

  test('nothing was typed into is one, however often it is asked for', async () => {
    await bot.say('ola', 'meld sak');
    await bot.say('ola', 'meld sak');
    expect(await bot.deps.saker.draftsOf('ola')).toHaveLength(1);
  });

  test('is nobody else’s to see, change or send', async () => {
    const preview = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', filled);
    for (const title of ['Send inn', 'Endre']) {
      const refused = await bot.press('lise', preview.card, title);
      expect(textOf(refused.card)).toContain('Denne saken tilhører en annen.');
    }
    const form = await bot.press('ola', preview.card, 'Endre');
    const kept = await bot.press('lise', form.card, 'Lagre utkast', { title: 'Mitt' });
    expect(textOf(kept.card)).toContain('Denne saken tilhører en annen.');
  });
});

describe('nonsense', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['an empty title', { title: ' ' }, 'Skriv en tittel.'],
    ['control characters alone', { title: '\u0000\u0007' }, 'Skriv en tittel.'],
    ['a formula for a name', { from: '=1+1' }, '«Fra» og «Til» kan ikke begynne med =, +, - eller @.'],
    ['a formula that takes away', { to: '-1+cmd' }, '«Fra» og «Til» kan ikke begynne med =, +, - eller @.'],
    ['a link that runs something', { links: 'javascript:alert(1)' }, 'Lenker må begynne med https://.'],
    [
      'a meeting that is no meeting',
      { wishedMeetingId: '31.02.24' },
      'Møtet du ønsket, er holdt, avlyst eller flyttet.',
    ],
    ['a type that is none', { type: 'mote' }, 'Velg orienteringssak, drøftingssak eller beslutningssak'],
  ])('%s is refused kindly, and what was typed is kept', async (_what, inputs, words) => {
    const again = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', { ...filled, ...inputs });
    expect(textOf(again.card)).toContain(words);
    expect(inputValue(again.card, 'background')).toBe('Vi venter.');
    expect(await bot.sakerOf('ola')).toEqual([]);
  });

  test('a title of 30 000 characters is refused beside the form, which stays as it was typed', async () => {
    const form = await bot.say('ola', 'meld sak');
    const answer = await bot.press('ola', form, 'Forhåndsvis', { ...filled, title: 'x'.repeat(30_000) });
    expect(answer.said).toContain('Tittelen kan ha høyst 300 tegn.');
    expect(answer.card).toBe(form);
  });

  test('a text of 30 000 characters is a sak, page by page; and it is kept where the form has no room for it', async () => {
    const background = Array.from({ length: 500 }, (_, n) => `Avsnitt ${n}: ${'ord '.repeat(12)}`).join('\n\n');
    const preview = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', { ...filled, background });
    expect(textOf(preview.card)).toContain('Side 1 av');
    const second = await bot.press('ola', preview.card, 'Neste side');
    expect(textOf(second.card)).toContain('Side 2 av');
    const form = await bot.press('ola', second.card, 'Endre');
    expect(textOf(form.card)).toContain('er tatt vare på, men er for lang til å redigeres i kortet.');
    const same = await bot.press('ola', form.card, 'Forhåndsvis');
    const sent = await bot.press('ola', same.card, 'Send inn');
    expect(messageBytes(sent.card)).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
    expect((await bot.sakerOf('ola'))[0]?.background).toBe(background.trim());
  });

  test('a text that is kept can be written anew', async () => {
    const long = { ...filled, background: 'x'.repeat(30_000) };
    const kept = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Lagre utkast', long);
    const emptied = await bot.press('ola', kept.card, 'Skriv teksten på nytt i kortet');
    expect(inputsOf(emptied.card).map(({ id }) => id)).toContain('background');
    expect(inputValue(emptied.card, 'title')).toBe('Ventetid i mottak');
  });

  test('HTML and Markdown are shown as they were written', async () => {
    const odd = '<b>fet</b> **fet** [her](https://ond.example)';
    const sent = await propose('ola', { ...filled, title: odd });
    // the reader of these lines takes bold for bold
    expect(linesOf(sent)).toContain(odd.replaceAll('**', ''));
    expect(JSON.stringify(sent)).toContain(String.raw`\\*\\*fet\\*\\*`);
  });
});

describe('sending it in', () => {
  test('the same press twice makes one sak, and one card for each who decides', async () => {
    const preview = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', filled);
    await Promise.all([1, 2, 3].map(() => bot.press('ola', preview.card, 'Send inn', {}, { id: 'same' })));
    await bot.deliver();
    expect(await bot.sakerOf('ola')).toHaveLength(1);
    expect(bot.count('chat-lise')).toBe(1);
    expect(bot.count('chat-siv')).toBe(1);
    expect(textOf(bot.newest('chat-lise'))).toContain('Ventetid i mottak');
  });

  test('an old preview cannot send what was written anew since', async () => {
    const old = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', filled);
    const form = await bot.press('ola', old.card, 'Endre');
    await bot.press('ola', form.card, 'Forhåndsvis', { title: 'Ny tittel' });
    const refused = await bot.press('ola', old.card, 'Send inn');
    expect(textOf(refused.card)).toContain('Utkastet er endret etter denne forhåndsvisningen.');
    expect(textOf(refused.card)).toContain('Ny tittel');
    expect(await bot.sakerOf('ola')).toEqual([]);
  });

  test('reaches a chair that nothing was ever heard from, through the service of whoever sent it', async () => {
    await bot.end();
    bot = await aProposing([], [aCommittee({ roles: { chairId: 'ny', secretariatIds: ['siv'] } })]);
    await bot.deps.persons.collection.insert(aPerson('ny'));
    await propose();
    expect(bot.teams.requests.filter(({ kind }) => kind === 'open')).toMatchObject([
      { chat: 'ny', serviceUrl: SERVICE },
    ]);
    expect(textOf(bot.newest('chat-of-ny'))).toContain('Ventetid i mottak');
  });

  test('is told in working hours', async () => {
    bot.clock.now = new Date('2026-02-28T12:00:00Z');
    await propose();
    expect(bot.count('chat-lise')).toBe(0);
    bot.clock.now = new Date('2026-03-02T07:00:00Z');
    await tickOf(bot);
    await bot.deliver();
    expect(bot.count('chat-lise')).toBe(1);
  });

  test('too late for a meeting it goes to the next one, and that is said before and after', async () => {
    await bot.end();
    const early = { ...ssu, settings: { ...ssu.settings, agenda: { proposeDays: 60 } } };
    bot = await aProposing([april, may], [early]);
    const preview = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Forhåndsvis', {
      ...filled,
      wishedMeetingId: 'meeting-1',
    });
    expect(textOf(preview.card)).toContain('Fristen for å melde saker til det første møtet er ute.');
    const sent = await bot.press('ola', preview.card, 'Send inn');
    expect(textOf(sent.card)).toContain('fristen for å melde saker til det første møtet er ute');
    expect((await bot.sakerOf('ola'))[0]).toMatchObject({ wishedMeetingId: 'meeting-2', tooLateFor: 'meeting-1' });
  });

  test('to a meeting whose agenda was sent is too late as well', async () => {
    await bot.end();
    bot = await aProposing([{ ...april, state: 'called', sent: { at: NOW, by: 'siv', revision: 1 } }, may]);
    await propose();
    expect((await bot.sakerOf('ola'))[0]).toMatchObject({ wishedMeetingId: 'meeting-2' });
  });
});

describe('a file', () => {
  test('of Word becomes the text of a sak, tables and all', async () => {
    const received = await bot.drop(
      'ola',
      { name: 'Sak.docx', url: 'https://files.example/1' },
      await aDocx('Bakgrunn for saken'),
    );
    const form = await bot.press('ola', received, 'Ny sak med denne teksten');
    expect(textOf(form.card)).toContain('Saksframstillingen er lest fra «Sak.docx»');
    const preview = await bot.press('ola', form.card, 'Forhåndsvis', { title: 'Fra fil' });
    expect(textOf(preview.card)).toContain('Bakgrunn for saken');
  });

  test('of Word can be given up for a text of one’s own', async () => {
    const file = { name: 'Sak.docx', url: 'https://files.example/1' };
    const received = await bot.drop('ola', file, await aDocx('Bakgrunn for saken'));
    const form = await bot.press('ola', received, 'Ny sak med denne teksten');
    const anew = await bot.press('ola', form.card, 'Skriv teksten på nytt i kortet', { title: 'Uten fil' });
    const own = await bot.press('ola', anew.card, 'Forhåndsvis', { background: 'Egen tekst' });
    expect(textOf(own.card)).toContain('Egen tekst');
    expect(textOf(own.card)).not.toContain('Bakgrunn for saken');
    expect(textOf(own.card)).toContain('Uten fil');
  });

  test('is attached to a draft, and can be taken away again; the chair gets it as it came', async () => {
    const told = await bot.press('ola', await bot.say('ola', 'meld sak'), 'Legg ved filer', filled);
    expect(textOf(told.card)).toContain('Slipp filen i chatten med meg');
    const pdf = Buffer.from('%PDF-1.7 innhold');
    const received = await bot.drop('ola', { name: 'Notat.pdf', url: 'https://files.example/1' }, pdf);
    expect(titlesOf(received)).toEqual(['Legg ved', 'Ny sak med denne filen som vedlegg']);
    const form = await bot.press('ola', received, 'Legg ved');
    expect(inputValue(form.card, 'title')).toBe('Ventetid i mottak');
    const without = await bot.press('ola', form.card, 'Lagre utkast', { fileIds: '' });
    expect(inputsOf(without.card).map(({ id }) => id)).not.toContain('fileIds');
    const again = await bot.press('ola', received, 'Legg ved');
    const preview = await bot.press('ola', again.card, 'Forhåndsvis');
    await bot.press('ola', preview.card, 'Send inn');
    await bot.deliver();
    await bot.press('lise', bot.newest('chat-lise'), 'Send meg vedlegg 1');
    await bot.deliver();
    expect(bot.teams.requests.findLast(({ kind }) => kind === 'offer')?.offer).toMatchObject({
      name: 'Notat.pdf',
      bytes: pdf.length,
    });
  });

  test.each([
    ['a program', 'virus.exe', Buffer.from('MZ')],
    ['a program called a picture', 'bilde.png', Buffer.from('MZ')],
    ['a picture called a text', 'notat.pdf', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['an archive called a sheet', 'ark.xlsx', Buffer.from('PK\x03\x04')],
  ])('%s is not taken', async (_what, name, bytes) => {
    await bot.say('ola', 'meld sak');
    const refused = await bot.drop('ola', { name, url: 'https://files.example/1' }, bytes);
    expect(textOf(refused)).toMatch(/ble ikke tatt imot/);
  });

  test('of somebody who has nothing to use it for is not even fetched', async () => {
    await bot.drop('ute', { name: 'Notat.pdf', url: 'https://files.example/1' }, Buffer.from('%PDF-1.7'));
    expect(bot.teams.requests.filter(({ kind }) => kind === 'fetch')).toEqual([]);
    await bot.say('ute', 'meld sak');
    await bot.drop('ute', { name: 'Notat.pdf', url: 'https://files.example/1' }, Buffer.from('%PDF-1.7'));
    expect(bot.teams.requests.filter(({ kind }) => kind === 'fetch')).toHaveLength(1);
  });

  test('of another is used by nobody', async () => {
    const received = await bot.drop('ola', { name: 'Sak.docx', url: 'https://files.example/1' }, await aDocx('Tekst'));
    const refused = await bot.press('kari', received, 'Ny sak med denne teksten');
    expect(textOf(refused.card)).toContain('finnes ikke lenger');
  });
});
