import { countsCard } from '../../cards/counts.ts';
import type { Card } from '../../cards/elements.ts';
import { riskCard } from '../../cards/forecast.ts';
import { comingCard } from '../../cards/meeting-coming.ts';
import { cancelCard, linesCard, linesFit, meetingFormCard } from '../../cards/meeting-forms.ts';
import { newsCard } from '../../cards/meeting-news.ts';
import { meetingCard, planCard } from '../../cards/meeting-plan.ts';
import { agendaSettingsCard } from '../../cards/meeting-settings.ts';
import { countYear } from '../../store/meeting/rules-counts.ts';
import { forecastOf } from '../../store/meeting/rules-forecast.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, aSeat, NOW } from './records.ts';

const MEETINGS = 100;
const fill = (kind: string, length: number) => kind.repeat(Math.ceil(length / kind.length)).slice(0, length);

/** As long a text as the form for several meetings takes. */
function longestLines(kind: string): string {
  let length = 11_000;
  while (!linesFit(fill(kind, length))) length -= 100;
  return fill(kind, length);
}

/** Every card about meetings at the largest content that is accepted for it, of this kind of text. */
export function largestMeetingCards(kind: string): Readonly<Record<string, Card>> {
  const committee = aCommittee({ name: fill(kind, 200), shortName: fill(kind, 40) });
  const others = Array.from({ length: 100 }, (_, n) => ({
    ...committee,
    id: `committee_${n}_2NHwDz8QmTqTTV0G5mXy`,
    people: Array.from({ length: 160 }, (_, p) => `${p}`),
  }));
  const place = fill(kind, 300);
  const meetings = Array.from({ length: MEETINGS }, (_, n) =>
    aMeeting({ id: `meeting_${n}_2NHwDz8QmTqTTV0G5`, place }),
  );
  const [meeting = aMeeting()] = meetings;
  const clashes = others.map((other) => ({ meeting, committee: other, people: other.people }));
  const viewer = { mayPlan: true, nameOf: () => fill(kind, 200) };
  const titles = Array.from({ length: MEETINGS }, (_, n) => `${n} ${fill(kind, 300)}`.slice(0, 300));
  const coming = titles.map((title) => ({ sak: { title }, wished: '14.04.26' }));
  const saker = titles.map((title, n) => ({ value: `coming_${n}_2NHwDz8QmTqTTV0G5`, title, wished: '14.04.26' }));
  const choices = meetings.map(({ id }) => ({ value: id, title: 'tirsdag 13. februar 2024 kl. 12.00–14.00' }));
  const parts = ['kommune', 'helseforetak', 'bruker', 'fastlege', 'ansatte', 'annet'] as const;
  const seats = parts.map((represents, n) => aSeat(`${n}`, { represents }));
  const forecast = forecastOf(meeting, { ...committee, seats }, NOW);
  const reason = fill(kind, 500);
  const lines = longestLines(kind);
  const problems = Array.from({ length: 100 }, (_, n) => ({ problem: 'date-missing', line: n + 1 }));
  const rows = meetings.map(({ startsAt, endsAt }, n) => ({
    meeting: { line: n + 1, day: '2026-04-14', startsAt, endsAt, mode: 'kombinert' as const, place },
    fate: 'moved' as const,
    isDayOff: true,
  }));
  const understood = { seen: 'a'.repeat(64), rows, notes: titles };
  const typed = { title: fill(kind, 300), chosen: saker.map(({ value }) => value).join(','), wished: 'x' };
  return {
    'a plan of a hundred meetings': planCard(committee, {
      rows: meetings.map((one) => ({ meeting: one, clashes })),
      page: 0,
      coming,
      viewer,
      said: fill(kind, 200),
    }),
    'a meeting': meetingCard(committee, meeting, {
      clashes,
      wished: titles,
      cancelledBy: '',
      viewer,
      forecast,
      now: NOW,
    }),
    'the warning that too few come': riskCard(committee, meeting, forecast, 'meeting-reminded'),
    'forfall in a year of a thousand meetings': countsCard(
      committee,
      countYear(
        2026,
        Array.from({ length: 1000 }, () => meeting),
        committee,
        NOW,
      ),
      { years: Array.from({ length: 10 }, (_, n) => 2026 - n), page: 3 },
    ),
    'a meeting that was cancelled': meetingCard(
      committee,
      { ...meeting, state: 'cancelled', cancelled: { at: NOW, by: 'siv', reason } },
      { clashes, wished: titles, cancelledBy: fill(kind, 200), viewer, now: NOW },
    ),
    'the news of a meeting': newsCard(committee, meeting, { ...meeting, endsAt: NOW }),
    'the form for a meeting': meetingFormCard(committee.id, { meeting, typed: { place }, problems }),
    'the form for several meetings, with problems': linesCard(committee.id, { lines, problems, page: 0 }),
    'the form for several meetings, understood': linesCard(committee.id, { lines, problems: [], understood, page: 0 }),
    'the form to cancel a meeting': cancelCard(meeting, { typed: { reason: fill(kind, 3000) }, problems: ['x'] }),
    'the list for later': comingCard(committee, { saker, meetings: choices, typed, problems: [], page: 0 }),
    'the form for agendas': agendaSettingsCard(committee, {
      others,
      typed: { referaterFrom: others.map(({ id }) => id).join(',') },
      problems: ['fixed-twice', 'fixed-order', 'first-number', 'propose-days', 'referater-from'],
    }),
  };
}
