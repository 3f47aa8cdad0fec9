import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileHandlers } from '../../bot/actions/file.ts';
import { referatHandlers } from '../../bot/actions/referat.ts';
import { roundRunHandlers } from '../../bot/actions/round-run.ts';
import { sha256OfBytes } from '../../bot/ids.ts';
import { receiver } from '../../bot/receive.ts';
import { FileRefusedError, type From, type IncomingFile, type Turn } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Offer, Upload } from '../../store/offer.ts';
import { newest } from '../../store/referat/record.ts';
import { registerAnswer } from '../../store/round/rules.ts';
import { aCirculation, type Circulation, inChat, ROUND, SERVICE } from '../support/circulation.ts';
import { aDocx, strictText } from '../support/docx.ts';
import { aCommittee, answer, aReferat, TENANT } from '../support/records.ts';

const FILE = { name: 'Referat SSU.docx', url: 'https://files.example/1' };

let bot: Circulation;
beforeEach(async () => {
  bot = await aCirculation();
});
afterEach(() => bot.end());

const from = (personId: string): From => ({
  tenantId: TENANT,
  objectId: personId,
  teamsId: `29:${personId}`,
  name: personId,
});
const place = (personId: string) =>
  ({ conversationId: `chat-${personId}`, kind: 'personal', serviceUrl: SERVICE }) as const;
const turn = (personId: string, turnId = 'turn'): Turn => ({
  person: inChat(personId),
  tenantId: TENANT,
  place: place(personId),
  turnId,
  receivedAt: bot.clock.now,
});
const receive = () => receiver(bot.deps, { deliverSoon: () => {}, moveClock: () => {} });
const drop = async (personId: string, activityId = 'activity-1', files: readonly IncomingFile[] = [FILE]) => {
  await receive()({ kind: 'message', text: '', files, activityId, from: from(personId), place: place(personId) });
  await bot.deliver();
};
const open = async () => {
  await bot.open();
  await bot.deliver();
};
const fileIn = async () => {
  const shown = bot.teams.requests.findLast(({ chat }) => chat === 'chat-siv')?.post?.card;
  const found = /"fileId":"([^"]+)"/.exec(JSON.stringify(shown));
  return found?.[1] ?? '';
};
const offerOf = async (personId: string, offer: Offer, turnId = 'ask') => {
  const shown = await fileHandlers['file.send'](bot.deps, turn(personId, turnId), { verb: 'file.send', offer });
  await bot.deliver();
  return shown;
};
const upload: Upload = {
  uploadUrl: 'https://files.example/up',
  contentUrl: 'https://files.example/content',
  name: 'x.docx',
  uniqueId: 'u',
  fileType: 'docx',
  serviceUrl: SERVICE,
  conversationId: 'chat-siv',
};
const accept = async (personId: string, fileId: string) => {
  await receive()({
    kind: 'file-consent',
    fileId,
    upload,
    activityId: 'consent',
    from: from(personId),
    place: place(personId),
  });
  await bot.deliver();
  return bot.teams.requests.findLast(({ kind }) => kind === 'upload')?.bytes;
};

