import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Back } from '../../store/digest/view.ts';
import { readAnswer } from '../../store/tiltak/rules-answer.ts';
import { type HandOverRefusal, handOver } from '../../store/tiltak/rules-hand-over.ts';
import { answerStatus, snooze } from '../../store/tiltak/rules-status.ts';
import { pickedPerson } from '../picked.ts';
import { contactsOf, mayAnswer, nextMeetingOn } from '../tiltak.ts';
import { personMeantBy } from '../tiltak-people.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { news, notice, show, typedFrom } from './answers.ts';

/** One tiltak is answered: how it goes, later, or by somebody else. */
export const tiltakAnswerHandlers = {
  'tiltak.answer-form': async (_deps, _turn, { tiltakId, back }) =>
    show({ view: 'tiltak-answer', tiltakId, ...(back && { back }) }),

  'tiltak.answer': async (deps, turn, { verb: _verb, tiltakId, back, seen, ...fields }) => {
    const own = await ownTiltak(deps, turn, tiltakId);
    if (typeof own === 'string') return notice(own);
    const again = (problem: string) =>
      show({ view: 'tiltak-answer', tiltakId, ...(back && { back }), typed: typedFrom(fields), problems: [problem] });
    const byOthers = await othersIn(deps, own.committee, fields);
    if (byOthers === undefined) return again('picked-unknown');
    const meetingOn = await nextMeetingOn(deps, own.tiltak.committeeId);
    const read = readAnswer({ ...fields, byOthers }, { now: turn.receivedAt, nextMeetingOn: meetingOn });
    if (read.kind === 'problem') return again(read.problem);
    if (read.kind !== 'status') return again('class-missing');
    const by = { personId: turn.person.id, from: own.way, seen };
    const result = await change(deps.tiltak.collection, tiltakId, (current) =>
      answerStatus(current, read.input, by, turn.receivedAt),
    );
    if (!result.ok) return result.refusal === 'tiltak-answered' ? again(result.refusal) : notice(result.refusal);
    return show({ view: 'tiltak-answer', tiltakId, ...(back && { back }), saved: true });
  },

  'tiltak.snooze': async (deps, turn, { tiltakId, back }) => {
    const own = await ownTiltak(deps, turn, tiltakId);
    if (typeof own === 'string') return notice(own);
    const result = await change(deps.tiltak.collection, tiltakId, (current) =>
      snooze(current, turn.person.id, turn.receivedAt),
    );
    if (!result.ok) return notice(result.refusal);
    return afterwards(tiltakId, back, show({ view: 'tiltak-answer', tiltakId, ...(back && { back }), saved: true }));
  },

  'tiltak.hand-over-form': async (_deps, _turn, { tiltakId, back }) =>
    show({ view: 'tiltak-hand-over', tiltakId, ...(back && { back }) }),

  'tiltak.hand-over': async (deps, turn, { verb: _verb, tiltakId, back, ...fields }) => {
    const again = (problem: string) =>
      show({
        view: 'tiltak-hand-over',
        tiltakId,
        ...(back && { back }),
        typed: typedFrom(fields),
        problems: [problem],
      });
    const committee = await committeeOf(deps, tiltakId);
    if (committee === undefined) return notice('not-found');
    const meant = await personMeantBy(deps, committee, fields);
    if (meant === undefined || typeof meant === 'string') return again(meant ?? 'person-unknown');
    const refusal = await handOverTo(deps, turn, tiltakId, meant.personId);
    if (refusal !== undefined) return refusal === 'handed-to-self' ? again(refusal) : notice(refusal);
    return afterwards(tiltakId, back, notice('tiltak-handed-over'));
  },

  'tiltak.hand-over-nobody': async (deps, turn, { tiltakId, back }) => {
    const refusal = await handOverTo(deps, turn, tiltakId, undefined);
    return refusal === undefined ? afterwards(tiltakId, back, notice('tiltak-unowned')) : notice(refusal);
  },
} satisfies Partial<Handlers>;

/** Back in the digest it was opened from, with what was registered. */
function afterwards(tiltakId: string, back: Back | undefined, otherwise: Shown): Shown {
  return back === 'digest' ? news({ view: 'digest', saved: [tiltakId] }) : { ...otherwise, sends: true };
}

/** A tiltak that somebody may answer for, and how; else the notice that says why not. */
export async function ownTiltak(deps: Deps, { person }: Pick<Turn, 'person'>, tiltakId: string) {
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  const committee = tiltak && (await deps.committees.collection.get(tiltak.committeeId));
  if (tiltak === undefined || committee === undefined) return 'not-found';
  const way = await mayAnswer(deps, tiltak, person.id);
  return way === undefined ? 'tiltak-not-yours' : { tiltak, committee, way };
}

async function committeeOf(deps: Deps, tiltakId: string): Promise<Committee | undefined> {
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  return tiltak && deps.committees.collection.get(tiltak.committeeId);
}

/** Gives a tiltak to somebody else, or to nobody. Undefined when it is done, or was by an earlier delivery of the same press. */
export async function handOverTo(
  deps: Deps,
  turn: Turn,
  tiltakId: string,
  to: string | undefined,
): Promise<HandOverRefusal | 'not-found' | 'tiltak-not-yours' | undefined> {
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  if (tiltak === undefined) return 'not-found';
  const { id: by } = turn.person;
  const way = await mayAnswer(deps, tiltak, by);
  if (way === undefined)
    return tiltak.handedOver?.by === by && tiltak.handedOver.to === to ? undefined : 'tiltak-not-yours';
  const given = { by, to, isTheirs: way === 'answer', contacts: await contactsOf(deps, tiltak) };
  const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
  const result = await change(deps.tiltak.collection, tiltakId, (current) => handOver(current, given, clocks));
  return result.ok ? undefined : result.refusal;
}

/** Who follows it up: as typed, or found in Teams; undefined when nothing says what they are called. */
async function othersIn(
  deps: Deps,
  committee: Committee,
  { byOthers = '', picked = '' }: { readonly byOthers?: string | undefined; readonly picked?: string | undefined },
): Promise<string | undefined> {
  if (picked.trim() === '') return byOthers;
  const person = await pickedPerson(deps, committee, { picked, name: byOthers });
  if (person === undefined || person === 'unknown') return undefined;
  return byOthers.trim() === '' || byOthers.trim() === person.name ? person.name : `${person.name}, ${byOthers.trim()}`;
}
