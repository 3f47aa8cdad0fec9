import type { Slot } from '../../cards/actions/digest.ts';
import type { ActionOf } from '../../cards/actions.ts';
import { change } from '../../store/change.ts';
import { type Digest, digestIdOf, newDigest } from '../../store/digest/record.ts';
import { setAway, setRhythm } from '../../store/digest/rules.ts';
import { day } from '../../store/fields.ts';
import type { Result } from '../../store/result.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { readAnswer } from '../../store/tiltak/rules-answer.ts';
import { decideSilent } from '../../store/tiltak/rules-silent.ts';
import { answerStatus, snooze } from '../../store/tiltak/rules-status.ts';
import { nextMeetingOn } from '../tiltak.ts';
import { personNamed } from '../tiltak-people.ts';
import type { Deps, Handlers, Turn } from '../turn.ts';
import { ownIn } from '../views/view.ts';
import { news, notice, show, typedFrom } from './answers.ts';
import { handOverTo, ownTiltak } from './tiltak-answer.ts';

/** What is answered in a digest, and how somebody wants to get it. */
export const digestHandlers = {
  'digest.show': async (_deps, _turn, { page }) => show({ view: 'digest', ...(page !== undefined && { page }) }),

  // each on its own: what can be read is registered, and the rest is asked back as it was typed
  'digest.answer': async (deps, turn, action) => {
    const tried = await Promise.all(
      action.asked.map(async (asked, slot) => {
        const typed = typedIn(action, slot as Slot);
        return { tiltakId: asked.tiltakId, typed, outcome: await answerOne(deps, turn, asked, typed) };
      }),
    );
    const outcomes = tried.filter(({ outcome }) => outcome !== 'nothing');
    const saved = outcomes.filter(({ outcome }) => outcome === 'registered').map(({ tiltakId }) => tiltakId);
    const again = outcomes
      .filter(({ outcome }) => outcome !== 'registered')
      .map(({ tiltakId, typed, outcome }) => ({ tiltakId, problem: outcome, ...typed }));
    return news({
      view: 'digest',
      ...(action.page !== undefined && { page: action.page }),
      ...(saved.length > 0 && { saved }),
      ...(again.length > 0 && { again }),
      ...(outcomes.length === 0 && { notice: 'nothing-filled' }),
    });
  },

  'digest.away-form': async () => show({ view: 'digest-away' }),

  'digest.away': async (deps, turn, { until = '' }) => {
    const again = (problem: string) => show({ view: 'digest-away', typed: { until }, problems: [problem] });
    const read = day.safeParse(until.trim());
    if (!read.success) return again('away-missing');
    const result = await ofDigest(deps, turn, (digest) => setAway(digest, read.data, turn.receivedAt));
    return result.ok ? show({ view: 'digest', notice: 'away-saved' }) : again(result.refusal);
  },

  'digest.back': async (deps, turn) => {
    await ofDigest(deps, turn, (digest) => setAway(digest, undefined, turn.receivedAt));
    return show({ view: 'digest', notice: 'back-saved' });
  },

  'digest.rhythm': async (deps, turn, { rhythm }) => {
    await ofDigest(deps, turn, (digest) => setRhythm(digest, rhythm, turn.receivedAt));
    return show({ view: 'digest', notice: `rhythm-${rhythm}` });
  },

  'digest.silent': async (deps, turn, { tiltakId, page, what }) => {
    const own = await ownIn(deps, turn.person.id, await deps.tiltak.collection.get(tiltakId));
    if ('refused' in own) return notice(own.refused);
    const by = { by: turn.person.id, chairId: own.committee.roles.chairId };
    const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
    const result = await change(deps.tiltak.collection, tiltakId, (current) => decideSilent(current, what, by, clocks));
    const said = what === 'leader' ? 'leader-told' : 'silence-left';
    const code = result.ok ? said : result.refusal;
    return news({ view: 'digest', notice: code, ...(page !== undefined && { page }) });
  },
} satisfies Partial<Handlers>;

type Typed = { readonly class?: string; readonly text?: string; readonly due?: string };

function typedIn(action: ActionOf<'digest.answer'>, slot: Slot): Typed {
  return typedFrom({ class: action[`class${slot}`], text: action[`text${slot}`], due: action[`due${slot}`] });
}

/** One tiltak of a digest: what was filled in is registered, or the problem that it has. */
async function answerOne(
  deps: Deps,
  turn: Turn,
  { tiltakId, seen }: ActionOf<'digest.answer'>['asked'][number],
  typed: Typed,
): Promise<'nothing' | 'registered' | (string & {})> {
  if (Object.values(typed).every((field) => field.trim() === '')) return 'nothing';
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  if (tiltak === undefined) return 'not-found';
  const now = turn.receivedAt;
  const read = readAnswer(typed, { now, nextMeetingOn: await nextMeetingOn(deps, tiltak.committeeId) });
  if (read.kind === 'none') return 'nothing';
  if (read.kind === 'problem') return read.problem;
  if (read.kind === 'not-mine') return notMine(deps, turn, tiltak, read.name);
  const own = await ownTiltak(deps, turn, tiltakId);
  if (typeof own === 'string') return own;
  const result = await change(deps.tiltak.collection, tiltakId, (current) =>
    read.kind === 'snooze'
      ? snooze(current, turn.person.id, now)
      : answerStatus(current, read.input, { personId: turn.person.id, from: own.way, seen }, now),
  );
  return result.ok ? 'registered' : result.refusal;
}

/** «Ikke mitt ansvar»: given to whoever is named; to the secretariat's question where nobody is. */
async function notMine(deps: Deps, turn: Turn, { id, tenantId }: Tiltak, name: string): Promise<string> {
  const meant = name === '' ? undefined : await personNamed(deps, tenantId, name);
  if (typeof meant === 'string') return meant;
  return (await handOverTo(deps, turn, id, meant?.personId)) ?? 'registered';
}

/** Changes somebody's own digest, which is made when they have none. */
async function ofDigest<R extends string>(
  deps: Deps,
  { person }: Turn,
  rule: (digest: Digest) => Result<Digest, R>,
): Promise<Result<Digest, R | 'not-found'>> {
  const { collection } = deps.digests;
  const id = digestIdOf(person.id);
  if ((await collection.get(id)) === undefined) await collection.insert(newDigest(person.id, person.tenantId));
  return change(collection, id, rule);
}
