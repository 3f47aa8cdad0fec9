import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '../../bot/actions/round-answer.ts';
import { render } from '../../bot/render.ts';
import type { WireRound } from '../../bot/tab-api/wire-rounds.ts';
import type { Deps } from '../../bot/turn.ts';
import type { Round } from '../../store/round/record.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { buttonsOf } from '../support/cards.ts';
import { afterSaying, anInnspill, aSigning, aVote } from '../support/matter-rounds.ts';
import {
  aCommittee,
  answered,
  aPerson,
  aReferat,
  aRound,
  aSeat,
  DEADLINE,
  delivered,
  hashOf,
  NOW,
  objection,
} from '../support/records.ts';
import { readTab } from '../support/tab-reading.ts';

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  for (const id of ['siv', 'lise', 'nina', 'kari', 'ola', 'per', 'ove'])
    await deps.persons.collection.insert(aPerson(id));
  await deps.committees.collection.insert(aCommittee());
  await deps.referater.collection.insert(aReferat());
});
afterEach(() => store.close());

const keep = (...rounds: readonly Round[]) => Promise.all(rounds.map((one) => deps.rounds.collection.insert(one)));
const list = (who: string, query = '') => readTab(deps, who, 'rounds', `committees/committee-1/rounds${query}`);
async function one(who: string, round: Round): Promise<WireRound> {
  await keep(round);
  const page = await readTab(deps, who, 'round', `rounds/${round.id}`);
  if (page === undefined) throw new Error(`${who} sees nothing of it`);
  return page;
}

/** A round that is over, opened on this day. */
function closed(id: string, day: string, changes: Partial<Round> = {}): Round {
  const { closeDueAt: _due, remindDueAt: _ladder, runningIn: _running, ...round } = aRound();
  const openedAt = new Date(`${day}T09:00:00Z`);
  return { ...round, id, status: 'approved', openedAt, closedAt: openedAt, waitingFor: [], ...changes };
}

describe('the rounds of a committee', () => {
  test('are those that run, then those that are over, the newest first', async () => {
    const undecided = { ...aRound(), id: 'undecided', status: 'undecided' as const, deadline: NOW };
    await keep(
      closed('older', '2026-01-10'),
      closed('newer', '2026-02-10'),
      closed('last-year', '2025-12-31'),
      undecided,
      {
        ...aRound(),
        id: 'open',
      },
    );
    const page = await list('siv');
    expect(page?.items.map(({ path }) => path)).toEqual(
      ['undecided', 'open', 'newer', 'older'].map((id) => `rounds/${id}`),
    );
    expect(page?.items.map(({ state }) => state.text)).toEqual(['Ikke avgjort', 'Pågår', 'Godkjent', 'Godkjent']);
    expect(page?.items[1]).toMatchObject({
      due: 'Svarfrist mandag 9. mars 2026 kl. 15.00',
      answered: '0 av 2 har svart',
    });
    const before = await list('siv', `?${page?.next?.split('?')[1]}`);
    expect(before?.items.map(({ path }) => path)).toEqual(['rounds/last-year']);
    expect(before?.next).toBeUndefined();
  });

  test('are all shown once, a page at a time, however many there are in a year', async () => {
    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2025, 0, 2 + n)).toISOString().slice(0, 10));
    await keep(...days.map((day, n) => closed(`round-${n}`, day)), closed('first', '2022-05-05'));
    const seen: string[] = [];
    let query = '';
    let pages = 0;
    for (let more = true; more; pages++) {
      const page = await list('siv', query);
      expect(page?.items.length).toBeLessThanOrEqual(50);
      seen.push(...(page?.items.map(({ path }) => path) ?? []));
      more = page?.next !== undefined;
      query = `?${page?.next?.split('?')[1]}`;
    }
    expect(seen).toEqual([...days.map((_, n) => `rounds/round-${59 - n}`), 'rounds/first']);
    expect(pages).toBe(3);
  });

  test.each(['?after=9999.0', '?after=0001.0', '?after=2026.9999', '?after=x', '?after=2026.-1'])(
    'are asked for from nowhere by %s, and it is no trouble',
    async (query) => {
      await keep(closed('one', '2026-01-10'));
      expect((await list('siv', query))?.page).toBe('rounds');
    },
  );

  test('are for a member those that ask them, with their own answer and without the count', async () => {
    await keep(
      answered(aRound(), ['kari']),
      closed('not-hers', '2026-01-10', { seats: aRound().seats.filter(({ holderId }) => holderId !== 'kari') }),
    );
    const page = await list('kari');
    expect(page?.items).toHaveLength(1);
    expect(page?.items[0]?.own).toMatch(/^Du godkjente/);
    expect(page?.items[0]?.answered).toBeUndefined();
    expect((await list('ola'))?.items[0]?.own).toBe('Du har ikke svart ennå.');
    expect((await list('per'))?.items).toEqual([]);
    expect(await list('ove')).toBeUndefined();
  });

  test('say how many have answered to everybody of the committee where the chat of it does', async () => {
    const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
    await keep({ ...answered(aRound(), ['ola']), shared });
    expect((await list('kari'))?.items[0]?.answered).toBe('1 av 2 har svart');
  });
});

