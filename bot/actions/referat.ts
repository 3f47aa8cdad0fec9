import { referatPreviewCard } from '../../cards/referat.ts';
import { askCard } from '../../cards/round.ts';
import { fitsMessage } from '../../cards/size.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { newReferat, type Referat } from '../../store/referat/record.ts';
import { isDeadlineMoved, readReferat, reviseReferat } from '../../store/referat/rules.ts';
import { openRound } from '../../store/round/rules.ts';
import { dayOf, timeOf } from '../../store/time.ts';
import type { TypedReferat } from '../../store/view.ts';
import { idFrom, sha256Of } from '../ids.ts';
import type { Handlers, Shown } from '../turn.ts';

export const referatHandlers = {
  'referat.overview': async () => ({ view: { view: 'referat-overview' } }),

  // the form's id follows from the press that asked for it, so that what it creates is created once
  'referat.new': async (_deps, { turnId }) => ({
    view: { view: 'referat-form', referatId: idFrom('referat', turnId) },
  }),

  'referat.edit': async (deps, { person }, { referatId }) => {
    const referat = await deps.referater.collection.get(referatId);
    const committee = referat && (await deps.committees.collection.get(referat.committeeId));
    if (!referat || !committee) return notice('not-found');
    if (!mayRunRounds(committee, person.id)) return notice('not-for-you');
    if (referat.state !== 'draft') return notice('already-sent');
    return { view: { view: 'referat-form', referatId, typed: typedFrom(referat) } };
  },

  'referat.preview': async (deps, { person, receivedAt }, { verb: _verb, referatId, ...typed }) => {
    const committees = await deps.committees.of(person.id);
    const writer = { committees, personId: person.id, now: receivedAt, hash: sha256Of };
    const read = readReferat(typed, writer);
    if ('problems' in read) return formAgain(referatId, typed, read.problems);
    const { input } = read;
    const committee = committees.find(({ id }) => id === input.committeeId) as Committee;
    const drafted = newReferat(referatId, committee.tenantId, input, person.id, receivedAt);
    if (!fitsCards(drafted, committee, receivedAt)) return formAgain(referatId, typed, ['too-large']);

    const { collection } = deps.referater;
    if ((await collection.insert(drafted)) === 'duplicate') {
      const revised = await change(collection, referatId, (referat) => reviseReferat(referat, input, writer));
      if (!revised.ok) return notice(revised.refusal);
    }
    const moved = isDeadlineMoved(typed);
    return { view: { view: 'referat-preview', referatId, ...(moved && { moved }) } };
  },
} satisfies Partial<Handlers>;

function notice(code: string): Shown {
  return { view: { view: 'notice', notice: code } };
}

function formAgain(referatId: string, typed: TypedReferat, problems: readonly string[]): Shown {
  return { view: { view: 'referat-form', referatId, typed, problems: [...problems] } };
}

function typedFrom(referat: Referat): TypedReferat {
  const { committeeId, meetingOn, title, summary, text, deadline } = referat;
  return { committeeId, meetingOn, title, summary, text, deadlineOn: dayOf(deadline), deadlineTime: timeOf(deadline) };
}

/** Whether every card this text will be shown in fits a message. */
function fitsCards(referat: Referat, committee: Committee, now: Date): boolean {
  if (!fitsMessage(referatPreviewCard(referat, { committee, moved: true }))) return false;
  const opened = openRound(
    { committee, referat, revision: referat.revision, nameOf: () => 'x'.repeat(40), openedBy: referat.writtenBy },
    { now, realNow: now },
  );
  return !opened.ok || fitsMessage(askCard(opened.value, referat, opened.value.seats[0]?.holderId ?? ''));
}