describe('a file that is dropped into the chat', () => {
  test('is kept as it came with its hash, read, and offered for what it can be', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1: Åpning', 'Sak 2: Eventuelt');
    await drop('siv');
    expect(bot.wordsTo('chat-siv')).toContain('Jeg har lest «Referat SSU.docx»');
    expect(bot.wordsTo('chat-siv')).toContain('Sak 1: Åpning');
    const file = await bot.deps.files.collection.get(await fileIn());
    expect(file).toMatchObject({
      by: 'siv',
      text: 'Sak 1: Åpning\n\nSak 2: Eventuelt',
      sha256: sha256OfBytes(bot.teams.file),
    });
    expect(Buffer.from(file?.base64 ?? '', 'base64').equals(Buffer.from(bot.teams.file))).toBe(true);
  });

  test('becomes a draft whose text and hash are the file’s, also when the form sends no text', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1: Åpning');
    await drop('siv');
    const fileId = await fileIn();
    await referatHandlers['referat.preview'](bot.deps, turn('siv'), {
      verb: 'referat.preview',
      referatId: 'referat-2',
      committeeId: 'committee-1',
      fileId,
      meetingOn: '2026-02-26',
      title: 'Fra fil',
      deadlineOn: '2026-03-09',
    });
    const referat = await bot.deps.referater.collection.get('referat-2');
    expect(referat && newest(referat)).toMatchObject({
      text: 'Sak 1: Åpning',
      file: { id: fileId, name: FILE.name, sha256: sha256OfBytes(bot.teams.file), bytes: bot.teams.file.length },
    });
  });

  test('is a new version of the referat that is on a round', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1: Innkalling og dagsorden er godtatt.');
    await drop('siv');
    await roundRunHandlers['round.revise'](bot.deps, turn('siv'), {
      verb: 'round.revise',
      roundId: ROUND,
      fileId: await fileIn(),
      scale: 'skrivefeil',
    });
    expect((await bot.round()).textHashes).toHaveLength(2);
  });

  test('delivered twice by Teams is fetched once', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1');
    await drop('siv');
    await drop('siv');
    expect(bot.chats('fetch')).toHaveLength(1);
  });

  test.each([
    ['that is no Word document', async () => Buffer.from('MZ'), 'Jeg tar imot .docx, .pdf, .xlsx'],
    ['without a word in it', () => aDocx('  '), 'Det er ingen tekst i filen'],
  ])('%s is refused in words, and nothing is kept', async (_what, bytes, words) => {
    await open();
    bot.teams.file = await bytes();
    await drop('siv');
    expect(bot.wordsTo('chat-siv')).toContain(words);
    expect(await fileIn()).toBe('');
  });

  test.each([
    ['file-too-large', 'Filen er for stor'],
    ['file-not-fetched', 'Filen kunne ikke hentes'],
  ] as const)('%s is said in words', async (why, words) => {
    await open();
    bot.teams.answer = ({ kind }) => {
      if (kind === 'fetch') throw new FileRefusedError(why, 'no');
    };
    await drop('siv');
    expect(bot.wordsTo('chat-siv')).toContain(words);
  });

  test('by somebody who is in no committee and has begun no sak is not even fetched, and they are told why', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1');
    await bot.deps.persons.collection.insert(inChat('eva'));
    await drop('eva');
    expect(bot.wordsTo('chat-eva')).toContain('Skriv «meld sak» først');
    expect(bot.chats('fetch')).toEqual([]);
  });

  test('of somebody else is used by nobody', async () => {
    await open();
    bot.teams.file = await aDocx('Sak 1');
    await drop('siv');
    const fileId = await fileIn();
    const committee = aCommittee({ id: 'committee-2', roles: { secretariatIds: ['eva'] }, people: ['eva'] });
    await bot.deps.committees.collection.insert(committee);
    const shown = await referatHandlers['referat.preview'](bot.deps, turn('eva'), {
      verb: 'referat.preview',
      referatId: 'referat-3',
      committeeId: 'committee-2',
      fileId,
      meetingOn: '2026-02-26',
      title: 'Andres fil',
      deadlineOn: '2026-03-09',
    });
    expect(shown).toMatchObject({ view: { view: 'referat-form', problems: ['text-missing'] } });
  });
});

