import { type CardAction, cardActionSchema } from '../cards/actions.ts';
import type { View } from '../store/view.ts';
import { agendaHandlers } from './actions/agenda.ts';
import { agendaBuildHandlers } from './actions/agenda-build.ts';
import { ballotHandlers } from './actions/ballot.ts';
import { documentHandlers } from './actions/document.ts';
import { fileHandlers } from './actions/file.ts';
import { helpHandlers } from './actions/help.ts';
import { minutesHandlers } from './actions/minutes.ts';
import { minutesReferatHandlers } from './actions/minutes-referat.ts';
import { minutesSakHandlers } from './actions/minutes-sak.ts';
import { referatHandlers } from './actions/referat.ts';
import { roundHandlers } from './actions/round.ts';
import { matterAnswerHandlers } from './actions/round-matter.ts';
import { roundRunHandlers } from './actions/round-run.ts';
import { sakHandlers } from './actions/sak.ts';
import { sakHandleHandlers } from './actions/sak-handle.ts';
import { setupHandlers } from './actions/setup.ts';
import { setupSettingsHandlers } from './actions/setup-settings.ts';
import { tiltakHandlers } from './actions/tiltak.ts';
import { conversationIdFor } from './ids.ts';
import type { Deps, Handler, Handlers, Shown, Turn, Verb } from './turn.ts';

// a verb without a handler does not compile
const handlers: Handlers = {
  ...helpHandlers,
  ...referatHandlers,
  ...roundHandlers,
  ...matterAnswerHandlers,
  ...roundRunHandlers,
  ...documentHandlers,
  ...fileHandlers,
  ...sakHandlers,
  ...sakHandleHandlers,
  ...setupHandlers,
  ...setupSettingsHandlers,
  ...agendaHandlers,
  ...agendaBuildHandlers,
  ...minutesHandlers,
  ...minutesSakHandlers,
  ...minutesReferatHandlers,
  ...ballotHandlers,
  ...tiltakHandlers,
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
  'sak.new',
  'agenda.shared',
  'agenda.answer',
  'agenda.papers',
];

/** Reads what a card sent back; undefined when it is nothing this bot ever sent. */
export function readAction(data: unknown): CardAction | undefined {
  const parsed = cardActionSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** Help where others read along: only what can be done there. */
export function sharedHelp({ tenantId, place }: Turn): View {
  return { view: 'help', shared: true, conversationId: conversationIdFor(tenantId, place.conversationId) };
}

/** Runs the handler for an action and returns what to show. */
export async function dispatch(deps: Deps, turn: Turn, action: CardAction): Promise<Shown> {
  if (turn.place.kind !== 'personal' && !SHARED.includes(action.verb))
    return { view: { view: 'notice', notice: 'personal-only' } };
  if (turn.place.kind !== 'personal' && action.verb === 'help.show') return { view: sharedHelp(turn) };
  const handler = handlers[action.verb] as Handler<Verb>;
  return handler(deps, turn, action);
}
