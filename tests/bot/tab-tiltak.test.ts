import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { committeesOf } from '../../bot/tab-api/me.ts';
import { readPage } from '../../bot/tab-api/pages.ts';
import { NotYoursError } from '../../bot/tab-api/reading.ts';
import type { WireTiltak, WireTiltakList, WireTiltakOverTime } from '../../bot/tab-api/wire-tiltak.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { linesOf } from '../support/cards.ts';
import { aPlan, aPlanned, said } from '../support/plans.ts';
import { aTiltakRoom, type TiltakRoom } from '../support/tiltak-room.ts';

let room: TiltakRoom;
beforeEach(async () => {
  room = await aTiltakRoom();
});
afterEach(() => room.end());

const LIST = 'committees/committee-1/tiltak';

/** A page of the tab as somebody gets it. */
async function page<T>(person: string, path: string, within = room): Promise<T> {
  const { deps } = within;
  const [name = '', query = ''] = path.split('?');
  const committees = await committeesOf(deps, person);
  return (await readPage({ deps, viewerId: person, committees, query: new URLSearchParams(query) }, name)) as T;
}
const list = (person: string, query = '') => page<WireTiltakList>(person, query ? `${LIST}?${query}` : LIST);
const textsOf = ({ items }: WireTiltakList) => items.map(({ text }) => text.replace('Tiltak nummer ', ''));
const refused = (reading: Promise<unknown>) => expect(reading).rejects.toBeInstanceOf(NotYoursError);

/** The committee with other tiltak. */
async function withTiltak(tiltak: readonly Tiltak[], plans = [aPlan()]): Promise<void> {
  await room.end();
  room = await aTiltakRoom(tiltak, plans);
}

describe('the list of a committee’s tiltak', () => {
  test('begins with what is overdue, then by date, and ends with what is done', async () => {
    const listed = await list('ola');
    expect(textsOf(listed)).toEqual(['0', '1', '3', '2', '4']);
    expect(listed.items[0]).toEqual({
      path: 'tiltak/tiltak-0',
      text: 'Tiltak nummer 0',
      focusArea: 'Pasientforløp',
      owner: 'Kari',
      due: '2025 (31.12.25)',
      isLate: true,
      state: { text: 'Uten status', look: 'neutral' },
    });
    expect(listed.next).toBeUndefined();
    expect(listed.glance).toBe('5 tiltak, 1 over fristen, 1 uten ansvarlig, 2 uten noen å spørre, 3 uten frist.');
  });

  test.each([
    ['class=done', ['2', '4']],
    ['class=in-progress', ['1']],
    ['class=none', ['0']],
    ['class=prose', ['3']],
    ['class=closed', []],
    ['owner=mine', ['0', '1', '4']],
    ['owner=mine&class=done', ['4']],
    ['owner=no-owner', ['3']],
    ['owner=no-contact', ['3', '2']],
    ['due=overdue', ['0']],
    ['due=soon', ['1']],
    ['due=no-due', ['3', '2', '4']],
    ['due=no-due&class=done', ['2', '4']],
    ['area=Rekruttering', ['3', '4']],
    ['plan=plan-1', ['0', '1', '3', '2', '4']],
    ['plan=loose', []],
    ['q=NUMMER%203', ['3']],
    ['q=fsu', ['2']],
    ['q=kari%20pasient', ['0', '1']],
    ['class=what&owner=whoever', ['0', '1', '3', '2', '4']],
  ])('is narrowed by %s', async (query, texts) => {
    expect(textsOf(await list('kari', query))).toEqual(texts);
  });

  test('says what was chosen, and offers what can be', async () => {
    const { filters, search } = await list('kari', 'class=done&due=no-due&q=tall');
    expect(filters.map(({ key, value }) => [key, value])).toEqual([
      ['class', 'done'],
      ['owner', ''],
      ['due', 'no-due'],
      ['plan', ''],
    ]);
    expect(filters[1]?.choices.map(({ text }) => text)).toEqual([
      'Alle',
      'Mine',
      'Uten ansvarlig',
      'Uten noen å spørre',
    ]);
    expect(search).toBe('tall');
  });

  test('follows what is answered: a tiltak that is done has another place', async () => {
    await room.card('kari', { verb: 'tiltak.answer', tiltakId: 'tiltak-0', class: 'done', seen: 0 });
    expect(textsOf(await list('ola'))).toEqual(['1', '3', '0', '2', '4']);
    expect(textsOf(await list('ola', 'due=overdue'))).toEqual([]);
  });

  test('keeps what was taken out by itself', async () => {
    await room.card('siv', { verb: 'tiltak.close', tiltakId: 'tiltak-1' });
    expect(textsOf(await list('ola'))).toEqual(['0', '3', '2', '4']);
    expect(textsOf(await list('ola', 'class=closed'))).toEqual(['1']);
  });

  test('offers the secretariat what it offers in the chat, and others to read', async () => {
    const titles = async (person: string) => (await list(person)).actions.map(({ text }) => text);
    expect(await titles('siv')).toContain('Nytt tiltak');
    expect(await titles('ola')).toEqual([
      'Hva er nytt siden sist møte',
      'Last ned Word',
      'Last ned Excel',
      'Last ned CSV',
    ]);
  });

  test('is for the committee alone, and so are its plans', async () => {
    await refused(list('fremmed'));
    await refused(page('kari', 'committees/x/tiltak'));
    await refused(list('kari', 'plan=x'));
    await refused(page('fremmed', 'committees/committee-1/tiltak-over-time'));
    await refused(page('kari', 'committees/committee-1/tiltak-over-time?plan=x'));
    await refused(page('kari', 'committees/x/tiltak-over-time'));
    await refused(list('kari', 'after=elsewhere'));
  });

  test('shows an owner without a seat what is theirs, and nothing else', async () => {
    const theirs = { owner: 'UNN', ownerKeys: ['person:fremmed'], contactIds: ['fremmed'] };
    await room.deps.tiltak.collection.insert(aPlanned(5, theirs));
    const listed = await list('fremmed');
    expect(listed.title).toBe('Dine tiltak');
    expect(textsOf(listed)).toEqual(['5']);
    expect(listed.figuresPath).toBeUndefined();
    expect(listed.actions).toEqual([]);
    expect(textsOf(await list('fremmed', 'class=done'))).toEqual([]);
    await refused(page('fremmed', 'committees/committee-1/tiltak-over-time'));
    await refused(page('fremmed', 'tiltak/tiltak-0'));
    expect((await page<WireTiltak>('fremmed', 'tiltak/tiltak-5')).listPath).toBeUndefined();
  });
});

