import { afterEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { newFile } from '../../store/file/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, expectValidCard, linesOf, wordsOf } from '../support/cards.ts';
import { realSakText } from '../support/data.ts';
import { strictText } from '../support/docx.ts';
import { aMeeting } from '../support/meetings.ts';
import { hashOf, TENANT } from '../support/records.ts';

const meetingId = 'meeting-1';
const TABLE = 'Sted | Behov | Sysselsatte\nNasjonalt | 555 | 80\nHvorav i Nord-Norge | 50 | 6';

let room: AgendaRoom;
afterEach(() => room.end());

/** A room in which the agenda with these saker was sent, and nothing fixed stands before them. */
async function sent(...saker: readonly Sak[]): Promise<void> {
  const { settings } = inChannel();
  room = await anAgendaRoom([inChannel({ settings: { ...settings, agenda: { fixed: [] } } })], [aMeeting()], saker);
  await room.card('siv', { verb: 'agenda.build', meetingId });
  await room.click('siv', await room.card('siv', { verb: 'agenda.preview', meetingId }), 'Send sakslisten');
  await room.deliver();
}
const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);
/** The card in the committee's channel. */
const posted = () => {
  const found = room.teams.requests.find(({ chat, kind }) => chat === CHANNEL && kind === 'post')?.post;
  if (found === undefined) throw new Error('nothing was posted in the channel');
  return found.card;
};
const personal = (person: string) => room.card(person, { verb: 'agenda.card', meetingId });

/** All pages of a sak, from a card with the agenda on it. */
async function read(person: string, card: Card, number: string, place?: 'channel'): Promise<Card[]> {
  const pages = [await room.click(person, card, `Les sak ${number}`, {}, place)];
  for (let page = pages[0]; page && titles(page).includes('Neste side'); page = pages.at(-1))
    pages.push(await room.click(person, page, 'Neste side', {}, place));
  return pages;
}
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const PAGED = /^Side \d+ av \d+$/;
const textOf = (pages: readonly Card[]) =>
  pages
    .flatMap((page) =>
      linesOf(page)
        .slice(1)
        .filter((line) => !PAGED.test(line)),
    )
    .join(' ');

const real = realSakText();

describe.skipIf(real === undefined)('a real sak of 10,000 characters, with a table', () => {
  const background = `${real}\n\n${TABLE}`;

  test.each([
    ['somebody’s own chat', undefined],
    ['the channel', 'channel'],
  ] as const)('is read to its end by «Les sak» in %s, page by page', async (_where, place) => {
    await sent(anAcceptedSak('ernæring', { background }));
    const pages = await read('kari', place ? posted() : await personal('kari'), '01/26', place);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expectValidCard(page);
    const seen = words(textOf(pages)).join(' ');
    expect(seen).toContain(words(background).join(' '));
    expect(seen).toContain('Forslag til vedtak: Saken om ernæring tas til orientering.');
    const back = await room.click('kari', pages[1] as Card, 'Tilbake til sakslisten', {}, place);
    expect(titles(back)).toEqual(expect.arrayContaining(['Les sak 01/26', 'Kommer', 'Forfall']));
  });

  test('is in the papers with its table', async () => {
    await sent(anAcceptedSak('ernæring', { background }));
    await room.press('kari', { verb: 'agenda.papers', meetingId });
    await room.deliver();
    const [papers] = room.offers('kari');
    const text = await strictText(await room.take('kari', papers as NonNullable<typeof papers>));
    expect(words(text).join(' ')).toContain(
      words(real ?? '')
        .slice(0, 200)
        .join(' '),
    );
    for (const cell of words(TABLE.replaceAll('|', ' '))) expect(text).toContain(cell);
    expect(text).not.toContain(' | 555');
  });
});

describe('a closed sak', () => {
  const jury = anAcceptedSak('jury', { closed: true });

  test('is in the channel only said to be there, and read by nobody there, whoever presses', async () => {
    await sent(anAcceptedSak('a'), jury);
    expect(wordsOf(posted())).toContain('Lukket sak');
    expect(wordsOf(posted())).not.toContain('jury');
    expect(titles(posted())).not.toContain('Les sak 02/26');
    for (const person of ['kari', 'siv', 'per']) {
      const answer = await room.card(person, { verb: 'agenda.shared', meetingId, sakId: 'jury', page: 0 }, 'channel');
      expect(linesOf(answer).join(' ')).toContain('Saken er lukket');
      expect(wordsOf(answer)).not.toContain('jury');
    }
  });

  test('is read by a voting member from their own card, and is not on that of somebody without a vote', async () => {
    await sent(anAcceptedSak('a'), jury);
    expect(textOf(await read('kari', await personal('kari'), '02/26'))).toContain('Bakgrunn for jury.');
    expect(titles(await personal('per'))).not.toContain('Les sak 02/26');
  });
});