describe('a file that is asked for', () => {
  const text: Offer = { what: 'referat', referatId: 'referat-1', hash: newest(aReferat()).hash };
  const receipt = (format: 'docx' | 'json'): Offer => ({ what: 'receipt', roundId: ROUND, format });

  test('is offered with its size, sent when it is accepted, and never before', async () => {
    await open();
    expect(await offerOf('kari', text)).toMatchObject({
      said: expect.stringContaining('Filen er klar'),
      isUnderWay: true,
    });
    const offered = bot.teams.requests.find(({ kind }) => kind === 'offer');
    expect(offered).toMatchObject({ chat: 'chat-kari', offer: { name: 'Referat fra møte i SSU.docx' } });
    expect(bot.chats('upload')).toEqual([]);
    const bytes = await accept('kari', offered?.offer?.fileId ?? '');
    expect(bytes?.length).toBe(offered?.offer?.bytes);
    expect(await strictText(bytes ?? new Uint8Array())).toContain('Sak 1: Innkalling og dagsorden er godkjent.');
  });

  test('of somebody else is not sent, whatever the consent says', async () => {
    await open();
    await offerOf('kari', text);
    const fileId = bot.teams.requests.find(({ kind }) => kind === 'offer')?.offer?.fileId ?? '';
    await accept('ola', fileId);
    expect(bot.chats('upload')).toEqual([]);
  });

  test('that was stored is shown later, and not stored again, when the chat does not answer', async () => {
    await open();
    await offerOf('kari', text);
    bot.refuse('chat-siv', 'for-now');
    await accept('kari', bot.teams.requests.find(({ kind }) => kind === 'offer')?.offer?.fileId ?? '');
    bot.relent();
    bot.wait(3000);
    await bot.deliver();
    expect(bot.chats('upload')).toHaveLength(1);
    expect(bot.chats('show')).toHaveLength(2);
  });

  test('asked for again is the same file, kept once', async () => {
    await open();
    await offerOf('kari', text, 'first');
    await offerOf('kari', text, 'second');
    const ids = bot.teams.requests.flatMap(({ offer }) => offer?.fileId ?? []);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('pressed twice is offered once', async () => {
    await open();
    await offerOf('kari', text);
    await offerOf('kari', text);
    expect(bot.chats('offer')).toEqual(['chat-kari']);
  });

  test.each([
    ['the text, by somebody who is not asked', 'fremmed', text, 'not-asked'],
    ['the receipt, by a member', 'kari', receipt('docx'), 'not-for-you'],
    [
      'the receipt of a round that does not exist',
      'siv',
      { what: 'receipt', roundId: 'round-x', format: 'json' },
      'not-found',
    ],
  ] as const)('%s is refused', async (_what, personId, offer, refusal) => {
    await open();
    expect(await offerOf(personId, offer)).toEqual({ view: { view: 'notice', notice: refusal } });
    expect(bot.chats('offer')).toEqual([]);
  });

  test('the receipt says who answered what, when, how and on whose behalf, in a form a strict reader takes', async () => {
    await open();
    await change(bot.deps.rounds.collection, ROUND, (round) =>
      answer(round, 'kari', { kind: 'skrivefeil', text: 'Tegn: <&> \u0001', sak: '12/24' }),
    );
    await change(bot.deps.rounds.collection, ROUND, (round) =>
      registerAnswer(round, { seatId: 'seat-ola', choice: 'approve', way: 'telefon' }, 'siv', {
        now: bot.clock.now,
        realNow: bot.clock.realNow,
      }),
    );
    await bot.deliver();
    await offerOf('siv', receipt('docx'));
    const fileId = bot.teams.requests.findLast(({ kind }) => kind === 'offer')?.offer?.fileId ?? '';
    const words = await strictText((await accept('siv', fileId)) ?? new Uint8Array());
    for (const said of [
      'Kvittering for e-postrunde: Referat fra møte i SSU',
      'Referatet er godkjent via e-postrunde.',
      'Godkjente aktivt: 2 av 2.',
      `SHA-256 av teksten: ${newest(aReferat()).hash}`,
      'sak 12/24: Tegn: <&> ',
      'på telefon, registrert av siv',
    ])
      expect(words).toContain(said);
  });

  test('the same receipt for systems is JSON with everything in it', async () => {
    await open();
    await bot.close();
    await offerOf('siv', receipt('json'));
    const fileId = bot.teams.requests.findLast(({ kind }) => kind === 'offer')?.offer?.fileId ?? '';
    const read = JSON.parse(Buffer.from((await accept('siv', fileId)) ?? []).toString());
    expect(read).toMatchObject({
      format: 'utvalgsbot-receipt/1',
      counts: { asked: 2, yes: 0, silent: 2, 'not-reached': 0 },
      round: { status: 'undecided', rule: { kind: 'everyone' } },
      seats: [
        { seat: 'kari kommune', outcome: 'silent', delivered: expect.any(String) },
        { seat: 'ola kommune', outcome: 'silent' },
      ],
    });
  });
});