describe('a long list', () => {
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) => aPlanned(i, i % 2 ? { due: '2027', dueOn: '2027-12-31' } : {}));

  /** What the store was asked for, and how much of it it gave. */
  function counted() {
    const { collection } = room.deps.tiltak;
    const reads = { pages: 0, records: 0 };
    const page: typeof room.deps.tiltak.page = async (of, options) => {
      const found = await room.deps.tiltak.page(of, options);
      reads.pages++;
      reads.records += found.records.length;
      return found;
    };
    return { reads, within: { ...room, deps: { ...room.deps, tiltak: { ...room.deps.tiltak, collection, page } } } };
  }

  test('is read a page at a time: each tiltak is on one page, and a page costs what it shows', async () => {
    await withTiltak(many(130));
    const seen: string[] = [];
    let path: string | undefined = LIST;
    while (path !== undefined) {
      const { reads, within } = counted();
      const listed: WireTiltakList = await page('ola', path, within);
      expect(listed.items.length).toBeLessThanOrEqual(50);
      // the first one counts them all as well
      const isFirst = path === LIST;
      expect(reads.pages).toBe(isFirst ? 2 : 1);
      expect(reads.records).toBeLessThanOrEqual(isFirst ? 51 + 130 : 51);
      expect(listed.glance === undefined).toBe(!isFirst);
      seen.push(...textsOf(listed));
      path = listed.next;
    }
    const odd = Array.from({ length: 65 }, (_, i) => String(2 * i + 1));
    const even = Array.from({ length: 65 }, (_, i) => String(2 * i));
    expect(seen).toEqual([...odd, ...even]);
  });

  test('has no page after the last, also where that one is full', async () => {
    await withTiltak(many(50));
    expect((await list('ola')).next).toBeUndefined();
    await room.deps.tiltak.collection.insert(aPlanned(50));
    const { next } = await list('ola');
    expect(textsOf(await page('ola', next ?? ''))).toEqual(['50']);
  });

  test('keeps its filters from page to page, and looks through so much and no more for one page', async () => {
    await withTiltak([...many(1200), aPlanned(2000, { owner: 'Havnes' })]);
    expect(await list('ola')).not.toHaveProperty('glance');
    const { reads, within } = counted();
    const first = await page<WireTiltakList>('ola', `${LIST}?q=havnes`, within);
    expect(first.items).toEqual([]);
    expect(first.looked).toMatch(/^Jeg har lett gjennom 1\s000 tiltak\. Velg «Vis flere» for å lete videre\.$/);
    // what there is too much of is counted on its own page
    expect(reads).toEqual({ pages: 2 + 3, records: 1000 + 1201 });
    const second = await page<WireTiltakList>('ola', first.next ?? '');
    expect(textsOf(second)).toEqual(['2000']);
    expect(second.looked).toBeUndefined();
  }, 60_000);

  test('of what is one’s own is read on too', async () => {
    const own = { owner: 'Kari', ownerKeys: ['person:kari'], contactIds: ['kari'] };
    await withTiltak(Array.from({ length: 60 }, (_, n) => aPlanned(n, own)));
    const first = await list('kari', 'owner=mine');
    const second = await page<WireTiltakList>('kari', first.next ?? '');
    expect([...textsOf(first), ...textsOf(second)]).toEqual(Array.from({ length: 60 }, (_, n) => String(n)));
    expect(second.next).toBeUndefined();
  });
});

