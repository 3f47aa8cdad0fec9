import { countsCard } from '../../cards/counts.ts';
import type { Card } from '../../cards/elements.ts';
import { riskCard } from '../../cards/forecast.ts';
import { comingCard } from '../../cards/meeting-coming.ts';
import { cancelCard, linesCard, meetingFormCard } from '../../cards/meeting-forms.ts';
import { newsCard } from '../../cards/meeting-news.ts';
import { choosePlanCard, meetingCard, planCard } from '../../cards/meeting-plan.ts';
import { agendaSettingsCard } from '../../cards/meeting-settings.ts';
import { countYear } from '../../store/meeting/rules-counts.ts';
import type { Forecast, SeatState } from '../../store/meeting/rules-forecast.ts';
import { readMeetingLines } from '../../store/meeting/rules-lines.ts';
import { aSentMeeting } from './agendas.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, NOW } from './records.ts';

const committee = aCommittee();
const other = aCommittee({ id: 'committee-2', shortName: 'FSU BU' });
const meeting = aMeeting({ place: 'Teams' });
const nameOf = (id: string) => id.toUpperCase();
const viewer = { mayPlan: true, nameOf };
const clash = {
  meeting: aMeeting({ id: 'meeting-2', committeeId: other.id }),
  committee: other,
  people: ['kari', 'ola'],
};
const sak = { title: 'Rekruttering i kommunene', wishedMeetingId: meeting.id };
const cancelled = aMeeting({ state: 'cancelled', cancelled: { at: NOW, by: 'siv', reason: 'Mye forfall' } });
const was = { startsAt: new Date('2026-04-07T10:00:00Z'), endsAt: new Date('2026-04-07T12:00:00Z') };
const nothing = { rows: [], page: 0, coming: [] };
const plain = { clashes: [], wished: [], cancelledBy: '', viewer, now: NOW };
const lines = '14.04.26 kl. 12-14 digitalt\n15.04.26 kl. 12-14';
const rows = readMeetingLines(lines, NOW).meetings.map((written) => ({
  meeting: written,
  fate: 'new' as const,
  isDayOff: written.line === 2,
}));
const called = aSentMeeting([]);
const seatsOf = (counts: Partial<Record<SeatState | 'seats', number>>) => ({
  ...{ comes: 0, covered: 0, partly: 0, called: 0, silent: 0, away: 0, vacant: 0, seats: 10 },
  ...counts,
});
const risky: Forecast = {
  parts: [
    { part: 'kommune', ...seatsOf({ comes: 1, covered: 1, partly: 1, away: 4, seats: 7 }) },
    { part: 'fastlege', ...seatsOf({ called: 1, silent: 1, vacant: 1, seats: 3 }) },
  ],
  deciding: { ...seatsOf({ comes: 3, away: 7 }), areVoting: true },
  sure: 3,
  possible: 3,
  needed: 5,
  isOwnQuorum: false,
  risk: 'forfall',
};
const few: Forecast = { ...risky, sure: 1, possible: 8, needed: 6, isOwnQuorum: true, risk: 'few' };
const counted = countYear(
  2026,
  [
    aMeeting({ state: 'held', attendance: [{ seatId: 'seat-kari', present: true, vara: { name: 'Vera Vik' } }] }),
    cancelled,
    called,
  ],
  committee,
  NOW,
);
const saker = [{ value: 'coming_1', title: sak.title, wished: '14.04.26' }];
const choices = {
  saker,
  meetings: [{ value: meeting.id, title: 'tirsdag 14. april' }],
  typed: {},
  problems: [],
  page: 0,
};

