import { ballotCard, ballotFormCard, ballotStatusCard } from '../../cards/ballot.ts';
import type { Card } from '../../cards/elements.ts';
import { minutesCard } from '../../cards/minutes.ts';
import { aroundCard, presenceCard, recusedCard, roundsCard, varaCard } from '../../cards/minutes-forms.ts';
import { sakMinutesCard } from '../../cards/minutes-sak.ts';
import { castVote, closeBallot } from '../../store/ballot/rules.ts';
import { MAX_QUESTION, openBallot } from '../../store/ballot/rules-open.ts';
import { MAX_ITEMS } from '../../store/meeting/record.ts';
import { MAX_GUEST_TEXT } from '../../store/meeting/rules-guests.ts';
import { MAX_MINUTES_TEXT } from '../../store/meeting/rules-points.ts';
import { MAX_POINT, MAX_POINTS, MAX_SAK_TITLE } from '../../store/sak/record.ts';
import { aBegunMeeting, aNumberedSak } from './minutes-room.ts';
import { aCommittee, accepted, aReferat, aSeat, NOW, REAL_NOW } from './records.ts';

const SEATS = 160;

/** The cards about what happens in a meeting at the largest content that is accepted for them. */
export function largestMinutesCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const seats = Array.from({ length: SEATS }, (_, n) =>
    aSeat(`${n}`, { id: `seat_ssu_${n}`, name: `${n} ${fill(200)}`.slice(0, 200) }),
  );
  const committee = aCommittee({ shortName: fill(40), seats });
  const nameOf = (id: string) => `${id} ${fill(195)}`;
  const saker = Array.from({ length: MAX_ITEMS }, (_, n) =>
    aNumberedSak(`sak_${String(n).padStart(30, '0')}`, {
      title: `${n} ${fill(MAX_SAK_TITLE)}`.slice(0, MAX_SAK_TITLE),
      // the one that is shown has a long proposal
      proposal: Array.from({ length: n === 0 ? MAX_POINTS : 1 }, () => fill(n === 0 ? MAX_POINT : 100)),
      closed: true,
      recusedSeatIds: seats.slice(SEATS / 2).map(({ id }) => id),
    }),
  );
  const [sak = aNumberedSak('a')] = saker;
  const vara = { name: fill(200), personId: 'vera' };
  const attendance = seats.map(({ id: seatId }) => ({ seatId, present: true, vara }));
  const item = { sakId: sak.id, outcome: 'vedtak', at: NOW, by: 'siv' } as const;
  const text = fill(MAX_MINUTES_TEXT);
  const meeting = aBegunMeeting(saker, {
    place: fill(300),
    ledBy: fill(200),
    minuteTaker: fill(200),
    attendance,
    protocol: [{ ...item, text, vedtak: Array.from({ length: MAX_POINTS }, () => fill(MAX_POINT)) }],
  });
  const shown = { meeting, committee, saker, referat: aReferat(), hasBegun: true, problem: 'saker-unwritten' };
  const form = { meeting, committee, nameOf, typed: {}, problems: ['person-unknown', 'name-too-long'] };
  const around = {
    ledBy: fill(200),
    minuteTaker: fill(200),
    guests: fill(MAX_GUEST_TEXT),
    others: fill(MAX_GUEST_TEXT),
  };
  const clocks = { now: NOW, realNow: REAL_NOW };
  const present = { ...meeting, attendance: attendance.map(({ seatId }) => ({ seatId, present: true })) };
  const opening = {
    committee,
    number: 1,
    question: `x${fill(MAX_QUESTION)}x`.slice(0, MAX_QUESTION),
    openedBy: 'siv',
    nameOf,
  };
  const ballot = accepted(openBallot({ ...opening, meeting: present, sak, secret: false }, clocks));
  const silent = { ...ballot, unreached: ballot.voters.map(({ holderId }) => holderId) };
  const over = accepted(closeBallot(accepted(castVote(ballot, '1', 'for', NOW)), committee, 'siv', clocks));
  const names = seats.map(({ name }) => name);
  const one = {
    meeting,
    committee,
    sak,
    ballots: [over],
    approvable: Array.from({ length: 10 }, (_, n) => aReferat({ id: `referat_${n}`, title: fill(200) })),
    wanted: [],
    proposals: 80,
    points: Array.from({ length: MAX_POINTS }, () => fill(MAX_POINT)),
    next: sak,
    typed: {},
    problems: ['vedtak-too-long', 'minutes-text-too-long', 'points-too-many'],
  };
  return {
    'a meeting': minutesCard(shown),
    'a meeting, another page': minutesCard({ ...shown, page: 3 }),
    'presence of 160 seats': presenceCard(form),
    'vara of 160 seats': varaCard({ ...form, typed: { seatId: 'seat_ssu_150', name: fill(200) } }),
    'around a meeting': aroundCard({ ...form, typed: around, saker, problems: ['guest-sak', 'guests-too-many'] }),
    'inhabile of 160 seats': recusedCard({ ...form, sak }),
    'rounds of 100 saker': roundsCard({ ...form, saker, typed: { saker: saker.map(({ id }) => id).join(',') } }),
    'a sak with all it may have': sakMinutesCard(one),
    'a sak with as much as is shown': sakMinutesCard({ ...one, typed: { text: fill(1500), vedtak: fill(1500) } }),
    'a voting, to begin': ballotFormCard({
      meetingId: meeting.id,
      sak,
      number: 1,
      proposal: fill(MAX_QUESTION),
      entitled: { voters: SEATS, recused: names, unknown: names, isRegistered: true },
      typed: {},
      problems: ['question-missing'],
    }),
    'a vote': ballotCard(ballot, { sak, personId: '1', problem: 'voted-in-secret' }),
    'a voting of 160 seats': ballotStatusCard(silent, { sak, nameOf, problem: 'asked-again' }),
    'a voting of 160 seats, after the end': ballotStatusCard(over, { sak, nameOf }),
  };
}