test('what was decided in a closed sak is for those who may read the sak, in the list, the figures, and by itself', async () => {
  await room.deps.saker.collection.insert(anAcceptedSak('lukket', { closed: true, proposedAt: said().at }));
  const secret = aPlanned(7, {
    text: 'Hemmelig',
    source: { sakId: 'lukket', number: '9/26', point: 2 },
    place: { focusArea: 'Lukket område' },
  });
  await room.deps.tiltak.collection.insert(secret);
  const figures = (person: string) => page<WireTiltakOverTime>(person, `${LIST}-over-time`);
  for (const person of ['kari', 'siv', 'nina']) {
    expect(textsOf(await list(person))).toContain('Hemmelig');
    expect((await figures(person)).areas.map(({ text }) => text)).toContain('Lukket område');
    const one = await page<WireTiltak>(person, 'tiltak/tiltak-7');
    expect(one.facts).toContainEqual({ label: 'Kommer fra', value: 'Sak 9/26, vedtakspunkt 2', path: 'saker/lukket' });
  }
  // may speak, and has no vote
  expect(textsOf(await list('per'))).not.toContain('Hemmelig');
  expect(textsOf(await list('per', 'q=hemmelig'))).toEqual([]);
  expect((await figures('per')).areas.map(({ text }) => text)).not.toContain('Lukket område');
  expect((await figures('per')).glance).toMatch(/^5 tiltak/);
  await refused(page('per', 'tiltak/tiltak-7'));
  // whoever answers for it sees where it comes from, and no way there
  const theirs = { ownerKeys: ['person:fremmed'], contactIds: ['fremmed'] };
  await room.deps.tiltak.collection.insert({ ...secret, ...theirs, id: 'tiltak-8' });
  const { facts } = await page<WireTiltak>('fremmed', 'tiltak/tiltak-8');
  expect(facts).toContainEqual({ label: 'Kommer fra', value: 'Sak 9/26, vedtakspunkt 2' });
});

describe('one tiltak', () => {
  const one = (person: string, n: number) => page<WireTiltak>(person, `tiltak/tiltak-${n}`);

  test('is told as it is written and as it is understood, with all that has happened', async () => {
    const shown = await one('ola', 1);
    expect(shown).toMatchObject({
      plan: 'Handlingsplan 2024–2026 (SSU)',
      listPath: 'committees/committee-1/tiltak?plan=plan-1',
      title: 'Tiltak nummer 1',
      state: { text: 'I gang', look: 'info' },
      prose: 'Vi er i gang.',
      remarks: [],
    });
    expect(shown.facts).toContainEqual({ label: 'Frist', value: 'våren 2026 (31.05.26)' });
    expect(shown.facts).toContainEqual({ label: 'Spørres', value: 'kari' });
    expect(shown.history.map(({ what }) => what.split('\n')[0])).toEqual([
      'I gang (02.03.26, kari)',
      'Tiltaket ble lest inn med planen. (12.01.26, siv)',
    ]);
    expect(shown.form).toBeUndefined();
    expect(shown.actions).toEqual([]);
  });

  test('is answered by its owner through the card’s own verb, and what was said since is seen first', async () => {
    const { form } = await one('kari', 0);
    expect(form?.remarks).toEqual([]);
    await room.card('kari', { ...form?.action, class: 'delayed', text: 'Venter på tall.', due: 'juni 2026' });
    const after = await one('kari', 0);
    expect(after).toMatchObject({
      state: { text: 'Forsinket' },
      prose: 'Venter på tall.',
      form: { action: { seen: 1 } },
    });
    expect(after.facts).toContainEqual({ label: 'Frist', value: 'juni 2026 (30.06.26)' });
    const chat = linesOf(await room.card('kari', { verb: 'tiltak.one', tiltakId: 'tiltak-0' }));
    expect(chat).toContain('Status: Forsinket');
    expect(chat).toContain('Frist: juni 2026 (30.06.26)');
    await room.card('siv', { ...form?.action, class: 'done' });
    expect((await room.stored(0)).statuses).toHaveLength(1);
  });

  test('is registered by the secretariat on behalf of its owner, and says so', async () => {
    const { form, actions } = await one('siv', 0);
    expect(form?.remarks).toEqual(['Du svarer på vegne av den ansvarlige, og det vises.']);
    expect(actions.map(({ text }) => text)).toEqual([
      'Spør meg om en måned',
      'Ikke mitt ansvar',
      'Endre',
      'Ta ut av planen',
    ]);
  });

  test('that was taken out can be taken in again, and is not answered', async () => {
    await room.card('siv', { verb: 'tiltak.close', tiltakId: 'tiltak-1' });
    const shown = await one('siv', 1);
    expect(shown.remarks).toEqual(['Tiltaket er tatt ut av planen. Ingen blir spurt om det.']);
    expect(shown.form).toBeUndefined();
    expect(shown.actions.map(({ text }) => text)).toEqual(['Ta inn i planen igjen']);
  });

  test('says when it is asked about next, and when nobody is', async () => {
    await room.card('kari', { verb: 'tiltak.snooze', tiltakId: 'tiltak-1' });
    const asks = async (n: number) =>
      (await one('ola', n)).facts.find(({ label }) => label === 'Spørres neste gang')?.value;
    expect(await asks(1)).toBe('onsdag 1. april 2026');
    expect(await asks(3)).toBe('Ingen spørsmål er planlagt');
    expect(await asks(2)).toBeUndefined();
  });

  test('of somebody else is not told of', async () => {
    await refused(one('fremmed', 1));
    await refused(page('kari', 'tiltak/x'));
  });
});

