import { describe, expect, test } from 'vitest';
import type { WireMeeting, WireMeetings } from '../../bot/tab-api/wire-meetings.ts';
import { anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { aForfall } from '../support/called-in.ts';
import { inhabilIn, WHOLE } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW } from '../support/records.ts';
import { at, meetingsTabs, twoSaker, verbs } from '../support/tab-meetings.ts';
import { expectRefused, tabPage } from '../support/tab-page.ts';

const LIST = 'committees/committee-1/meetings';
const titles = ({ agenda }: Pick<WireMeeting, 'agenda'>) => agenda.map(({ title }) => title);

const on = meetingsTabs();

describe('the list of a committee’s meetings', () => {
  test('has those to come with time, place, state and who comes, and the ways of the plan', async () => {
    const page = await on.tab.list('kari');
    expect(page.items).toEqual([
      {
        path: 'meetings/meeting-1',
        when: 'Tirsdag 14. april 2026 kl. 12.00–14.00',
        place: 'Digitalt',
        state: { text: 'Innkalt', look: 'info' },
        coming: '1 kommer, 1 forfall, 1 har ikke svart',
      },
    ]);
    expect(page.actions.map(({ action }) => action.verb)).toEqual(['meeting.calendar']);
    expect((await on.tab.list('siv')).actions.map(({ action }) => action.verb)).toEqual([
      'meeting.calendar',
      'meeting.form',
      'meeting.lines-form',
      'meeting.coming-form',
      'counts.show',
    ]);
  });

  test('has those before with the last one first, each once and with what became of it', async () => {
    const cancelled = { at: NOW, by: 'siv' };
    const before = Array.from({ length: 120 }, (_, n) =>
      aMeeting({ id: `past-${n}`, ...at(-24 * (n + 1)), state: 'held' }),
    );
    const off = aMeeting({ id: 'off', ...at(-20), state: 'cancelled', cancelled });
    await on.reopen(aMeeting({ id: 'open', ...at(-30) }), [], [...before, off]);
    const seen: string[] = [];
    for (let next: string | undefined = `${LIST}?past=1`; next !== undefined; ) {
      const page: WireMeetings = await tabPage(on.tab.room.deps, 'kari', next, 'meetings');
      seen.push(...page.items.map(({ path, state }) => `${path.replace('meetings/', '')}: ${state.text}`));
      next = page.next;
    }
    expect(seen).toHaveLength(122);
    expect(new Set(seen).size).toBe(122);
    expect(seen.slice(0, 3)).toEqual([
      'off: Avlyst 02.03.26 av siv',
      'past-0: Holdt',
      'open: Planlagt. Tidspunktet er passert, men møtet er ikke avsluttet.',
    ]);
    expect((await on.tab.list('kari')).items).toEqual([]);
  });

  test('a vara finds those they are called in for, and no other one', async () => {
    const forfall = [aForfall(WHOLE)];
    await on.reopen(aSentMeeting(twoSaker, { forfall }), [], [aMeeting({ id: 'meeting-2', ...at(24 * 90) })]);
    expect((await on.tab.list('vera')).items.map(({ path }) => path)).toEqual(['meetings/meeting-1']);
    expect((await on.tab.list('vera')).actions).toEqual([]);
    expect((await on.tab.list('odd')).items).toEqual([]);
  });

  test('«Kommende saker» stand there with the day that each is wished for', async () => {
    await on.reopen(aMeeting({ coming: [{ title: 'Budsjett', wishedMeetingId: 'meeting-1' }, { title: 'Strategi' }] }));
    expect((await on.tab.list('kari')).named).toEqual(['Budsjett (ønsket 14.04.26)', 'Strategi']);
    expect((await on.tab.meeting('kari')).notes).toEqual(['Ønsket hit: Budsjett']);
  });

  test('a member of another committee gets nothing', async () => {
    for (const reading of [
      on.tab.list('ute'),
      on.tab.meeting('ute'),
      on.tab.meeting('odd'),
      on.tab.meeting('kari', 'no-such-meeting'),
    ])
      await expectRefused(reading);
    expect(await on.tab.panel('ute')).toBeUndefined();
  });
});

