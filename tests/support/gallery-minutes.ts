import { ballotCard, ballotFormCard, ballotStatusCard, movedBallotCard } from '../../cards/ballot.ts';
import type { Card } from '../../cards/elements.ts';
import { minutesCard, remakeCard } from '../../cards/minutes.ts';
import { aroundCard, presenceCard, recusedCard, roundsCard, varaCard } from '../../cards/minutes-forms.ts';
import { sakMinutesCard } from '../../cards/minutes-sak.ts';
import { castVote, closeBallot, noteUnreached } from '../../store/ballot/rules.ts';
import { openBallot } from '../../store/ballot/rules-open.ts';
import { followSeats } from '../../store/ballot/rules-seats.ts';
import { registerPresence } from '../../store/meeting/rules-attendance.ts';
import { noteBallot, recordProtocol } from '../../store/meeting/rules-protocol.ts';
import { VERA_ACTS } from './called-in.ts';
import { aBegunMeeting, aNumberedSak } from './minutes-room.ts';
import { aCommittee, accepted, aReferat, NOW, REAL_NOW } from './records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const by = { personId: 'siv', now: NOW };
const committee = aCommittee();
const nameOf = (id: string) => id.toUpperCase();
const sak = aNumberedSak('a', { title: 'Møteplan', proposal: ['SSU vedtar planen.', 'SSU ber om innkallinger.'] });
const closed = aNumberedSak('jury', { title: 'Samhandlingsprisen', closed: true, recusedSeatIds: ['seat-per'] });
const approving = aNumberedSak('godkjenning', { fixed: 'godkjenning-av-referat', title: 'Godkjenning av referat' });
const begun = aBegunMeeting([sak, closed], { place: 'Rådhuset', ledBy: 'Lise', minuteTaker: 'Siv' });
const attended = accepted(registerPresence(begun, committee, ['seat-kari', 'seat-ola'], by));
const entry = { outcome: 'vedtak', vedtak: sak.proposal, text: 'Drøftet.' } as const;
const written = accepted(
  recordProtocol(attended, committee, sak, { ...entry, vedtak: [...entry.vedtak] }, 'siv', clocks),
);
const opening = { meeting: attended, committee, number: 1, question: 'SSU vedtar planen.', openedBy: 'siv', nameOf };
const openly = accepted(openBallot({ ...opening, sak, secret: false }, clocks));
const secretly = accepted(openBallot({ ...opening, sak: closed, secret: true }, clocks));
const voted = accepted(castVote(openly, 'kari', 'for', NOW));
const over = accepted(closeBallot(voted, committee, 'siv', clocks));
const secretOver = accepted(closeBallot(accepted(castVote(secretly, 'kari', 'for', NOW)), committee, 'siv', clocks));

/** The same once Vera acts for Kari. */
const movedFrom = (ballot: typeof voted) =>
  accepted(followSeats(ballot, { version: 1, seats: { 'seat-kari': VERA_ACTS } }, 'siv', clocks));

const shown = { meeting: written, committee, saker: [sak, closed], referat: undefined, hasBegun: true };
const form = { meeting: attended, committee, nameOf, typed: {}, problems: [] };
const one = {
  meeting: written,
  committee,
  sak,
  ballots: [over],
  approvable: [],
  wanted: [],
  proposals: 0,
  points: sak.proposal,
  next: closed,
  typed: {},
  problems: [],
};
const voting = { meetingId: 'meeting-1', number: 1, proposal: 'SSU vedtar planen.', typed: {}, problems: [] };
const entitled = { voters: 2, recused: ['Per'], unknown: ['Ola'], isRegistered: true };

