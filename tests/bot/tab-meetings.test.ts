import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireMeeting, WireMeetings } from '../../bot/tab-api/wire-meetings.ts';
import type { Deps } from '../../bot/turn.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { aLedger, anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { aForfall } from '../support/called-in.ts';
import { inChat, SERVICE } from '../support/circulation.ts';
import { aCommitteeWithVaras, inhabilIn, WHOLE } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { aBallot } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';
import { expectRefused, tabPage } from '../support/tab-page.ts';

const HOUR = 3_600_000;
const LIST = 'committees/committee-1/meetings';
const committee = aCommitteeWithVaras({ varaIds: ['vera', 'viggo', 'odd'] });
const other = inChannel({
  id: 'committee-2',
  shortName: 'FSU',
  people: ['ute'],
  seats: [],
  roles: { secretariatIds: ['ute'] },
});
const saker = [
  anAcceptedSak('sak-1', { type: 'beslutning' }),
  anAcceptedSak('sak-2', { closed: true, type: 'drøfting' }),
];
const said = (who: string, comes: boolean) => ({ seatId: `seat-${who}`, comes, at: NOW, by: who });

let room: AgendaRoom;
const open = async (meeting: Meeting, more: readonly Sak[] = [], others: readonly Meeting[] = []) => {
  room = await anAgendaRoom([committee, other], [meeting, ...others], [...saker, ...more]);
  for (const id of ['vera', 'viggo', 'odd', 'ute']) await room.deps.persons.collection.insert(inChat(id));
  await room.deps.numbers.collection.insert(aLedger({ first: 12, sakIds: ['sak-1', 'sak-2'] }));
};
beforeEach(() => open(aSentMeeting(saker, { answers: [said('kari', true), said('ola', false)] })));
afterEach(() => room.end());

/** The room with other meetings. */
async function reopen(...given: Parameters<typeof open>): Promise<void> {
  await room.end();
  await open(...given);
}

const list = (person: string, query = '') => tabPage(room.deps, person, `${LIST}${query}`, 'meetings');
const meeting = (person: string, id = 'meeting-1') => tabPage(room.deps, person, `meetings/${id}`, 'meeting');
const panel = async (person: string, query = '') =>
  (await tabPage(room.deps, person, `panel${query}`, 'panel')).meeting;
const titles = ({ agenda }: Pick<WireMeeting, 'agenda'>) => agenda.map(({ title }) => title);
const verbs = ({ actions }: Pick<WireMeeting, 'actions'>) => actions.map(({ action }) => action.verb);
const seats = ({ attendance }: WireMeeting) => attendance.map(({ seat, who, state }) => [seat, who, state.text]);
const at = (hours: number, changes: Partial<Meeting> = {}) => ({
  startsAt: new Date(NOW.getTime() + hours * HOUR),
  endsAt: new Date(NOW.getTime() + (hours + 2) * HOUR),
  ...changes,
});
async function changeCommittee(deps: Deps, changes: Partial<Committee>): Promise<void> {
  await deps.committees.collection.replace(
    { ...committee, ...changes, version: committee.version + 1 },
    committee.version,
  );
}

