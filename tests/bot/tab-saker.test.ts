import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireSak, WireSaker } from '../../bot/tab-api/wire-saker.ts';
import { tiltakIdFor } from '../../bot/vedtak.ts';
import type { Sak } from '../../store/sak/record.ts';
import { aCommitteeWithVaras } from '../support/forfall.ts';
import { aTiltak } from '../support/minutes-room.ts';
import { aProposing, april, fsu, may, type Proposing, ssu } from '../support/proposing.ts';
import { NOW } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';
import { expectRefused, tabPage } from '../support/tab-page.ts';

const LIST = 'committees/committee-1/saker';
const MINUTE = 60_000;

let bot: Proposing;
beforeEach(async () => {
  bot = await aProposing([april, may]);
});
afterEach(() => bot.end());

const store = (...saker: readonly Sak[]) => Promise.all(saker.map((sak) => bot.deps.saker.collection.insert(sak)));
const list = (person: string, query = '') => tabPage(bot.deps, person, `${LIST}${query}`, 'saker');
const sak = (person: string, id = 'sak-1') => tabPage(bot.deps, person, `saker/${id}`, 'sak');
const titles = ({ items }: WireSaker) => items.map(({ title }) => title);
const verbs = ({ forms }: WireSak) => forms.flatMap(({ buttons }) => buttons.map(({ action }) => action.verb));

/** A sak that was proposed this many minutes after the others. */
const later = (id: string, minutes: number, changes: Partial<Sak> = {}) =>
  aSak({ id, title: id, proposedAt: new Date(NOW.getTime() + minutes * MINUTE), ...changes });

