import { z } from 'zod';
import { agendaActions } from '../cards/actions/agenda.ts';
import { ballotActions } from '../cards/actions/ballot.ts';
import { countsActions } from '../cards/actions/counts.ts';
import { digestActions } from '../cards/actions/digest.ts';
import { documentActions } from '../cards/actions/document.ts';
import { forecastActions } from '../cards/actions/forecast.ts';
import { forfallActions } from '../cards/actions/forfall.ts';
import { lifeActions } from '../cards/actions/life.ts';
import { meetingActions } from '../cards/actions/meeting.ts';
import { minutesActions } from '../cards/actions/minutes.ts';
import { nominationActions } from '../cards/actions/nomination.ts';
import { planActions } from '../cards/actions/plan.ts';
import { referatActions } from '../cards/actions/referat.ts';
import { roundActions } from '../cards/actions/round.ts';
import { sakActions } from '../cards/actions/sak.ts';
import { setupActions } from '../cards/actions/setup.ts';
import { tiltakActions } from '../cards/actions/tiltak.ts';
import { tiltakVedtakActions } from '../cards/actions/tiltak-vedtak.ts';
import { type CardAction, cardActionSchema } from '../cards/actions.ts';
import type { View } from '../store/view.ts';
import { helpHandlers } from './actions/help.ts';
import { beginsInClosed } from './closed.ts';
import { conversationIdFor } from './ids.ts';
import { later } from './later.ts';
import { type Deps, type Handler, type Handlers, isPrivate, type Shown, type Turn, type Verb } from './turn.ts';

type ActionSchema = { readonly shape: { readonly verb: { readonly value: Verb } } };
const verbsIn = <A extends ActionSchema>(schemas: readonly A[]): readonly A['shape']['verb']['value'][] =>
  schemas.map(({ shape }) => shape.verb.value);

// a verb without a handler does not compile
const handlers: Handlers = {
  ...helpHandlers,
  ...later(['app.link'], async () => (await import('./actions/app-link.ts')).appLinkHandlers),
  ...later(['file.send'], async () => (await import('./actions/file.ts')).fileHandlers),
  ...later(verbsIn(referatActions), async () => (await import('./actions/referat.ts')).referatHandlers),
  ...later(verbsIn(roundActions), async () => ({
    ...(await import('./actions/round.ts')).roundHandlers,
    ...(await import('./actions/round-matter.ts')).matterAnswerHandlers,
    ...(await import('./actions/round-run.ts')).roundRunHandlers,
  })),
  ...later(verbsIn(digestActions), async () => ({
    ...(await import('./actions/digest.ts')).digestHandlers,
    ...(await import('./actions/tiltak-answer.ts')).tiltakAnswerHandlers,
  })),
  ...later(verbsIn(documentActions), async () => (await import('./actions/document.ts')).documentHandlers),
  ...later(verbsIn(sakActions), async () => ({
    ...(await import('./actions/sak.ts')).sakHandlers,
    ...(await import('./actions/sak-handle.ts')).sakHandleHandlers,
  })),
  ...later(verbsIn(setupActions), async () => ({
    ...(await import('./actions/setup.ts')).setupHandlers,
    ...(await import('./actions/setup-settings.ts')).setupSettingsHandlers,
    ...(await import('./actions/setup-file.ts')).setupFileHandlers,
    ...(await import('./actions/setup-seat.ts')).setupSeatHandlers,
  })),
  ...later(verbsIn(meetingActions), async () => ({
    ...(await import('./actions/meeting.ts')).meetingHandlers,
    ...(await import('./actions/meeting-coming.ts')).meetingComingHandlers,
  })),
  ...later(verbsIn(agendaActions), async () => ({
    ...(await import('./actions/agenda.ts')).agendaHandlers,
    ...(await import('./actions/agenda-build.ts')).agendaBuildHandlers,
  })),
  ...later(verbsIn(minutesActions), async () => ({
    ...(await import('./actions/minutes.ts')).minutesHandlers,
    ...(await import('./actions/minutes-sak.ts')).minutesSakHandlers,
    ...(await import('./actions/minutes-rounds.ts')).minutesRoundsHandlers,
    ...(await import('./actions/minutes-referat.ts')).minutesReferatHandlers,
  })),
  ...later(verbsIn(tiltakVedtakActions), async () => ({
    ...(await import('./actions/tiltak-vedtak.ts')).tiltakVedtakHandlers,
    ...(await import('./actions/tiltak-decide.ts')).tiltakDecideHandlers,
  })),
  ...later(verbsIn(countsActions), async () => (await import('./actions/counts.ts')).countsHandlers),
  ...later(verbsIn(lifeActions), async () => (await import('./actions/life.ts')).lifeHandlers),
  ...later(verbsIn(forecastActions), async () => (await import('./actions/forecast.ts')).forecastHandlers),
  ...later(verbsIn(nominationActions), async () => ({
    ...(await import('./actions/nomination.ts')).nominationHandlers,
    ...(await import('./actions/nomination-run.ts')).nominationRunHandlers,
    ...(await import('./actions/vara.ts')).varaHandlers,
  })),
  ...later(verbsIn(planActions), async () => ({
    ...(await import('./actions/plan.ts')).planHandlers,
    ...(await import('./actions/plan-mend.ts')).planMendHandlers,
    ...(await import('./actions/plan-ask.ts')).planAskHandlers,
  })),
  ...later(verbsIn(ballotActions), async () => (await import('./actions/ballot.ts')).ballotHandlers),
  ...later(verbsIn(tiltakActions), async () => ({
    ...(await import('./actions/tiltak-report.ts')).tiltakReportHandlers,
    ...(await import('./actions/tiltak-edit.ts')).tiltakEditHandlers,
  })),
  ...later(verbsIn(forfallActions), async () => (await import('./actions/forfall.ts')).forfallHandlers),
};

