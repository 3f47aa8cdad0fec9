import { fieldsOf, fieldsWithoutRoom } from '../../cards/sak-fields.ts';
import { problemText } from '../../cards/text/problems.ts';
import { sakProblemText } from '../../cards/text/sak-problems.ts';
import { change } from '../../store/change.ts';
import { done, type Result } from '../../store/result.ts';
import type { Sak } from '../../store/sak/record.ts';
import { answerSak, mayPropose, sendSak, withdrawSak } from '../../store/sak/rules.ts';
import { addFile, chooseCommittee, keepTyped, switchForm, typedOf } from '../../store/sak/rules-draft.ts';
import { keepContent, readSak } from '../../store/sak/rules-form.ts';
import type { TypedSak } from '../../store/sak/typed.ts';
import type { View } from '../../store/view.ts';
import { beginSak, beginSakAside } from '../sak-begin.ts';
import { filesOf, meetingsOf, ownSak } from '../sak-known.ts';
import { pointOutSimilar } from '../sak-similar.ts';
import { type Deps, type Handlers, isPrivate, type Shown, type Turn } from '../turn.ts';
import { news, notice, show } from './answers.ts';
import { fileOf } from './referat.ts';

export const sakHandlers = {
  'sak.new': async (deps, turn, { committeeId, isNew }) => {
    const prefill = { ...(committeeId && { committeeId }), ...(isNew && { isNew }) };
    return isPrivate(turn.place) ? beginSak(deps, turn, prefill) : beginSakAside(deps, turn, false, prefill);
  },

  'sak.edit': async (deps, turn, { sakId, answer }) => {
    if (answer === undefined) return show({ view: 'sak-form', sakId });
    const kept = await keep(deps, turn, sakId, { answer });
    return 'refused' in kept ? kept.refused : show({ view: 'sak-form', sakId });
  },

  // a file that was dropped into the chat: the text of a sak, or one of its vedlegg
  'sak.file': async (deps, turn, { sakId, fileId, as }) => {
    if ((await fileOf(deps, turn.person.id, fileId)) === undefined) return notice('not-found');
    if (sakId === undefined) {
      const file = as === 'background' ? { fileId } : { fileIds: fileId };
      return beginSak(deps, turn, { isNew: true, ...file });
    }
    const added = await change(deps.saker.collection, sakId, (sak) =>
      addFile(sak, { fileId, as }, turn.person.id, turn.receivedAt),
    );
    if (added.ok) return show({ view: 'sak-form', sakId, notice: 'sak-attached' });
    if (added.refusal === 'sak-too-many-files') return show({ view: 'sak-form', sakId, notice: added.refusal });
    return refusedAs(sakId, added.refusal);
  },

  'sak.keep': async (deps, turn, { verb: _verb, sakId, next, ...typed }) => {
    const kept = await keep(deps, turn, sakId, typed);
    if ('refused' in kept) return kept.refused;
    const form = { view: 'sak-form', sakId } as const;
    if (next === 'committee') return show({ view: 'sak-committee', sakId });
    if (next === 'attach') return show({ ...form, notice: 'sak-drop-here' });
    if (next === undefined) return show({ ...form, notice: 'sak-kept' });
    const changed = await change(deps.saker.collection, sakId, (sak) =>
      next === 'switch' ? switchForm(sak, turn.person.id) : emptied(sak),
    );
    return changed.ok ? show(form) : refusedAs(sakId, changed.refusal);
  },

  'sak.committees': async (_deps, _turn, { sakId, page }) =>
    show({ view: 'sak-committee', sakId, ...(page !== undefined && { page }) }),

  'sak.choose': async (deps, { person, tenantId }, { sakId, committeeId = '' }) => {
    const committee = committeeId === '' ? undefined : await deps.committees.collection.get(committeeId);
    if (committee === undefined) return show({ view: 'sak-committee', sakId, problems: ['sak-committee'] });
    if (!mayPropose(committee, { personId: person.id, tenantId })) return notice('not-proposable');
    const chosen = await change(deps.saker.collection, sakId, (sak) => chooseCommittee(sak, committee, person.id));
    return chosen.ok ? show({ view: 'sak-form', sakId }) : refusedAs(sakId, chosen.refusal);
  },

  'sak.preview': async (deps, turn, { verb: _verb, sakId, ...typed }) => {
    const kept = await keep(deps, turn, sakId, typed);
    if ('refused' in kept) return kept.refused;
    const { sak } = kept;
    const by = { personId: turn.person.id, now: turn.receivedAt };
    const committee = await deps.committees.collection.get(sak.committeeId);
    if (committee === undefined) return notice('not-found');
    const [meetings, files] = [await meetingsOf(deps, committee), await filesOf(deps, by.personId, sak)];
    const read = readSak(sak, { committee, tenantId: turn.tenantId, meetings, files }, by);
    if ('problems' in read) {
      const view: View = { view: 'sak-form', sakId, problems: [...read.problems] };
      // a text that has no room in a card is mended where it stands
      return fieldsWithoutRoom(sak).length > 0
        ? { said: problemText(read.problems, sakProblemText), card: view }
        : show(view);
    }
    const written = await change(deps.saker.collection, sakId, (current) => keepContent(current, read.input, by));
    return written.ok ? show({ view: 'sak-preview', sakId }) : refusedAs(sakId, written.refusal);
  },

  'sak.page': async (_deps, _turn, { sakId, page }) =>
    show({ view: 'sak-preview', sakId, ...(page !== undefined && { page }) }),

  'sak.send': async (deps, turn, { sakId, revision }) => {
    const own = await ownSak(deps, turn.person.id, sakId);
    if ('refused' in own) return notice(own.refused);
    const { committee } = own;
    const meetings = await meetingsOf(deps, committee);
    const sending = { revision, committee, meetings, tenantId: turn.tenantId };
    const sent = await change(deps.saker.collection, sakId, (sak) => sendSak(sak, sending, byOf(deps, turn)));
    if (!sent.ok) {
      const { refusal } = sent;
      if (refusal === 'changed-since-preview' || refusal === 'sak-not-ready')
        return show({ view: 'sak-preview', sakId, notice: refusal });
      return refusedAs(sakId, refusal);
    }
    await pointOutSimilar(deps, sent.value, committee);
    return news({ view: 'sak', sakId, notice: sent.value.tooLateFor ? 'sak-sent-late' : 'sak-sent' });
  },

  'sak.show': async (_deps, _turn, { sakId, page }) =>
    show({ view: 'sak', sakId, ...(page !== undefined && { page }) }),

  'sak.answer': async (deps, turn, { sakId, answer = '' }) => {
    const own = await ownSak(deps, turn.person.id, sakId);
    if ('refused' in own) return notice(own.refused);
    const { committee } = own;
    const result = await change(deps.saker.collection, sakId, (sak) =>
      answerSak(sak, { text: answer, committee }, byOf(deps, turn)),
    );
    if (result.ok) return news({ view: 'sak', sakId, notice: 'sak-answered' });
    if (result.refusal === 'answer-missing') return show({ view: 'sak', sakId, problems: ['answer-missing'] });
    // it has no room in the card: it stays where it was typed
    if (result.refusal === 'answer-too-long') return { said: problemText([result.refusal], sakProblemText) };
    return refusedAs(sakId, result.refusal);
  },

  'sak.withdraw': async (deps, turn, { sakId }) => {
    const own = await ownSak(deps, turn.person.id, sakId);
    if ('refused' in own) return notice(own.refused);
    const wasDraft = own.sak.status === 'draft';
    const result = await change(deps.saker.collection, sakId, (sak) =>
      withdrawSak(sak, own.committee, byOf(deps, turn)),
    );
    if (!result.ok) return refusedAs(sakId, result.refusal);
    return wasDraft ? notice('sak-discarded') : news({ view: 'sak', sakId, notice: 'sak-withdrawn' });
  },

  'sak.similar': async (_deps, _turn, { sakId, otherId, page }) =>
    show({ view: 'sak-similar', sakId, otherId, ...(page !== undefined && { page }) }),

  'sak.list': async (_deps, _turn, { committeeId, page }) =>
    show({ view: 'saker', ...(committeeId && { committeeId }), ...(page !== undefined && { page }) }),
} satisfies Partial<Handlers>;

