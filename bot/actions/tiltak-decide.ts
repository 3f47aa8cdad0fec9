import { change } from '../../store/change.ts';
import { minutesRefusal } from '../../store/meeting/rules-attendance.ts';
import { MAX_TILTAK } from '../../store/tiltak/record.ts';
import { decideProposal, decisions } from '../../store/tiltak/rules-decide.ts';
import { manyLines } from '../../store/typed-text.ts';
import type { Handlers } from '../turn.ts';
import { ownMeetingSak } from '../views/minutes.ts';
import { ownIn } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';

/** What the secretariat registers of tiltak that are unclear or proposed deleted, as the committee decided. */
export const tiltakDecideHandlers = {
  'tiltak.proposals': async (_deps, _turn, { meetingId, sakId, page }) =>
    show({ view: 'tiltak-proposals', meetingId, sakId, ...(page !== undefined && { page }) }),

  'tiltak.decide-form': async (_deps, _turn, { tiltakId, meetingId, sakId }) =>
    show({ view: 'tiltak-decide', tiltakId, ...(meetingId && { meetingId }), ...(sakId && { sakId }) }),

  'tiltak.decide': async (
    deps,
    { person, receivedAt: now },
    { verb: _verb, tiltakId, meetingId, sakId, ...fields },
  ) => {
    const own = await ownIn(deps, person.id, await deps.tiltak.collection.get(tiltakId));
    if ('refused' in own) return notice(own.refused);
    const at = { ...(meetingId && { meetingId }), ...(sakId && { sakId }) };
    if (meetingId !== undefined) {
      const held = await ownMeetingSak(deps, person.id, meetingId, sakId ?? '');
      if ('refused' in held) return notice(held.refused);
      const refusal = minutesRefusal(held.meeting, own.committee, { personId: person.id, now });
      if (refusal !== undefined) return notice(refusal);
    }
    const again = (problem: string) =>
      show({ view: 'tiltak-decide', tiltakId, ...at, typed: typedFrom(fields), problems: [problem] });
    const what = decisions.find((one) => one === fields.decision);
    const text = manyLines(fields.text);
    if (what === undefined) return again('decision');
    if (text.length > MAX_TILTAK) return again('tiltak-too-long');
    const decided = await change(deps.tiltak.collection, tiltakId, (tiltak) =>
      decideProposal(tiltak, { what, text }, { personId: person.id, now, ...at }),
    );
    if (!decided.ok) return again(decided.refusal);
    return meetingId !== undefined && sakId !== undefined
      ? show({ view: 'tiltak-proposals', meetingId, sakId, notice: 'decision-saved' })
      : show({ view: 'tiltak-decide', tiltakId, notice: 'decision-saved' });
  },
} satisfies Partial<Handlers>;
