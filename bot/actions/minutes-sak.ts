import { NO_TIME, phrasesFor } from '../../cards/text/minutes.ts';
import { change } from '../../store/change.ts';
import type { Outcome } from '../../store/meeting/record.ts';
import { readProtocol, type TypedProtocol } from '../../store/meeting/rules-points.ts';
import { type Entry, protocolOf, recordProtocol } from '../../store/meeting/rules-protocol.ts';
import { recuseSeats } from '../../store/sak/rules-recuse.ts';
import { pointsText } from '../../store/typed-text.ts';
import { approvableIn, deciding, wantedIn } from '../minutes.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownMeetingSak } from '../views/minutes.ts';
import { news, notice, show, typedFrom } from './answers.ts';
import { runningBallot } from './ballot.ts';
import { idsIn } from './minutes.ts';

export const minutesSakHandlers = {
  'minutes.sak': async (_deps, _turn, { meetingId, sakId }) => show({ view: 'minutes-sak', meetingId, sakId }),

  'minutes.phrase': async (deps, { person }, { verb: _verb, meetingId, sakId, phrase, ...typed }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const chosen = phrasesFor(own.committee.shortName)[phrase ?? ''] ?? '';
    const after = (written = '') => [written.trim(), chosen].filter((one) => one !== '').join('\n\n');
    const filled =
      phrase === NO_TIME
        ? { outcome: 'utgikk', text: after(typed.text ?? protocolOf(own.meeting, sakId)?.text) }
        : { outcome: 'vedtak', vedtak: after(typed.vedtak) };
    return formAgain(meetingId, sakId, { ...typed, ...filled }, []);
  },

  'minutes.record': async (deps, turn, { verb: _verb, meetingId, sakId, quick, phrase: _phrase, ...typed }) => {
    const own = await ownMeetingSak(deps, turn.person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const kept = { ...keptOf(own), ...typed, ...(quick && { outcome: quick }) };
    const read = readProtocol(kept);
    if ('problems' in read) return formAgain(meetingId, sakId, typed, read.problems);
    return record(deps, turn, own, read.entry, typed);
  },

  // the proposal as it stands, word for word
  'minutes.adopt': async (deps, turn, { meetingId, sakId }) => {
    const own = await ownMeetingSak(deps, turn.person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const { text } = protocolOf(own.meeting, sakId) ?? {};
    const approves = wantedIn(meetingId, await approvableIn(deps, own.meeting, own.sak));
    const read = readProtocol({ outcome: 'vedtak', vedtak: pointsText(own.sak.proposal), text });
    if ('problems' in read) return formAgain(meetingId, sakId, {}, read.problems);
    return record(deps, turn, own, { ...read.entry, vedtak: own.sak.proposal, approves }, {});
  },

  'minutes.recused-form': async (_deps, _turn, { meetingId, sakId }) =>
    show({ view: 'minutes-recused', meetingId, sakId }),

  'minutes.recused': async (deps, { person, receivedAt }, { meetingId, sakId, recused = '' }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    // who votes was decided when the voting was opened
    const running = await runningBallot(deps, meetingId, sakId);
    if (running) return show({ view: 'ballot-status', ballotId: running.id, problem: 'recuse-before-vote' });
    if (await deciding(deps, own.sak)) return formAgain(meetingId, sakId, {}, ['recuse-before-round']);
    const result = await change(deps.saker.collection, sakId, (sak) =>
      recuseSeats(sak, own.committee, idsIn(recused), person.id, receivedAt),
    );
    return result.ok ? show({ view: 'minutes-sak', meetingId, sakId, saved: true }) : notice(result.refusal);
  },
} satisfies Partial<Handlers>;

type Own = Exclude<Awaited<ReturnType<typeof ownMeetingSak>>, { readonly refused: string }>;

/** What the form could not hold and therefore did not send. */
function keptOf({ meeting, sak }: Own): TypedProtocol {
  const item = protocolOf(meeting, sak.id);
  const vedtak = item?.outcome === 'vedtak' ? item.vedtak : sak.proposal;
  return { text: item?.text, vedtak: pointsText(vedtak) };
}

async function record(deps: Deps, turn: Turn, own: Own, entry: Entry, typed: TypedProtocol): Promise<Shown> {
  const { meeting, committee, sak } = own;
  // «uten vedtak» leaves it to the round
  if (entry.outcome !== 'ingen' && (await deciding(deps, sak)))
    return formAgain(meeting.id, sak.id, typed, ['on-round-now']);
  const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
  const approvable = (await approvableIn(deps, meeting, sak)).map(({ id }) => id);
  // what cannot be ticked, because it is published, stays approved by the vedtak
  const kept = protocolOf(meeting, sak.id)?.approves?.filter((id) => !approvable.includes(id)) ?? [];
  const approves = [...(entry.approves?.filter((id) => approvable.includes(id)) ?? []), ...kept];
  const result = await change(deps.meetings.collection, meeting.id, (current) =>
    recordProtocol(current, committee, sak, { ...entry, approves }, turn.person.id, clocks),
  );
  if (!result.ok) return formAgain(meeting.id, sak.id, typed, [result.refusal]);
  return news({ view: 'minutes-sak', meetingId: meeting.id, sakId: sak.id, saved: true });
}

/** The form as it was typed; the outcome too, so that nothing typed is lost. */
function formAgain(
  meetingId: string,
  sakId: string,
  { outcome, text, vedtak, approves }: TypedProtocol & { readonly outcome?: Outcome | string | undefined },
  problems: readonly string[],
): Shown {
  return show({
    view: 'minutes-sak',
    meetingId,
    sakId,
    typed: typedFrom({ outcome, text, vedtak, approves }),
    problems: [...problems],
  });
}