describe('the list of a committee’s meetings', () => {
  test('has those to come with time, place, state and who comes, and the ways of the plan', async () => {
    const page = await list('kari');
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
    expect((await list('siv')).actions.map(({ action }) => action.verb)).toEqual([
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
    await reopen(aMeeting({ id: 'open', ...at(-30) }), [], [...before, off]);
    const seen: string[] = [];
    for (let next: string | undefined = `${LIST}?past=1`; next !== undefined; ) {
      const page: WireMeetings = await tabPage(room.deps, 'kari', next, 'meetings');
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
    expect((await list('kari')).items).toEqual([]);
  });

  test('a vara finds those they are called in for, and no other one', async () => {
    const forfall = [aForfall(WHOLE)];
    await reopen(aSentMeeting(saker, { forfall }), [], [aMeeting({ id: 'meeting-2', ...at(24 * 90) })]);
    expect((await list('vera')).items.map(({ path }) => path)).toEqual(['meetings/meeting-1']);
    expect((await list('vera')).actions).toEqual([]);
    expect((await list('odd')).items).toEqual([]);
  });

  test('«Kommende saker» stand there with the day that each is wished for', async () => {
    await reopen(aMeeting({ coming: [{ title: 'Budsjett', wishedMeetingId: 'meeting-1' }, { title: 'Strategi' }] }));
    expect((await list('kari')).named).toEqual(['Budsjett (ønsket 14.04.26)', 'Strategi']);
    expect((await meeting('kari')).notes).toEqual(['Ønsket hit: Budsjett']);
  });

  test('a member of another committee gets nothing', async () => {
    for (const reading of [list('ute'), meeting('ute'), meeting('odd'), meeting('kari', 'no-such-meeting')])
      await expectRefused(reading);
    expect(await panel('ute')).toBeUndefined();
  });
});

describe('the agenda of a meeting', () => {
  test('has each sak with its number, kind and papers, and leads to it', async () => {
    const vedlegg = { kind: 'link', url: 'https://eksempel.no/a', name: 'Notat' } as const;
    const sak = anAcceptedSak('sak-3', { attachments: [vedlegg] });
    await reopen(aSentMeeting([...saker, sak]), [sak]);
    expect((await meeting('kari')).agenda).toEqual([
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
    await reopen(aMeeting({ items: [{ sakId: 'sak-1' }], agendaRevision: 1 }));
    for (const person of ['kari', 'per']) {
      const page = await meeting(person);
      expect(page, person).toMatchObject({ agenda: [], attendance: [], agendaState: 'Sakslisten er ikke sendt ennå.' });
      expect(JSON.stringify(page)).not.toContain('sak-1');
    }
    for (const person of ['siv', 'lise', 'nina']) {
      expect((await meeting(person)).agenda, person).toMatchObject([{ title: 'Sak om sak-1', isDraft: true }]);
      expect(verbs(await meeting(person))).toContain('agenda.build');
    }
  });

  test('what is added after it was sent is shown to those who build it alone', async () => {
    const sent = aSentMeeting(saker);
    const added = anAcceptedSak('added');
    await reopen({ ...sent, items: [...sent.items, { sakId: 'added' }] }, [added]);
    expect(titles(await meeting('siv'))).toEqual(['Sak om sak-1', 'Sak om sak-2 (lukket)', 'Sak om added']);
    expect(titles(await meeting('kari'))).toEqual(['Sak om sak-1', 'Sak om sak-2 (lukket)']);
  });

  test('of a closed sak those who may not see it get that it is there: no vote, or inhabil', async () => {
    expect(titles(await meeting('per'))).toEqual(['Sak om sak-1', 'Lukket sak']);
    await reopen(aSentMeeting(saker, { forfall: [aForfall(inhabilIn('sak-2'), { calls: [] })] }));
    const point = (await meeting('kari')).agenda[1];
    expect(point).toEqual({ number: '13/26', title: 'Lukket sak', papers: [], vedtak: [] });
    expect((await meeting('ola')).agenda[1]).toMatchObject({ title: 'Sak om sak-2 (lukket)' });
  });

  test('a vara reads what was sent from a card, as in the chat', async () => {
    await reopen(aSentMeeting(saker, { forfall: [aForfall(WHOLE)] }));
    const page = await meeting('vera');
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
    await reopen(aSentMeeting([...saker, decided], { protocol: protocol.map((one) => ({ ...one, vedtak: [] })) }), [
      decided,
    ]);
    expect((await meeting('kari')).agenda[2]).toMatchObject({ vedtak: ['SSU vedtar planen.'] });
    expect((await meeting('siv')).agenda[0]).toMatchObject({ outcome: 'Utsatt' });
    expect((await meeting('kari')).agenda[0]).not.toHaveProperty('outcome');
  });
});

describe('who comes to a meeting', () => {
  test('members see what was said by name, and how many have said nothing', async () => {
    const page = await meeting('per');
    expect(seats(page)).toEqual([
      ['kari kommune', 'kari', 'Kommer'],
      ['ola kommune', 'ola', 'Forfall'],
    ]);
    expect(page.coming).toBe('1 kommer, 1 forfall, 1 har ikke svart');
    expect(page.forecast).toEqual([]);
  });

  test('those who run the meeting see every seat, how far its forfall has come, and the forecast', async () => {
    const forfall = [aForfall(WHOLE, { by: 'siv', calls: [], dryAt: NOW })];
    await reopen(aSentMeeting(saker, { forfall, answers: [said('ola', true)] }));
    const page = await meeting('siv');
    expect(seats(page)).toEqual([
      ['kari kommune', 'kari', 'Forfall'],
      ['ola kommune', 'ola', 'Kommer'],
      ['per kommune', 'per', 'Har ikke svart'],
    ]);
    expect(page.attendance[0]?.more).toEqual(['Forfall til hele møtet. Meldt av siv. Plassen har ingen vara.']);
    expect(page.forecast[0]).toContain('stemmeberettigede plasser');
    expect((await meeting('nina')).forecast).toEqual([]);
    expect((await meeting('nina')).attendance[0]?.more).toEqual([]);
  });

  test('a vara stands in the place of whom they act for', async () => {
    await reopen(aSentMeeting(saker, { forfall: [aForfall(WHOLE)], answers: [said('kari', false)] }));
    for (const person of ['ola', 'siv', 'vera'])
      expect(seats(await meeting(person))[0], person).toEqual([
        'kari kommune',
        'Vera Lund (vara for kari)',
        'Vara møter',
      ]);
    expect((await meeting('kari')).notes).toContain('Vera Lund møter for deg.');
  });

  test('afterwards those who run it see who was there as it was registered, and the others what was said', async () => {
    const attendance = [
      { seatId: 'seat-kari', present: true, vara: { name: 'Vera Lund', personId: 'vera' } },
      { seatId: 'seat-ola', present: false },
    ];
    await reopen(aSentMeeting(saker, { ...at(-24), state: 'held', attendance, answers: [said('ola', true)] }));
    expect(seats(await meeting('siv'))).toEqual([
      ['kari kommune', 'Vera Lund (vara for kari)', 'Til stede'],
      ['ola kommune', 'ola', 'Ikke til stede'],
      ['per kommune', 'per', 'Ikke til stede'],
    ]);
    expect(seats(await meeting('per'))).toEqual([['ola kommune', 'ola', 'Kommer']]);
  });

  test('whoever has a seat answers there, with the very verbs of the agenda card', async () => {
    expect((await meeting('kari')).notes).toEqual(['Du har svart at du kommer.']);
    expect(verbs(await meeting('kari'))).toEqual([
      'agenda.answer',
      'agenda.answer',
      'forfall.form',
      'agenda.papers',
      'meeting.calendar',
    ]);
    expect(verbs(await meeting('siv'))).not.toContain('agenda.answer');
    expect(verbs(await meeting('siv'))).toEqual(
      expect.arrayContaining(['forfall.status', 'minutes.show', 'agenda.build']),
    );
  });

  test('whoever was called in is led to the question', async () => {
    const call = {
      varaId: 'viggo',
      varaName: 'Viggo',
      askedAt: NOW,
      answerBy: new Date(NOW.getTime() + HOUR),
      state: 'asked',
    } as const;
    await reopen(aMeeting({ forfall: [aForfall(WHOLE, { calls: [call] })] }));
    expect((await meeting('viggo')).actions).toMatchObject([{ text: 'Åpne', action: { verb: 'forfall.called' } }]);
  });

  test('a meeting that is not held says why, and who cancelled it', async () => {
    await reopen(aMeeting({ state: 'cancelled', cancelled: { at: NOW, by: 'lise', reason: 'For mange forfall' } }));
    const page = await meeting('kari');
    expect(page.state).toEqual({ text: 'Avlyst 02.03.26 av lise', look: 'bad' });
    expect(page.notes).toEqual(['Begrunnelse: For mange forfall']);
    expect(verbs(page)).toEqual([]);
  });
});

describe('the side panel', () => {
  test('shows the meeting that is on, with the sak that it is at and who has said that they come', async () => {
    const protocol = [{ sakId: 'sak-1', outcome: 'ingen' as const, vedtak: [], at: NOW, by: 'siv' }];
    const later = aMeeting({ id: 'meeting-2', ...at(24) });
    await reopen(aSentMeeting(saker, { ...at(-1), protocol, answers: [said('kari', true)] }), [], [later]);
    const page = await panel('kari');
    expect(page).toMatchObject({
      id: 'meeting-1',
      isOn: true,
      state: { text: 'Pågår nå' },
      path: 'meetings/meeting-1',
    });
    expect(page?.agenda.map(({ isNow }) => isNow)).toEqual([undefined, true]);
    expect(page?.present).toEqual({ title: 'Har svart at de kommer', names: ['kari'] });
    expect(page?.actions.map(({ action }) => action.verb)).not.toContain('minutes.show');
    expect((await panel('siv'))?.actions).toContainEqual({
      text: 'Før protokoll',
      action: { verb: 'minutes.show', meetingId: 'meeting-1' },
    });
  });

  test('goes on with a meeting after its time for a while, then shows the next one', async () => {
    const later = aMeeting({ id: 'meeting-2', ...at(24) });
    await reopen(aSentMeeting(saker, at(-3)), [], [later]);
    expect((await panel('kari'))?.id).toBe('meeting-1');
    room.wait(HOUR + 1);
    expect(await panel('kari')).toMatchObject({ id: 'meeting-2', isOn: false });
  });

  test('the chat that is named chooses among the viewer’s own committees, and gives no right', async () => {
    const conversation = { serviceUrl: SERVICE, conversationId: '19:own' };
    const own = aMeeting({ id: 'meeting-9', committeeId: 'committee-2', comingIn: 'committee-2', ...at(48) });
    await reopen(aSentMeeting(saker), [], [own]);
    await changeCommittee(room.deps, { conversation, people: [...committee.people, 'ute'] });
    expect((await panel('ute'))?.id).toBe('meeting-9');
    expect((await panel('ute', '?chat=19:own'))?.id).toBe('meeting-1');
    expect((await panel('kari', `?chat=${CHANNEL}`))?.id).toBe('meeting-1');
  });

  test('an open voting is there for those who vote, with the buttons of its card', async () => {
    await reopen(aSentMeeting(saker, at(-1)));
    await room.deps.ballots.collection.insert(aBallot({ sakId: 'sak-2' }));
    const voting = (await panel('kari'))?.votings[0];
    expect(voting?.heading).toContain('Sak om sak-2');
    expect(voting?.buttons.map(({ text, action }) => [text, action.verb])).toEqual([
      ['For', 'ballot.vote'],
      ['Mot', 'ballot.vote'],
      ['Avstår', 'ballot.vote'],
    ]);
    expect((await panel('kari'))?.agenda.map(({ isNow }) => isNow)).toEqual([undefined, true]);
    expect((await panel('ola'))?.votings).toEqual([]);
  });
});
