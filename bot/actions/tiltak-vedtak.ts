import { note } from '../../store/effect.ts';
import { newTiltak } from '../../store/tiltak/record.ts';
import { readTiltak } from '../../store/tiltak/rules.ts';
import { planned } from '../../store/tiltak/rules-ask.ts';
import { understandDue } from '../../store/tiltak/rules-due.ts';
import { answersFor, dayFor } from '../../store/tiltak/rules-vedtak.ts';
import { pickedPerson } from '../picked.ts';
import { nextMeetingOn } from '../plan-store.ts';
import { ownerIn } from '../tiltak-owner.ts';
import type { Deps, Handlers, Shown } from '../turn.ts';
import { ownVedtak, tiltakIdFor } from '../vedtak.ts';
import { notice, show, typedFrom } from './answers.ts';
import { idsIn } from './minutes.ts';

export const tiltakVedtakHandlers = {
  'tiltak.new-form': async (_deps, _turn, { verb: _verb, ...at }) => show({ view: 'tiltak-form', ...present(at) }),

  // each has an id of its own, however often it is pressed
  'tiltak.new': async (deps, { person, receivedAt }, action) => {
    const { verb: _verb, meetingId, sakId, point, n = 1, back, ...fields } = action;
    const at = present({ meetingId, sakId, point, n, back });
    const again = (problems: readonly string[]) =>
      show({ view: 'tiltak-form', ...at, typed: typedFrom(fields), problems: [...problems] });
    const vedtak = await ownVedtak(deps, person.id, at);
    if ('refused' in vedtak) return notice(vedtak.refused);
    // the vedtak may have been changed since the button was shown
    if (point !== undefined && vedtak.points[point - 1] === undefined) return again(['point-gone']);
    const read = readTiltak(fields);
    if ('problems' in read) return again(read.problems);
    const { committee, sak, meeting } = vedtak;
    const picked = await pickedPerson(deps, committee, { picked: fields.picked, name: fields.owner });
    if (picked === 'unknown') return again(['person-unknown']);
    const { read: owner, directory } = await ownerIn(deps, committee, fields.owner);
    const answers = answersFor(owner, {
      chosen: idsIn(fields.contacts ?? ''),
      known: directory.people.map(({ id }) => id),
      pickedId: picked?.personId,
    });
    const due = dayFor(understandDue(fields.due ?? ''), {
      nextMeetingOn: await nextMeetingOn(deps, committee.id, laterOf(receivedAt, meeting?.endsAt)),
      asWritten: (fields.dueKept ?? '') !== '',
    });
    const problems = [answers, due].flatMap((one) => ('problem' in one ? [one.problem] : []));
    if ('problem' in answers || 'problem' in due) return again(problems);
    const { dueOn: _day, ...input } = read.input;
    const meetingOf = meeting?.id ?? sak.meetingId;
    const tiltak = newTiltak({
      id: tiltakIdFor(vedtak, point, n),
      tenantId: committee.tenantId,
      committeeId: committee.id,
      ...input,
      ...(picked && { owner: input.owner ?? picked.name }),
      ...answers,
      ...due,
      ...(await placeIn(deps, committee.id, fields.planId)),
      source: {
        sakId,
        ...(meetingOf && { meetingId: meetingOf }),
        ...(sak.number && { number: sak.number }),
        ...(point !== undefined && { point }),
      },
    });
    const noted = note(tiltak, { at: receivedAt, by: person.id, what: 'decided' });
    const inserted = await deps.tiltak.collection.insert(planned(noted, receivedAt));
    return saved(at, inserted === 'inserted' ? 'tiltak-saved' : 'tiltak-before');
  },
} satisfies Partial<Handlers>;

type At = {
  readonly meetingId?: string | undefined;
  readonly sakId: string;
  readonly point?: number | undefined;
  readonly n?: number | undefined;
  readonly back?: 'sak' | undefined;
};

function present({ meetingId, sakId, point, n, back }: At) {
  return {
    sakId,
    ...(meetingId && { meetingId }),
    ...(point !== undefined && { point }),
    ...(n !== undefined && { n }),
    ...(back && { back }),
  };
}

/** Where the form was opened from. */
function saved({ meetingId, sakId, back }: At, problem: 'tiltak-saved' | 'tiltak-before'): Shown {
  return back === 'sak' || meetingId === undefined
    ? show({ view: 'sak', sakId, notice: problem })
    : show({ view: 'minutes', meetingId, problem });
}

/** «Neste møte» comes after the meeting that decided, also where that is still to end. */
function laterOf(now: Date, end: Date | undefined): Date {
  return end !== undefined && end > now ? end : now;
}

/** Last in a plan of the committee; in none when nothing else is said. */
async function placeIn(deps: Deps, committeeId: string, planId = '') {
  const plan = (await deps.plans.of(committeeId)).find(({ id }) => id === planId);
  if (plan === undefined) return {};
  const last = (await deps.tiltak.ofPlan(plan.id)).at(-1);
  return { planId: plan.id, order: (last?.order ?? -1) + 1 };
}