/** What may be pressed where others see the card: it shows nothing that they must not see. */
const SHARED: readonly Verb[] = [
  'help.show',
  'round.shared',
  'round.approve',
  'round.lift',
  'round.remark',
  'round.vote',
  'round.comment',
  'round.no-comment',
  'setup.start',
  'meeting.calendar',
  'sak.new',
  'agenda.shared',
  'agenda.answer',
  'agenda.papers',
];

/** More inputs than any form has. */
const MOST_INPUTS = 100;

const formSchema = z.looseObject({ shown: z.string().max(5000) });

/** What was filled in, with nothing in the inputs that a form says it has and that were left empty. */
function withEmptied(data: unknown): unknown {
  const { success, data: said } = formSchema.safeParse(data);
  if (!success) return data;
  const { shown, ...filled } = said;
  const ids = shown.split(',').slice(0, MOST_INPUTS);
  return { ...Object.fromEntries(ids.map((id) => [id, ''])), ...filled };
}

/** Reads what a card sent back; undefined when it is nothing this bot ever sent. */
export function readAction(data: unknown): CardAction | undefined {
  const parsed = cardActionSchema.safeParse(withEmptied(data));
  return parsed.success ? parsed.data : undefined;
}

/** Help where others read along: only what can be done there. */
export function sharedHelp({ tenantId, place }: Turn): View {
  return { view: 'help', shared: true, conversationId: conversationIdFor(tenantId, place.conversationId) };
}

/** Runs the handler for an action and returns what to show. */
export async function dispatch(deps: Deps, turn: Turn, action: CardAction): Promise<Shown> {
  const isShared = !isPrivate(turn.place);
  if (isShared && !SHARED.includes(action.verb)) return { view: { view: 'notice', notice: 'personal-only' } };
  if (isShared && action.verb === 'help.show') return { view: sharedHelp(turn) };
  if (await beginsInClosed(deps, action)) return { view: { view: 'notice', notice: 'committee-closed' } };
  const handler = handlers[action.verb] as Handler<Verb>;
  return handler(deps, turn, action);
}