test('what stands in the channel is read by nobody from outside the committee', async () => {
  await sent(anAcceptedSak('a'));
  const answer = await room.card('fremmed', { verb: 'agenda.shared', meetingId, sakId: 'a', page: 0 }, 'channel');
  expect(linesOf(answer).join(' ')).toContain('Sakslisten er for dem som er med i utvalget.');
  expect(wordsOf(answer)).not.toContain('Bakgrunn for a.');
});

test('what the card of a channel sends is answered in somebody’s own chat with what is theirs, and to others with nothing', async () => {
  await sent(anAcceptedSak('a'), anAcceptedSak('jury', { closed: true }));
  for (const asked of [{}, { sakId: 'a', page: 0 }, { page: 0 }]) {
    const shared = { verb: 'agenda.shared', meetingId, ...asked };
    const answer = await room.card('fremmed', shared);
    expect(linesOf(answer)).toEqual([expect.stringContaining('Sakslisten er for dem som er med i utvalget.')]);
    expect(buttonsOf(answer)).toEqual([]);
  }
  expect(await room.card('kari', { verb: 'agenda.shared', meetingId })).toEqual(await personal('kari'));
  const read = { verb: 'agenda.shared', meetingId, sakId: 'jury', page: 0 };
  expect(wordsOf(await room.card('kari', read))).toContain('Bakgrunn for jury.');
  expect(wordsOf(await room.card('per', read))).not.toContain('jury');
});

describe('«Send meg sakspapirene»', () => {
  const file = (id: string) => ({ id, name: `${id}.docx`, bytes: 4, sha256: hashOf(id) });
  const withFile = (id: string, changes: Partial<Sak> = {}) => {
    const { id: fileId, ...rest } = file(`fil-${id}`);
    return anAcceptedSak(id, { attachments: [{ kind: 'file', fileId, ...rest }], ...changes });
  };
  const asked = async (person: string, place?: 'channel') => {
    await sent(withFile('a'), withFile('jury', { closed: true }));
    for (const id of ['fil-a', 'fil-jury'])
      await room.deps.files.collection.insert(
        newFile({ ...file(id), tenantId: TENANT, base64: Buffer.from(id).toString('base64'), by: 'kari' }),
      );
    await room.press(person, { verb: 'agenda.papers', meetingId }, place);
    await room.deliver();
    // they are made side by side, and come as they are ready
    return room.offers(person).toSorted((a, b) => a.description.localeCompare(b.description));
  };

  test('offers the whole as one document and each vedlegg by its number, in the 1:1 chat', async () => {
    const offers = await asked('kari', 'channel');
    expect(offers.map(({ name, description }) => `${name}: ${description}`)).toEqual([
      'Sakspapirer SSU 2026-04-14.docx: Sakspapirer: Møte i SSU tirsdag 14. april 2026',
      'fil-a.docx: Vedlegg 1: fil-a.docx',
      'fil-jury.docx: Vedlegg 2: fil-jury.docx',
    ]);
    const [papers, first] = await Promise.all(offers.slice(0, 2).map((offer) => room.take('kari', offer)));
    const text = await strictText(papers ?? new Uint8Array());
    for (const part of ['Sak 01/26: Sak om a', 'Bakgrunn for a.', 'Bakgrunn for jury.', 'Vedlegg 1: fil-a.docx'])
      expect(text).toContain(part);
    expect(Buffer.from(first ?? []).toString()).toBe('fil-a');
  });

  test('gives somebody without a vote nothing of a closed sak', async () => {
    const offers = await asked('per');
    expect(offers.map(({ name }) => name)).toEqual(['Sakspapirer SSU 2026-04-14.docx', 'fil-a.docx']);
    const text = await strictText(await room.take('per', offers[0] as (typeof offers)[0]));
    expect(text).toContain('Bakgrunn for a.');
    expect(text).toContain('Lukket sak');
    expect(text).not.toContain('jury');
    // and nothing that they would wonder about
    expect(room.wordsTo('chat-per')).not.toContain('kunne ikke');
    // nor by a press that was never on the card
    const offer = { what: 'vedlegg', meetingId, sakId: 'jury', fileId: 'fil-jury' };
    await room.press('per', { verb: 'file.send', offer });
    await room.deliver();
    expect(room.offers('per')).toHaveLength(2);
  });

  test('gives somebody from outside the committee nothing', async () => {
    expect(await asked('fremmed')).toEqual([]);
  });
});