/** Every kind of card about what happens in a meeting, in each of the shapes it takes. */
export const minutesGallery: Readonly<Record<string, Card>> = {
  'a meeting that has not begun': minutesCard({ ...shown, meeting: begun, hasBegun: false }),
  'a meeting that was cancelled': minutesCard({ ...shown, meeting: { ...begun, state: 'cancelled' } }),
  'a meeting without an agenda': minutesCard({ ...shown, meeting: begun, saker: [] }),
  'a meeting while it is held': minutesCard({ ...shown, problem: 'saker-unwritten' }),
  'a meeting after it was held': minutesCard({ ...shown, meeting: { ...written, state: 'held' }, referat: aReferat() }),
  'whether a referat is made anew': remakeCard('meeting-1', 'referat-1'),
  'the form for presence': presenceCard({ ...form, meeting: begun }),
  'the form for presence in an empty committee': presenceCard({ ...form, committee: aCommittee({ seats: [] }) }),
  'the form for a vara': varaCard({ ...form, typed: { seatId: 'seat-kari' }, problems: ['person-unknown'] }),
  'the form for those around': aroundCard({ ...form, saker: [sak], nextOn: '2026-04-14', problems: ['guest-sak'] }),
  'the form for inhabile seats': recusedCard({ ...form, sak: closed }),
  'the form for rounds of saker': roundsCard({ ...form, saker: [sak], problems: ['rounds-none', 'deadline'] }),
  'the form for rounds with nothing left': roundsCard({ ...form, saker: [] }),
  'a sak in the meeting': sakMinutesCard({ ...one, saved: true }),
  'a sak in the meeting with problems': sakMinutesCard({ ...one, typed: { vedtak: '' }, problems: ['vedtak-missing'] }),
  'a sak that is being voted about': sakMinutesCard({
    ...one,
    meeting: accepted(noteBallot(attended, { sakId: 'a', ballotId: openly.id }, 'siv', NOW)),
    ballots: [openly],
  }),
  'the sak that approves referater': sakMinutesCard({
    ...one,
    sak: approving,
    ballots: [],
    approvable: [aReferat()],
    wanted: ['referat-1'],
    next: undefined,
  }),
  'the sak that follows up': sakMinutesCard({
    ...one,
    sak: aNumberedSak('oppfolging', { fixed: 'oppfolging', title: 'Oppfølging' }),
    ballots: [],
    points: [],
    proposals: 3,
  }),
  'the form for a voting': ballotFormCard({ ...voting, sak, entitled: { ...entitled, isRegistered: false } }),
  'the form for a secret voting': ballotFormCard({ ...voting, sak: closed, entitled, typed: { way: 'secret' } }),
  'the card of somebody who votes': ballotCard(openly, { sak, personId: 'kari' }),
  'the same after a vote': ballotCard(voted, { sak, personId: 'kari' }),
  'the same in secret': ballotCard(secretly, { sak: closed, personId: 'kari' }),
  'the same in secret after a vote': ballotCard(accepted(castVote(secretly, 'kari', 'for', NOW)), {
    sak: closed,
    personId: 'kari',
    problem: 'voted-in-secret',
  }),
  'the same after the end': ballotCard(over, { sak, personId: 'kari', problem: 'voting-closed' }),
  'the same after the end without a vote': ballotCard(over, { sak, personId: 'ola' }),
  'the card of a vara in whose seat somebody has voted': ballotCard(movedFrom(voted), { sak, personId: 'vera' }),
  'the same after the end, in whose seat was voted': ballotCard(
    accepted(closeBallot(movedFrom(voted), committee, 'siv', clocks)),
    { sak, personId: 'vera' },
  ),
  'the same in secret, in whose seat was voted': ballotCard(
    movedFrom(accepted(castVote(secretly, 'kari', 'for', NOW))),
    { sak: closed, personId: 'vera' },
  ),
  'the card of somebody whose seat somebody else votes for': movedBallotCard(
    sak,
    movedFrom(openly).voters,
    'meeting-1',
  ),
  'how a voting stands': ballotStatusCard(noteUnreached(voted, 'ola'), { sak, nameOf, problem: 'asked-again' }),
  'how a voting ended': ballotStatusCard(over, { sak, nameOf }),
  'how a secret voting ended': ballotStatusCard(secretOver, { sak: closed, nameOf }),
};
