import { change } from '../../store/change.ts';
import { roundsRefusal } from '../../store/meeting/rules-attendance.ts';
import { noteRound } from '../../store/meeting/rules-protocol.ts';
import { deadlineOf, deadlineProblems } from '../../store/referat/rules-form.ts';
import { openMatterRounds } from '../matter-rounds.ts';
import { undecidedIn } from '../minutes.ts';
import type { Handlers } from '../turn.ts';
import { ownMeeting } from '../views/minutes.ts';
import { news, notice, show, typedFrom } from './answers.ts';
import { idsIn } from './minutes.ts';

export const minutesRoundsHandlers = {
  'minutes.rounds-form': async (_deps, _turn, { meetingId }) => show({ view: 'minutes-rounds', meetingId }),

  // the sak and the protocol name the round; pressed again, a sak keeps the round that it has
  'minutes.rounds': async (deps, turn, { verb: _verb, meetingId, ...fields }) => {
    const { person, receivedAt } = turn;
    const own = await ownMeeting(deps, person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const { meeting, committee } = own;
    const again = (...problems: string[]) =>
      show({ view: 'minutes-rounds', meetingId, typed: typedFrom(fields), problems });
    const refusal = roundsRefusal(meeting, committee, { personId: person.id, now: receivedAt });
    if (refusal) return again(refusal);
    const wanted = idsIn(fields.saker ?? '');
    const saker = (await undecidedIn(deps, meeting)).filter(({ id }) => wanted.includes(id));
    const deadline = deadlineOf(fields);
    const problems = [...(saker.length === 0 ? ['rounds-none'] : []), ...deadlineProblems(fields, receivedAt)];
    if (problems.length > 0 || deadline === undefined) return again(...problems);
    const opened = await openMatterRounds(deps, turn, {
      committee,
      items: saker.map(({ id, number, title, background, proposal, recusedSeatIds, closed }) => ({
        sakId: id,
        number,
        title,
        text: background,
        proposal,
        recusedSeatIds,
        isClosed: closed,
      })),
      deadline,
      meetingId,
    });
    for (const one of opened)
      if ('roundId' in one)
        await change(deps.meetings.collection, meetingId, (current) => noteRound(current, one, person.id, receivedAt));
    const refused = opened.flatMap((one) => ('refusal' in one ? [one.refusal] : []));
    return refused.length > 0 ? again(...new Set(refused)) : news({ view: 'minutes', meetingId });
  },
} satisfies Partial<Handlers>;
