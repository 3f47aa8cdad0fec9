import { button } from '../../cards/elements.ts';
import { shortened } from '../../cards/size.ts';
import { digestText } from '../../cards/text/digest.ts';
import { longDate, longTime } from '../../cards/text/format.ts';
import { tabTiltakText as text } from '../../cards/text/tab-tiltak.ts';
import { filterText, sourceText, tiltakText } from '../../cards/text/tiltak.ts';
import { classText, dueText, statusText } from '../../cards/text/tiltak-status.ts';
import { historyTexts, tiltakActions } from '../../cards/tiltak-one.ts';
import { planName } from '../../cards/tiltak-plan.ts';
import { maySee } from '../../store/sak/rules.ts';
import { isOpen, isOverdue, isProposed, newestStatus } from '../../store/tiltak/record.ts';
import { isDeleted } from '../../store/tiltak/rules-decide.ts';
import { namesIn } from '../names.ts';
import { knownTiltak, peopleIn } from '../tiltak-report.ts';
import type { Deps } from '../turn.ts';
import { NotYoursError, type Reading } from './reading.ts';
import { LOOSE } from './tiltak-query.ts';
import { actionsOf, stateOf } from './tiltak-words.ts';
import type { WireTiltak } from './wire-tiltak.ts';

/** A longer text is no heading. */
const TITLE = 160;

type Known = Exclude<Awaited<ReturnType<typeof knownTiltak>>, { readonly refused: unknown }>;

/** One tiltak, whole, with what whoever looks may do with it. */
export async function readTiltak({ deps, viewerId }: Reading, id: string): Promise<WireTiltak> {
  const known = await knownTiltak(deps, viewerId, id);
  if ('refused' in known) throw new NotYoursError();
  const { tiltak, committee, asked, today, may } = known;
  const nameOf = await namesIn(deps, [...peopleIn([tiltak]), ...asked]);
  const { point } = tiltak.place;
  const said = newestStatus(tiltak)?.text;
  const isAnswered = (may.answer || may.run) && tiltak.state === 'open';
  return {
    page: 'tiltak',
    id,
    committeeId: committee.id,
    plan: planName(known),
    ...(may.readPlan && { listPath: `committees/${committee.id}/tiltak?plan=${tiltak.planId ?? LOOSE}` }),
    ...(point && { point }),
    title: shortened(tiltak.text, TITLE),
    ...(tiltak.text.length > TITLE && { text: tiltak.text }),
    state: stateOf(tiltak),
    ...(isOverdue(tiltak, today) && { isLate: true }),
    remarks: remarksOn(known),
    facts: await factsOf(deps, viewerId, known, asked.map(nameOf)),
    ...(said && { prose: said }),
    ...(isAnswered && { form: formOf(known) }),
    actions: actionsIn(known, isAnswered),
    history: historyTexts(tiltak, nameOf).map(({ at, what }) => ({ at: longTime(at), what })),
  };
}

function remarksOn({ tiltak }: Known): readonly string[] {
  if (tiltak.state === 'closed') return [isDeleted(tiltak) ? tiltakText.deleted : tiltakText.closed];
  return isProposed(tiltak) ? [tiltakText.proposed] : [];
}

async function factsOf(
  deps: Deps,
  viewerId: string,
  { tiltak, committee, today }: Known,
  asked: readonly string[],
): Promise<WireTiltak['facts']> {
  const { place, owner, source } = tiltak;
  const due = dueText(tiltak) ?? tiltakText.noDue;
  const others = newestStatus(tiltak);
  const sak = source && (await deps.saker.collection.get(source.sakId));
  const fact = (label: string, value: string | undefined, path?: string) =>
    value === undefined || value === '' ? [] : [{ label, value, ...(path !== undefined && { path }) }];
  return [
    ...fact(tiltakText.owner, owner ?? tiltakText.noOwner),
    ...fact(tiltakText.asked, asked.length > 0 ? asked.join(', ') : tiltakText.nobodyAsked),
    ...fact(tiltakText.due, isOverdue(tiltak, today) ? `${due}. ${filterText.overdue}.` : due),
    ...fact(text.asksAgain, asksAgain(tiltak)),
    ...(others?.byOthers ? fact(tiltakText.standing, classText(others)) : []),
    ...fact(tiltakText.area, place.focusArea),
    ...fact(tiltakText.goal, place.goal),
    ...fact(tiltakText.how, place.how),
    ...(source
      ? fact(
          tiltakText.source,
          sourceText(source),
          sak && maySee(sak, committee, viewerId) ? `saker/${source.sakId}` : undefined,
        )
      : []),
  ];
}

function asksAgain(tiltak: Known['tiltak']): string | undefined {
  if (!isOpen(tiltak)) return undefined;
  return tiltak.askDueAt === undefined ? text.nobodyAsks : longDate(tiltak.askDueAt);
}

function formOf({ tiltak, may }: Known): NonNullable<WireTiltak['form']> {
  const { classOne, proseOne, othersOne, dueOne, dueHint, sendOne, savedOne, onBehalf, done } = digestText;
  return {
    // somebody who answers what was answered since sees that first
    action: { verb: 'tiltak.answer', tiltakId: tiltak.id, seen: tiltak.statuses.length },
    remarks: [...(may.answer ? [] : [onBehalf]), ...(isOpen(tiltak) ? [] : [done])],
    classes: Object.entries(statusText).map(([value, title]) => ({ value, text: title })),
    labels: {
      class: classOne,
      text: proseOne,
      byOthers: othersOne,
      due: `${dueOne} (${dueHint})`,
      send: sendOne,
      saved: savedOne,
    },
  };
}

/** The buttons of its cards, without the one that opens the form that stands here already. */
function actionsIn({ tiltak, may }: Known, isAnswered: boolean): WireTiltak['actions'] {
  const { id: tiltakId } = tiltak;
  const others = tiltakActions({ tiltak, may }).filter(({ data }) => data.verb !== 'tiltak.answer-form');
  const answers = isAnswered
    ? [
        button(digestText.snooze, { verb: 'tiltak.snooze', tiltakId }),
        button(digestText.notMine, { verb: 'tiltak.hand-over-form', tiltakId }),
      ]
    : [];
  return actionsOf([...answers, ...others]);
}