/** Who does it, by both clocks. */
export function byOf(deps: Deps, { person, receivedAt }: Turn) {
  return { personId: person.id, now: receivedAt, realNow: deps.realNow() };
}

/** Where a sak stands is the answer to a press that came too late; a sentence to one that was another's. */
export function refusedAs(sakId: string, refusal: string): Shown {
  if (
    refusal === 'not-found' ||
    refusal === 'not-your-sak' ||
    refusal === 'not-for-you' ||
    refusal === 'not-proposable'
  )
    return notice(refusal);
  return show({ view: 'sak', sakId, notice: refusal });
}

/** Keeps what was typed into the form. */
async function keep(
  deps: Deps,
  { person, receivedAt }: Turn,
  sakId: string,
  typed: TypedSak,
): Promise<{ readonly sak: Sak } | { readonly refused: Shown }> {
  // which committee a sak is for is chosen, and never typed
  const { committeeId: _chosen, ...fields } = typed;
  const kept = await change(deps.saker.collection, sakId, (sak) =>
    keepTyped(sak, { ...clearedIn(sak, fields), ...fields }, person.id, receivedAt),
  );
  return kept.ok ? { sak: kept.value } : { refused: refusedAs(sakId, kept.refusal) };
}

/** The text fields of the form that were emptied: a card leaves out of its answer what nothing stands in. */
function clearedIn(sak: Sak, typed: TypedSak): TypedSak {
  const { before, main, after } = fieldsOf(sak);
  const absent = [...before, ...main, ...after].map(({ id }) => id);
  const shown = typedOf(sak);
  // a form from before the other one was chosen says nothing of this one's fields
  const isThisForm = sak.form === 'full' ? typed.title !== undefined : typed.what !== undefined;
  const kept = [...fieldsWithoutRoom(sak), ...(shown.fileId ? ['background'] : [])];
  return isThisForm ? Object.fromEntries(absent.filter((id) => !kept.includes(id)).map((id) => [id, ''])) : {};
}

/** The sak without the texts that do not stand in the form: they are written anew. */
function emptied(sak: Sak): Result<Sak, never> {
  const { fileId: _file, ...typed } = typedOf(sak);
  const without = Object.fromEntries(fieldsWithoutRoom(sak).map((name) => [name, '']));
  return done({ ...sak, typed: { ...typed, ...without } });
}
