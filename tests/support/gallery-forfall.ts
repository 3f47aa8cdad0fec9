import type { Card } from '../../cards/elements.ts';
import { type ForfallRow, forfallListCard, ownForfallCard } from '../../cards/forfall.ts';
import { callInCard } from '../../cards/forfall-call.ts';
import { forfallFormCard } from '../../cards/forfall-form.ts';
import { assignCard, forfallStatusCard } from '../../cards/forfall-status.ts';
import type { Call, Forfall } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { CallStanding } from '../../store/meeting/rules-call-stands.ts';
import { aSentMeeting } from './agendas.ts';
import { SAKER, withVaras } from './forfall-room.ts';
import { aMeeting } from './meetings.ts';
import { NOW } from './records.ts';

const committee = withVaras();
const meeting = aSentMeeting(SAKER);
const answerBy = new Date('2026-04-07T06:00:00Z');
const nameOf = (id: string) => ({ kari: 'Kari Nes', vera: 'Vera Dal', vidar: 'Vidar Berg', siv: 'Siv Lie' })[id] ?? id;
const sakName = (id: string) => `sak 1${id === 'a' ? 2 : 3}/26`;
const names = { nameOf, sakName, now: NOW };

const aCall = (varaId: string, changes: Partial<Call> = {}): Call => ({
  varaId,
  varaName: nameOf(varaId),
  askedAt: NOW,
  answerBy,
  state: 'asked',
  ...changes,
});
const aForfall = (changes: Partial<Forfall> = {}): Forfall => ({
  id: 'seat-kari:whole',
  seatId: 'seat-kari',
  scope: { what: 'whole' },
  at: NOW,
  by: 'kari',
  calls: [aCall('vera')],
  ...changes,
});
const part = aForfall({
  id: 'seat-kari:part',
  scope: { what: 'part', from: new Date('2026-04-14T10:30:00Z'), sakIds: [] },
  calls: [aCall('vera', { state: 'timed-out' }), aCall('vidar', { state: 'accepted' })],
});
const inhabil = aForfall({ id: 'seat-kari:sak:b', scope: { what: 'sak', sakId: 'b' } });
const dry = aForfall({ id: 'seat-ola:whole', seatId: 'seat-ola', by: 'siv', dryAt: NOW, calls: [] });

const call = (stands: CallStanding, forfall = aForfall(), changes: Partial<Call> = {}, at: Meeting = meeting) =>
  callInCard({
    meeting: at,
    committee,
    forfall,
    call: aCall('vera', changes),
    stands,
    forWhom: 'Kari Nes, kari kommune',
    sakName,
    saker: ['12/26 Sak om a', '13/26 Lukket sak'],
  });
const own = (forfall: readonly Forfall[], changes: object = {}) =>
  ownForfallCard({ meeting, committee, own: forfall, viewerId: 'kari', ...names, ...changes });
const status = (forfall: readonly Forfall[]) =>
  forfallStatusCard({ meeting, committee, forfall, isReached: (id) => id !== 'vidar', ...names });
const row: ForfallRow = { meeting, committee, said: [], hasSeat: true, hasForfall: false, runs: false, calls: [] };

/** The cards about forfall and varas, in each of the shapes they take. */
export const forfallGallery: Readonly<Record<string, Card>> = {
  'a vara is asked': call('asked'),
  'a vara is asked about a part, before the agenda': call('asked', part, {}, aMeeting()),
  'a vara is asked about one sak': call('asked', inhabil),
  'a vara who is late': call('late'),
  'a vara who acts': call('accepted', aForfall(), { state: 'accepted' }),
  'a vara who acts in a sak and has voted': call('accepted', inhabil, { state: 'accepted', actedAt: NOW }),
  'a vara who said no': call('declined'),
  'a call that somebody else took': call('covered'),
  'a call that the member took back': call('member-comes'),
  'a call about a meeting that was moved': call('moved'),
  'a call about a meeting that was cancelled': call('cancelled', aForfall(), { state: 'accepted' }),
  'a call about a meeting that is over': call('over'),
  'own forfall': own([part, inhabil]),
  'own forfall, with nobody left to ask': own([dry]),
  'no forfall of one’s own': own([], { problem: 'vara-has-acted' }),
  'the coming meetings of a member who is vara elsewhere': forfallListCard(
    [
      { ...row, said: ['Forfall til hele møtet.'], hasForfall: true, runs: true },
      { ...row, hasSeat: false, calls: [{ forfallId: 'seat-kari:whole', text: 'Du er spurt.' }] },
    ],
    {},
  ),
  'no coming meetings to report forfall of': forfallListCard([], {}),
  'the form for forfall': forfallFormCard({
    meeting,
    committee,
    saker: SAKER.map(({ id, title }) => ({ value: id, title })),
    typed: { what: 'part', from: '12:30', saker: 'a,x' },
    problems: ['forfall-either'],
  }),
  'the form for forfall on behalf of somebody, before the agenda': forfallFormCard({
    meeting: aMeeting(),
    committee,
    seats: [{ title: 'Kari Nes, kari kommune', value: 'seat-kari' }],
    saker: [],
    typed: {},
    problems: [],
  }),
  'the forfall of a meeting': status([dry, aForfall(), part]),
  'a meeting with no forfall': status([]),
  'who acts, by telephone': assignCard({
    meeting,
    committee,
    forfall: dry,
    ...names,
    typed: { name: 'Nora' },
    problems: ['email-wanted'],
  }),
};