describe('a round', () => {
  test.each<[string, () => Round]>([
    ['a referat', () => aRound()],
    ['a vedtak', () => aVote({ kind: 'everyone' })],
    ['innspill', () => anInnspill()],
  ])('about %s is answered by the very buttons and fields of its card', async (_what, round) => {
    const page = await one('kari', round());
    const { card } = await render(deps, 'kari', { view: 'round', roundId: round().id });
    const inCard = buttonsOf(card).filter(({ data }) => 'textHash' in data);
    const inPage = page.forms.flatMap(({ buttons }) => buttons);
    expect(inPage.map(({ action }) => action)).toEqual(inCard.map(({ data }) => data));
    expect(inPage.length).toBeGreaterThan(0);
    const fields = page.forms.flatMap(({ inputs }) => inputs.map(({ id }) => id));
    for (const id of fields) expect(JSON.stringify(card)).toContain(`"id":"${id}"`);
    expect(page.more.map(({ action }) => action)).toEqual(
      buttonsOf(card)
        .filter(({ verb }) => verb === 'file.send')
        .map(({ data }) => data),
    );
  });

  test.each<[string, () => Round, string]>([
    ['a referat', () => aRound(), 'Referatet'],
    ['a referat that is approved', () => closed('over', '2026-01-10'), 'Referatet'],
    ['a vedtak', () => aVote({ kind: 'everyone' }), 'Saken'],
    ['innspill', () => anInnspill(), 'Det som er sendt ut'],
    ['a document to sign', () => aSigning(), 'Dokumentet'],
  ])('about %s has a heading of what it is over its text', async (_what, round, title) => {
    const page = await one('siv', round());
    expect(page.textTitle).toBe(title);
    expect(page.text).not.toBe('');
  });

  test('that is signed is signed by its leaders', async () => {
    const page = await one('lise', aSigning());
    expect(page.forms.flatMap(({ buttons }) => buttons.map(({ action }) => action.verb))).toEqual([
      'round.sign',
      'round.remark',
    ]);
    expect(page.forms[0]?.about.join()).toContain('Når du signerer');
  });

  test('asks about its newest text, and says what is new about it', async () => {
    const text = 'Sak 1: Innkallingen er godkjent.';
    const { versions, ...referat } = aReferat();
    const version = { ...versions[0], text, hash: hashOf(text), at: NOW, by: 'siv' };
    await deps.referater.collection.replace({ ...referat, versions: [...versions, version], version: 1 }, 0);
    const { textHashes, ...round } = aRound();
    const page = await one('kari', { ...round, textHashes: [...textHashes, hashOf(text)] });
    expect(page.text).toBe(text);
    expect(page.forms[0]?.buttons[0]?.action).toMatchObject({ textHash: hashOf(text) });
    expect(page.notes).toEqual([expect.stringContaining('Skrivefeil er rettet')]);
    expect(page.more.map(({ text: said }) => said)).toContain('Vis endringene');
  });

  test('is answered once for all the seats of one person, and names them', async () => {
    const committee = aCommittee({
      seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2', name: 'Bruker' }), aSeat('ola')],
    });
    const round = aRound({}, committee);
    const page = await one('kari', answered(round, ['kari']));
    expect(page.facts).toContainEqual({ label: 'Du svarer for', value: 'kari kommune, Bruker' });
    expect(page.own?.lines).toHaveLength(1);
  });

  test('shows a remark to who made it, and may be answered anew while it runs', async () => {
    const page = await one('kari', answered(aRound(), ['kari', objection]));
    expect(page.own).toMatchObject({
      said: ['Merknad til innholdet: Vedtakspunkt 2 mangler'],
      isAnswered: true,
    });
    expect(page.forms).not.toEqual([]);
  });

  test('that is over cannot be answered, and says how it ended', async () => {
    const page = await one('kari', { ...closed('over', '2026-01-10'), answers: [] });
    expect(page).toMatchObject({
      forms: [],
      notes: ['Referatet er godkjent.'],
      own: { lines: ['Du svarte ikke på denne e-postrunden.'] },
      due: 'Avsluttet 10.01.26 kl. 10.00',
    });
  });

  test('shows who answered what to those who run it alone, as its status card does', async () => {
    const round = afterSaying(aVote({ kind: 'majority' }), ['kari', 'for', 'Bra'], ['ola', 'against']);
    const page = await one('siv', round);
    expect(page.figures).toContainEqual({ label: 'For', value: expect.stringMatching(/^1 av/) });
    expect(page.seats.map(({ who, state }) => `${who}: ${state.text}`)).toEqual(
      expect.arrayContaining(['KARI: Stemte for', 'OLA: Stemte mot']),
    );
    expect(page.said).toEqual([expect.stringContaining('Bra')]);
    expect(page.history.map(({ what }) => what).join()).toContain('Stemte mot');
    const { card } = await render(deps, 'siv', { view: 'round-status', roundId: round.id });
    const wanted = buttonsOf(card).filter(({ verb }) => verb !== 'round.status');
    expect(page.actions.map(({ action }) => action)).toEqual(wanted.map(({ data }) => data));
    const own = await readTab(deps, 'ola', 'round', `rounds/${round.id}`);
    expect(own).toMatchObject({ figures: [], seats: [], said: [], history: [], actions: [] });
    expect(JSON.stringify(own)).not.toContain('Bra');
    expect(JSON.stringify(own)).not.toContain('KARI');
  });

  test('whose card is only on its way is to nobody somebody who was not reached', async () => {
    const page = await one('siv', aRound());
    expect(page.seats.map(({ state }) => state)).toEqual([
      { text: 'Ikke svart', look: 'neutral' },
      { text: 'Ikke svart', look: 'neutral' },
    ]);
  });

  test('whose holder has the card and may still answer is not said to have been silent', async () => {
    const reached = { ...aRound(), deliveries: [delivered('kari'), delivered('ola')] };
    expect((await one('siv', reached)).seats.map(({ state }) => state.text)).toEqual(['Ikke svart', 'Ikke svart']);
    const over = closed('over', '2026-01-10', { deliveries: reached.deliveries });
    expect((await one('siv', over)).seats.map(({ state }) => state.text)).toEqual(['Svarte ikke', 'Svarte ikke']);
  });

  test('that is answered in the tab renews the card in the chat, which still asks', async () => {
    const round = { ...aRound(), deliveries: [delivered('kari'), delivered('ola')] };
    await keep(round);
    const kari = await deps.persons.collection.get('kari');
    if (kari === undefined) throw new Error('nobody');
    const place = { kind: 'tab', conversationId: 'tab:kari', serviceUrl: '' } as const;
    const turn = { person: kari, tenantId: kari.tenantId, place, turnId: 'turn-1', receivedAt: NOW };
    await answer(deps, turn, round.id, { choice: 'approve', textHash: round.textHashes.at(-1) ?? '' });
    const { outbox = [] } = (await deps.rounds.collection.get(round.id)) ?? {};
    expect(outbox).toMatchObject([{ kind: 'seat-card-update', holderId: 'kari' }]);
  });

  test('leads to the rounds about the same before and after it, for who may read them', async () => {
    const first = { ...closed('round_referat-1_1', '2026-01-10'), status: 'replaced' as const, number: 1 };
    await keep({ ...aRound(), id: 'round_referat-1_2', number: 2 });
    expect((await one('kari', first)).links).toEqual([{ text: 'Ny runde: nr. 2', path: 'rounds/round_referat-1_2' }]);
    const second = await readTab(deps, 'kari', 'round', 'rounds/round_referat-1_2');
    expect(second?.links).toEqual([{ text: 'Runde nr. 1', path: 'rounds/round_referat-1_1' }]);
  });

  test('tells whose seat was moved who answers now, and nothing else', async () => {
    const round = aRound();
    const seats = round.seats.map((seat) =>
      seat.holderId === 'kari' ? { ...seat, holderId: 'vera', holderName: 'Vera' } : seat,
    );
    const line = { at: NOW, by: 'siv', what: 'seat-moved', seatId: 'seat-kari', onBehalfOf: 'kari' };
    const moved = { ...round, seats, history: [...round.history, line] };
    await keep({ ...closed('over', '2026-01-10'), seats, history: moved.history });
    const page = await one('kari', moved);
    const unsaid = { state: { text: 'En annen svarer', look: 'neutral' }, due: '' };
    expect((await list('kari'))?.items).toMatchObject([unsaid, unsaid]);
    expect(await readTab(deps, 'kari', 'round', 'rounds/over')).toMatchObject(unsaid);
    expect(page).toMatchObject({
      ...unsaid,
      text: '',
      notes: ['Vera svarer nå for plassen. Du trenger ikke å gjøre noe.'],
      forms: [],
    });
    expect(page.own).toBeUndefined();
  });

  test('is nothing to a member who is not asked, to others, and when there is none', async () => {
    await keep(aRound({ deadline: DEADLINE }));
    for (const [who, path] of [
      ['per', `rounds/${aRound().id}`],
      ['ove', `rounds/${aRound().id}`],
      ['siv', 'rounds/nowhere'],
    ] as const)
      expect(await readTab(deps, who, 'round', path)).toBeUndefined();
  });
});