describe('the list of a committee’s saker', () => {
  test('has the newest first, each with its number, its state in words, and whom it is from', async () => {
    const onAgenda = { status: 'scheduled', number: '12/26', meetingId: 'meeting-1' } as const;
    await store(later('first', 0), later('last', 2, onAgenda), later('second', 1));
    const page = await list('kari');
    expect(titles(page)).toEqual(['last', 'second', 'first']);
    expect(page.items[0]).toEqual({
      path: 'saker/last',
      number: '12/26',
      title: 'last',
      state: {
        text: 'På saksliste som sak 12/26 i møtet tirsdag 14. april 2026 kl. 12.00–14.00',
        look: 'info',
      },
      from: 'Ola Nes, ola kommune',
      when: '02.03.26',
    });
  });

  test('is narrowed to those that stand so, and says which view is on', async () => {
    await store(
      later('new', 1),
      later('asked', 2, { status: 'returned' }),
      later('sent', 3, { status: 'scheduled', number: '12/26' }),
      later('over', 4, { status: 'decided' }),
      later('no', 5, { status: 'rejected' }),
      later('back', 6, { status: 'withdrawn' }),
    );
    const seen = async (state: string) => titles(await list('kari', `?state=${state}`));
    expect(await seen('behandles')).toEqual(['asked', 'new']);
    expect(await seen('saksliste')).toEqual(['sent']);
    expect(await seen('behandlet')).toEqual(['over']);
    expect(await seen('avsluttet')).toEqual(['back', 'no']);
    expect(await seen('constructor')).toHaveLength(6);
    const { filters } = await list('kari', '?state=behandlet');
    expect(filters.filter(({ isOn }) => isOn)).toEqual([
      { key: 'behandlet', text: 'Behandlet', isOn: true, path: `${LIST}?state=behandlet` },
    ]);
  });

  test('is searched by a piece of the title, in large letters or small, or by the beginning of the number', async () => {
    await store(
      later('a', 1, { title: 'Overgang til KOMMUNEN', number: '12/26' }),
      later('b', 2, { title: 'Øvelse 12/2026' }),
      later('c', 3, { title: 'Legevakt', number: '112/26' }),
    );
    const found = async (words: string) => titles(await list('kari', `?q=${encodeURIComponent(words)}`));
    expect(await found('kommunen')).toEqual(['Overgang til KOMMUNEN']);
    expect(await found('øvelse')).toEqual(['Øvelse 12/2026']);
    expect(await found('12/26')).toEqual(['Overgang til KOMMUNEN']);
    expect(await found('nothing')).toEqual([]);
    expect((await list('kari', '?q=legevakt')).filters[1]?.path).toBe(`${LIST}?state=behandles&q=legevakt`);
  });

  test('page by page has each sak once, however few of them are shown', async () => {
    const closed = { closed: true } as const;
    await store(...Array.from({ length: 130 }, (_, n) => later(`s${n}`, n, n % 3 === 0 ? closed : {})));
    const seen: string[] = [];
    let pages = 0;
    for (let next: string | undefined = LIST; next !== undefined; pages++) {
      const page: WireSaker = await tabPage(bot.deps, 'per', next, 'saker');
      seen.push(...titles(page));
      next = page.next;
    }
    expect(pages).toBeGreaterThan(1);
    const open = Array.from({ length: 130 }, (_, n) => n).filter((n) => n % 3 !== 0);
    expect(seen).toEqual(open.map((n) => `s${n}`).toReversed());
  });

  test('what is searched for is on the first page, however many newer ones there are', async () => {
    await store(...Array.from({ length: 120 }, (_, n) => later(`s${n}`, n)), later('needle', -1));
    expect(titles(await list('kari', '?q=needle'))).toEqual(['needle']);
  });

  test('a page that nobody gave out is refused', async () => {
    await expectRefused(list('kari', '?after=somewhere'));
  });

  test('a member of another committee gets nothing', async () => {
    await store(aSak());
    await expectRefused(list('ida'));
    await expectRefused(sak('ida'));
    await expectRefused(list('ute'));
    await expectRefused(sak('kari', 'no-such-sak'));
  });

  test('a closed sak is for voting members who are not inhabil, and for those who run the agenda', async () => {
    await store(aSak({ closed: true, recusedSeatIds: ['seat-kari'], proposedBy: 'eva' }));
    for (const person of ['ola', 'siv', 'lise', 'nina']) {
      expect(titles(await list(person)), person).toHaveLength(1);
      expect((await sak(person)).notes, person).toContain('Lukket sak: bare for stemmeberettigede medlemmer.');
    }
    for (const person of ['per', 'kari']) {
      expect(titles(await list(person)), person).toEqual([]);
      await expectRefused(sak(person));
    }
  });

  test('what is begun is shown to whoever began it, with the way back to it', async () => {
    await store(aDraft({ revision: 1 }));
    expect((await list('kari')).drafts).toEqual([]);
    expect((await list('ola')).drafts).toMatchObject([{ path: 'saker/sak-1', title: 'Ny sak', from: 'SSU' }]);
    await expectRefused(sak('kari'));
    expect(verbs(await sak('ola'))).toEqual(['sak.edit', 'sak.withdraw']);
  });

  test('what somebody has proposed to a committee they are not in stands in their own list', async () => {
    await store(aSak({ id: 'sak-2', committeeId: fsu.id, openIn: fsu.id }));
    expect((await list('ola')).elsewhere).toMatchObject([{ path: 'saker/sak-2', from: 'FSU BU' }]);
    expect((await list('kari')).elsewhere).toEqual([]);
    expect((await sak('ola', 'sak-2')).links).toEqual([]);
  });

  test('a sak is proposed from there, save in a committee that is closed', async () => {
    expect((await list('kari')).actions).toEqual([
      { text: 'Meld sak', action: { verb: 'sak.new', committeeId: 'committee-1' } },
    ]);
    await bot.end();
    const closed = { ...ssu, life: { closed: { at: NOW, by: 'siv' } } };
    bot = await aProposing([], [closed]);
    expect((await list('kari')).actions).toEqual([]);
  });

  test('a vara sees what the chat shows: none of the committee’s saker', async () => {
    await bot.end();
    bot = await aProposing([april], [aCommitteeWithVaras({ varaIds: ['vera', 'viggo', 'odd'] })]);
    await store(aSak());
    expect(titles(await list('vera'))).toEqual([]);
    await expectRefused(sak('vera'));
  });
});