describe('the figures', () => {
  test('are those of the plan’s card, with the list that each counts', async () => {
    const shown = await page<WireTiltakOverTime>('ola', `${LIST}-over-time?plan=plan-1`);
    expect(shown.glance).toBe('5 tiltak, 1 over fristen, 1 uten ansvarlig, 2 uten noen å spørre, 3 uten frist.');
    expect(shown.areas).toEqual([
      { text: 'Pasientforløp', path: 'committees/committee-1/tiltak?plan=plan-1&area=Pasientforl%C3%B8p' },
      { text: 'Rekruttering', path: 'committees/committee-1/tiltak?plan=plan-1&area=Rekruttering' },
    ]);
    expect(shown.figures).toContainEqual({
      label: 'Gjennomført',
      value: '2',
      path: 'committees/committee-1/tiltak?plan=plan-1&class=done',
    });
    for (const { value, path } of shown.figures)
      expect(String((await page<WireTiltakList>('ola', path)).items.length)).toBe(value);
  });

  test('say how many had each status month by month since the plan began, the same in words', async () => {
    const shown = await page<WireTiltakOverTime>('ola', `${LIST}-over-time`);
    expect(shown.months).toEqual([
      { text: 'januar 2026', short: 'jan. 26' },
      { text: 'februar 2026', short: 'feb. 26' },
      { text: 'mars 2026 (nå)', short: 'nå' },
    ]);
    expect(shown.series).toEqual([
      { key: 'in-progress', text: 'I gang', counts: [0, 0, 1] },
      { key: 'done', text: 'Gjennomført', counts: [0, 0, 2] },
      { key: 'prose', text: 'Status uten klasse', counts: [1, 1, 1] },
      { key: 'none', text: 'Uten status', counts: [4, 4, 1] },
    ]);
    expect(shown.sentence).toBe(
      'Antall tiltak med hver status ved utgangen av hver måned. Januar 2026: 1 status uten klasse, 4 uten status. Nå: 1 i gang, 2 gjennomført, 1 status uten klasse, 1 uten status.',
    );
  });

  test('of nothing say so', async () => {
    const shown = await page<WireTiltakOverTime>('ola', `${LIST}-over-time?plan=loose`);
    expect(shown).toMatchObject({ glance: '0 tiltak.', series: [], sentence: 'Det er ingen tiltak å vise ennå.' });
    expect(shown.months).toHaveLength(1);
  });

  test('count tiltak that are more than a page, each once', async () => {
    await withTiltak(Array.from({ length: 620 }, (_, n) => aPlanned(n)));
    const shown = await page<WireTiltakOverTime>('ola', `${LIST}-over-time`);
    expect(shown.glance).toMatch(/^620 tiltak/);
    expect(shown.series).toEqual([{ key: 'none', text: 'Uten status', counts: [620, 620, 620] }]);
  }, 60_000);
});