describe('the agenda of a meeting', () => {
  test('has each sak with its number, kind and papers, and leads to it', async () => {
    const vedlegg = { kind: 'link', url: 'https://eksempel.no/a', name: 'Notat' } as const;
    const sak = anAcceptedSak('sak-3', { attachments: [vedlegg] });
    await on.reopen(aSentMeeting([...twoSaker, sak]), [sak]);
    expect((await on.tab.meeting('kari')).agenda).toEqual([
      { number: '12/26', title: 'Sak om sak-1', kind: 'Beslutningssak', path: 'saker/sak-1', papers: [], vedtak: [] },
      {
        number: '13/26',
        title: 'Sak om sak-2 (lukket)',
        kind: 'Drøftingssak',
        path: 'saker/sak-2',
        papers: [],
        vedtak: [],
      },
      { title: 'Sak om sak-3', path: 'saker/sak-3', papers: ['Vedlegg 21: Notat'], vedtak: [] },
    ]);
  });

  test('that is being built is shown to those who build it alone', async () => {
    await on.reopen(aMeeting({ items: [{ sakId: 'sak-1' }], agendaRevision: 1 }));
    for (const person of ['kari', 'per']) {
      const page = await on.tab.meeting(person);
      expect(page, person).toMatchObject({ agenda: [], attendance: [], agendaState: 'Sakslisten er ikke sendt ennå.' });
      expect(JSON.stringify(page)).not.toContain('sak-1');
    }
    for (const person of ['siv', 'lise', 'nina']) {
      expect((await on.tab.meeting(person)).agenda, person).toMatchObject([{ title: 'Sak om sak-1', isDraft: true }]);
      expect(verbs(await on.tab.meeting(person))).toContain('agenda.build');
    }
  });

  test('what is added after it was sent is shown to those who build it alone', async () => {
    const sent = aSentMeeting(twoSaker);
    const added = anAcceptedSak('added');
    await on.reopen({ ...sent, items: [...sent.items, { sakId: 'added' }] }, [added]);
    expect(titles(await on.tab.meeting('siv'))).toEqual(['Sak om sak-1', 'Sak om sak-2 (lukket)', 'Sak om added']);
    expect(titles(await on.tab.meeting('kari'))).toEqual(['Sak om sak-1', 'Sak om sak-2 (lukket)']);
  });

  test('of a closed sak those who may not see it get that it is there: no vote, or inhabil', async () => {
    expect(titles(await on.tab.meeting('per'))).toEqual(['Sak om sak-1', 'Lukket sak']);
    await on.reopen(aSentMeeting(twoSaker, { forfall: [aForfall(inhabilIn('sak-2'), { calls: [] })] }));
    const point = (await on.tab.meeting('kari')).agenda[1];
    expect(point).toEqual({ number: '13/26', title: 'Lukket sak', papers: [], vedtak: [] });
    expect((await on.tab.meeting('ola')).agenda[1]).toMatchObject({ title: 'Sak om sak-2 (lukket)' });
  });

  test('a vara reads what was sent from a card, as in the chat', async () => {
    await on.reopen(aSentMeeting(twoSaker, { forfall: [aForfall(WHOLE)] }));
    const page = await on.tab.meeting('vera');
    expect(page.agenda).toMatchObject([
      { title: 'Sak om sak-1', read: { action: { verb: 'agenda.read', meetingId: 'meeting-1', sakId: 'sak-1' } } },
      { title: 'Sak om sak-2 (lukket)', read: { action: { verb: 'agenda.read', sakId: 'sak-2' } } },
    ]);
    expect(page.agenda.every(({ path }) => path === undefined)).toBe(true);
    expect(page.notes).toContain('Du møter som vara for kari (kari kommune).');
    expect(verbs(page)).not.toContain('forfall.status');
  });

  test('what became of a sak stands there, and what is written so far only to those who write it', async () => {
    const decided = anAcceptedSak('sak-3', {
      status: 'decided',
      meetingId: 'meeting-1',
      vedtak: ['SSU vedtar planen.'],
    });
    const protocol = [{ sakId: 'sak-1', outcome: 'utsatt', vedtak: [], at: NOW, by: 'siv' }] as const;
    const forfall = [aForfall(WHOLE)];
    const written = { forfall, protocol: protocol.map((one) => ({ ...one, vedtak: [] })) };
    await on.reopen(aSentMeeting([...twoSaker, decided], written), [decided]);
    // the chat gives a vara the papers and no more
    expect((await on.tab.meeting('vera')).agenda[2]).toMatchObject({ title: 'Sak om sak-3', vedtak: [] });
    expect((await on.tab.meeting('kari')).agenda[2]).toMatchObject({ vedtak: ['SSU vedtar planen.'] });
    expect((await on.tab.meeting('siv')).agenda[0]).toMatchObject({ outcome: 'Utsatt' });
    expect((await on.tab.meeting('kari')).agenda[0]).not.toHaveProperty('outcome');
  });
});