describe('one sak', () => {
  test('says all that its card says, with its history in words', async () => {
    const attachment = { kind: 'link', url: 'https://eksempel.no/a', name: 'Notat' } as const;
    await store(aSak({ attachments: [attachment], type: 'beslutning', wishedMeetingId: 'meeting-1' }));
    const page = await sak('kari');
    expect(page).toMatchObject({
      title: 'Overgang fra sykehus til kommune',
      state: { text: 'Venter på behandling', look: 'warning' },
      attachments: [{ text: '1. Notat', url: 'https://eksempel.no/a' }],
      links: [{ text: 'Møte i SSU tirsdag 14. april 2026', path: 'meetings/meeting-1' }],
      history: [{ at: '02.03.26 kl. 10.00', what: 'ola sendte inn saken' }],
      forms: [],
    });
    expect(page.facts).toEqual([
      { label: 'Fra', value: 'Ola Nes, ola kommune' },
      { label: 'Type', value: 'Beslutningssak' },
      { label: 'Utvalg', value: 'SSU' },
      { label: 'Ønsket møte', value: 'Tirsdag 14. april 2026 kl. 12.00–14.00' },
    ]);
    expect(page.texts.map(({ heading }) => heading)).toEqual(['Saksframstilling', 'Forslag til vedtak']);
    expect(page.texts[0]?.paragraphs).toEqual([
      'Pasienter kommer hjem uten at kommunen vet det.',
      'Uker | Antall\n9 | 12\n10 | 15',
    ]);
  });

  test('those who run the agenda decide with the very buttons of its card, and choose a meeting', async () => {
    await store(aSak());
    for (const person of ['siv', 'lise', 'nina']) {
      const page = await sak(person);
      expect(verbs(page), person).toEqual(['sak.accept', 'sak.ask-form', 'sak.postpone-form', 'sak.reject-form']);
      expect(page.forms[0]?.inputs[0]).toMatchObject({ id: 'meetingId', kind: 'choice' });
    }
    expect(verbs(await sak('kari'))).toEqual([]);
  });

  test('whoever proposed it answers what was asked, changes it or takes it back', async () => {
    const request = { text: 'Hvor mange?', at: NOW, by: 'siv' };
    await store(aSak({ status: 'returned', requests: [request] }));
    const page = await sak('ola');
    expect(verbs(page)).toEqual(['sak.answer', 'sak.edit', 'sak.withdraw']);
    expect(page.texts.at(-1)?.paragraphs).toEqual(['siv spurte 02.03.26 kl. 10.00: Hvor mange?']);
  });

  test('leads to the tiltak of its vedtak, for those of the committee', async () => {
    const decided: Partial<Sak> = { status: 'decided', vedtak: ['En', 'To'], decidedByRound: 'round-9' };
    await store(aSak({ ...decided, proposedBy: 'eva' }));
    const stored = aSak(decided);
    const id = tiltakIdFor({ decidedBy: 'round-9', sak: stored }, 2, 1);
    await bot.deps.tiltak.collection.insert(aTiltak({ id, source: { sakId: 'sak-1', point: 2 } }));
    const page = await sak('kari');
    expect(page.vedtak).toEqual(['1. En', '2. To']);
    expect(page.links).toEqual([{ text: 'Tiltak: Hent tall', path: `tiltak/${id}` }]);
    expect((await sak('eva')).links).toEqual([]);
    expect(verbs(await sak('siv'))).toEqual(['tiltak.new-form', 'tiltak.new-form']);
  });

  test('what looks like it elsewhere is for those who run its agenda', async () => {
    const likeness = ['overgang', 'sykehus', 'kommune'];
    await store(
      aSak({ likeness, similarTo: ['sak-fsu'] }),
      aSak({ id: 'sak-fsu', committeeId: fsu.id, openIn: fsu.id, likeness, proposedBy: 'eva' }),
    );
    expect((await sak('siv')).similar).toMatchObject([{ button: { action: { verb: 'sak.similar' } } }]);
    expect((await sak('ola')).similar).toEqual([]);
  });
});