/** Every kind of card about meetings and their plan, in each of the shapes it takes. */
export const meetingGallery: Readonly<Record<string, Card>> = {
  'the choice of a plan': choosePlanCard([committee, other]),
  'an empty plan for a member': planCard(committee, { ...nothing, viewer: { mayPlan: false } }),
  'an empty plan for those who arrange meetings': planCard(committee, { ...nothing, viewer }),
  'a plan with a collision and a list': planCard(committee, {
    rows: Array.from({ length: 11 }, () => ({ meeting, clashes: [clash] })),
    page: 1,
    coming: [{ sak, wished: '14.04.26' }],
    viewer,
    said: 'Møteplanen er lagret.',
  }),
  'a meeting': meetingCard(committee, meeting, { ...plain, clashes: [clash], wished: [sak.title] }),
  'a meeting without a place, for a member': meetingCard(
    committee,
    { ...meeting, state: 'called' },
    { ...plain, viewer: { mayPlan: false }, said: 'Filen er klar.' },
  ),
  'a meeting that may be cancelled, for its chair': meetingCard(committee, called, { ...plain, forecast: risky }),
  'the warning that too few come': riskCard(committee, called, risky, 'meeting-reminded'),
  'the warning near the meeting, by the committee’s own quorum': riskCard(committee, called, few),
  'the warning once the meeting has recovered': riskCard(committee, called, { ...few, risk: undefined }),
  'the warning once the meeting was cancelled': riskCard(committee, cancelled, risky),
  'forfall in a year': countsCard(committee, counted, { years: [2026, 2025] }),
  'forfall in a year without meetings': countsCard(committee, countYear(2025, [], committee, NOW), { years: [2026] }),
  'forfall in a year, with the reasons that were given': countsCard(
    committee,
    { ...counted, year: 2025, reasons: { sykdom: 4, kollisjon: 3, rest: 2 } },
    { years: [2026, 2025] },
  ),
  'a meeting that is over, and not ended': meetingCard(committee, called, {
    ...plain,
    viewer: { mayPlan: true, hasSeat: true, seesForfall: true },
    now: called.endsAt,
  }),
  'a meeting that was cancelled': meetingCard(committee, cancelled, { ...plain, cancelledBy: 'Siv Dahl' }),
  'the news that a meeting was moved': newsCard(committee, meeting, was),
  'the news that only its place is another': newsCard(committee, meeting, aMeeting()),
  'the news that a meeting was cancelled': newsCard(committee, cancelled, was),
  'the form for a new meeting': meetingFormCard(committee.id, { typed: {}, problems: [] }),
  'the form for a meeting, with problems': meetingFormCard(committee.id, {
    meeting,
    typed: { on: '31.02.26', from: '12:00', mode: 'annet' },
    problems: [{ problem: 'no-such-day' }, { problem: 'plan-changed' }],
  }),
  'the form for several meetings': linesCard(committee.id, { lines: '', problems: [], page: 0 }),
  'the same with what is wrong in it': linesCard(committee.id, {
    lines,
    problems: [
      { problem: 'weekday-differs', line: 2, day: '2026-04-15' },
      { problem: 'same-day', line: 3, other: 1 },
    ],
    page: 0,
  }),
  'the same with what was understood': linesCard(committee.id, {
    lines,
    problems: [],
    understood: { seen: 'a'.repeat(64), rows, notes: ['Kolliderer'] },
    page: 0,
  }),
  'the form to cancel a meeting': cancelCard(meeting, { typed: { reason: 'Forfall' }, problems: ['reason-too-long'] }),
  'the list for later': comingCard(committee, choices),
  'an empty list for later': comingCard(committee, { ...choices, saker: [], said: 'Listen er lagret.' }),
  'the list for later, with a problem': comingCard(committee, {
    ...choices,
    typed: { chosen: 'coming_1,coming_2', wished: 'meeting-9', title: 'x' },
    problems: ['wished-gone'],
  }),
  'the form for agendas': agendaSettingsCard(committee, { others: [other], typed: {}, problems: [] }),
  'the form for agendas as it was set': agendaSettingsCard(
    aCommittee({
      settings: {
        roundDays: 7,
        agenda: {
          fixed: ['innkalling', 'evaluering'],
          firstNumber: { year: 2026, number: 12 },
          proposeDays: 7,
          referaterFrom: [other.id],
        },
      },
    }),
    { others: [other], typed: {}, problems: ['fixed-twice'] },
  ),
  'the form for agendas where there is no other committee': agendaSettingsCard(committee, {
    others: [],
    typed: { fixed1: 'innkalling', fixed2: 'tull' },
    problems: ['first-number'],
  }),
};
