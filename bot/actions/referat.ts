import { EDITABLE } from '../../cards/round-forms.ts';
import { change } from '../../store/change.ts';
import { newest, newReferat, type Referat } from '../../store/referat/record.ts';
import { approveInMeeting, registerPublished, reviseReferat } from '../../store/referat/rules.ts';
import { isDeadlineMoved, readReferat } from '../../store/referat/rules-form.ts';
import type { TypedReferat } from '../../store/referat/view.ts';
import { liftToMeeting } from '../../store/round/rules-run.ts';
import { dayOf, osloTime, timeOf } from '../../store/time.ts';
import { idFrom, sha256Of } from '../ids.ts';
import type { Deps, Handlers, Shown } from '../turn.ts';
import { ownReferat, runBy } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';

export const referatHandlers = {
  'referat.overview': async () => show({ view: 'referat-overview' }),

  // the form's id follows from the press that asked for it, so that what it creates is created once
  'referat.new': async (deps, { person, turnId }, { committeeId, fileId }) => {
    const committees = await runBy(deps, person.id);
    if (committees.length === 0) return notice('not-for-you');
    const chosen = committees.length === 1 ? committees[0]?.id : committeeId;
    if (chosen === undefined) return show({ view: 'choose-committee' });
    const typed = { committeeId: chosen, ...(fileId && { fileId }) };
    return show({ view: 'referat-form', referatId: idFrom('referat', turnId), typed });
  },

  'referat.edit': async (deps, { person }, { referatId, fileId }) => {
    const own = await ownReferat(deps, person.id, referatId);
    if ('refused' in own) return notice(own.refused);
    if (own.referat.state !== 'draft') return notice('already-sent');
    const { text: _text, ...kept } = typedOf(own.referat);
    const typed = fileId ? { ...kept, fileId } : typedOf(own.referat);
    return show({ view: 'referat-form', referatId, typed });
  },

  'referat.preview': async (deps, { person, receivedAt }, { verb: _verb, referatId, ...typed }) => {
    const committees = await runBy(deps, person.id);
    const file = await fileOf(deps, person.id, typed.fileId);
    const writer = { committees, personId: person.id, now: receivedAt, hash: sha256Of, ...(file && { file }) };
    const read = readReferat({ ...(await keptText(deps, referatId, typed)), ...typed }, writer);
    if ('problems' in read) return formAgain(referatId, typed, read.problems);
    const { input } = read;
    const tenantId = committees.find(({ id }) => id === input.committeeId)?.tenantId ?? person.tenantId;
    const { collection } = deps.referater;
    if ((await collection.insert(newReferat(referatId, tenantId, input, person.id, receivedAt))) === 'duplicate') {
      const revised = await change(collection, referatId, (referat) => reviseReferat(referat, input, writer));
      if (!revised.ok) return notice(revised.refusal);
    }
    const moved = isDeadlineMoved(typed);
    return show({ view: 'referat-preview', referatId, ...(moved && { moved }) });
  },

  'referat.page': async (_deps, _turn, { referatId, page }) =>
    show({ view: 'referat-preview', referatId, ...(page !== undefined && { page }) }),

  'referat.show': async (_deps, _turn, { referatId }) => show({ view: 'referat', referatId }),
  'referat.meeting-form': async (_deps, _turn, { referatId }) => show({ view: 'meeting-approval-form', referatId }),
  'referat.publish-form': async (_deps, _turn, { referatId }) => show({ view: 'publish-form', referatId }),

  'referat.meeting': async (deps, { person, receivedAt }, { verb: _verb, referatId, ...fields }) => {
    const own = await ownReferat(deps, person.id, referatId);
    if ('refused' in own) return notice(own.refused);
    const again = (problem: string) =>
      show({ view: 'meeting-approval-form', referatId, typed: typedFrom(fields), problems: [problem] });
    const on = fields.on?.trim() ?? '';
    const [sak = '', vedtak = ''] = [fields.sak?.trim(), fields.vedtak?.trim()];
    if (osloTime(on, '12:00') === undefined) return again('meeting-day');
    if (sak.length > 100 || vedtak.length > 1000) return again('vedtak-too-long');
    const by = { personId: person.id, now: receivedAt };
    const approve = (referat: Referat) =>
      approveInMeeting(referat, { on, ...(sak && { sak }), ...(vedtak && { vedtak }) }, by);
    const judged = approve(own.referat);
    if (!judged.ok) return again(judged.refusal);
    // the round first: one that a colleague opens again at this moment asks on, and nothing is approved
    const { round } = own.referat;
    if (own.referat.state === 'undecided' && round) {
      const clocks = { now: receivedAt, realNow: deps.realNow() };
      const lifted = await change(deps.rounds.collection, round.id, (ended) => liftToMeeting(ended, person.id, clocks));
      const isLifted = lifted.ok || (await deps.rounds.collection.get(round.id))?.liftedToMeeting !== undefined;
      if (!isLifted) return again('on-round');
    }
    const result = await change(deps.referater.collection, referatId, approve);
    if (!result.ok) return again(result.refusal);
    return show({ view: 'referat', referatId });
  },

  'referat.publish': async (deps, { person, receivedAt }, { verb: _verb, referatId, ...fields }) => {
    const own = await ownReferat(deps, person.id, referatId);
    if ('refused' in own) return notice(own.refused);
    const where = fields.where?.trim() ?? '';
    if (where.length > 500)
      return show({ view: 'publish-form', referatId, typed: typedFrom(fields), problems: ['where-too-long'] });
    const result = await change(deps.referater.collection, referatId, (referat) =>
      registerPublished(referat, where || undefined, { personId: person.id, now: receivedAt }),
    );
    return show({ view: 'referat', referatId, ...(!result.ok && { problem: result.refusal }) });
  },
} satisfies Partial<Handlers>;

/** A file that this person sent to the bot; nobody uses another's. */
export async function fileOf(deps: Deps, personId: string, fileId: string | undefined) {
  const file = fileId === undefined ? undefined : await deps.files.collection.get(fileId);
  return file?.by === personId ? file : undefined;
}

/** What the form could not hold and therefore did not send: the text of a draft, and the file it came from. */
async function keptText(deps: Deps, referatId: string, { text, fileId }: TypedReferat): Promise<TypedReferat> {
  if (text !== undefined || fileId !== undefined) return {};
  const referat = await deps.referater.collection.get(referatId);
  if (referat === undefined) return {};
  const { text: kept } = newest(referat);
  return { text: kept };
}

function formAgain(referatId: string, typed: TypedReferat, problems: readonly string[]): Shown {
  return show({ view: 'referat-form', referatId, typed, problems: [...problems] });
}

/** A draft as the form shows it; a text too long for a card stays where it is. */
function typedOf(referat: Referat): TypedReferat {
  const { committeeId, meetingOn, title, summary, deadline, presentSeatIds, choices } = referat;
  const { text, file } = newest(referat);
  return {
    committeeId,
    meetingOn,
    title,
    summary,
    ...(file === undefined && text.length <= EDITABLE && { text }),
    deadlineOn: dayOf(deadline),
    deadlineTime: timeOf(deadline),
    ...(presentSeatIds && { present: presentSeatIds.join(',') }),
    ...(choices && { rule: choices.approvalRule.kind, askedGroup: choices.askedGroup }),
    ...(choices?.approvalRule.kind === 'consensus' &&
      choices.approvalRule.atLeast !== undefined && { atLeast: String(choices.approvalRule.atLeast) }),
  };
}
