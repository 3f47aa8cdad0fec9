import { z } from 'zod';
import type { CardAction } from '../cards/actions.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { Deps, Verb } from './turn.ts';

/**
 * What begins something in a committee, or changes the committee itself: refused once it is closed, before anything is
 * typed and when it is sent. What was begun before goes on to its end, and everything can be read.
 */
const BEGINS: ReadonlySet<Verb> = new Set<Verb>([
  'sak.new',
  'sak.choose',
  'sak.preview',
  'sak.send',
  'sak.accept',
  'meeting.form',
  'meeting.save',
  'meeting.lines-form',
  'meeting.preview',
  'meeting.save-lines',
  'meeting.coming-form',
  'meeting.coming',
  'meeting.settings-form',
  'meeting.settings',
  'referat.new',
  'referat.preview',
  'round.open',
  'document.new',
  'document.preview',
  'document.open',
  'minutes.rounds-form',
  'minutes.rounds',
  'minutes.referat',
  'agenda.follow-up',
  'tiltak.new-form',
  'tiltak.new',
  'setup.attach',
  'setup.members-form',
  'setup.file',
  'setup.preview',
  'setup.save',
  'setup.settings-form',
  'setup.settings',
  'setup.seat-open',
  'setup.seat-new',
  'setup.seat-save',
  'setup.seat-vara-form',
  'setup.seat-vara',
  'setup.seat-remove-form',
  'setup.seat-remove',
  'setup.seat-form',
  'setup.seat',
  'nomination.form',
  'nomination.open',
  'nomination.confirm',
  'nomination.reply',
  'nomination.registered',
  'vara.form',
  'vara.propose',
  'plan.use',
  'plan.take-out',
  'plan.contact-form',
  'plan.contact',
  'plan.date-form',
  'plan.date',
  'tiltak.add-form',
  'tiltak.add',
  'tiltak.hand-over-form',
  'tiltak.hand-over',
  'tiltak.hand-over-nobody',
  'digest.silent',
  'life.form',
  'life.save',
  'life.rotate',
  'life.appointing-form',
  'life.appointing',
]);

/** Which records an action may name, and where they lie: the first that it names says where it belongs. */
const NAMED = {
  sakId: 'saker',
  meetingId: 'meetings',
  referatId: 'referater',
  documentId: 'documents',
  setupId: 'setups',
  nominationId: 'nominations',
  tiltakId: 'tiltak',
  planId: 'plans',
  importId: 'imports',
} as const satisfies Readonly<Record<string, keyof Deps>>;

// what was typed there is read as an id, or as nothing
const named = z.string().min(1).optional().catch(undefined);
const aboutSchema = z.object({ committeeId: named }).catchall(named);

/** Whether an action would begin something in a committee that is closed. */
export async function beginsInClosed(deps: Deps, action: CardAction): Promise<boolean> {
  if (!BEGINS.has(action.verb)) return false;
  const committeeId = await committeeIdOf(deps, action);
  const committee = committeeId === undefined ? undefined : await deps.committees.collection.get(committeeId);
  return committee !== undefined && isClosed(committee);
}

/** The committee that is named or chosen, else that of the record which the action is about. */
async function committeeIdOf(deps: Deps, action: CardAction): Promise<string | undefined> {
  const { committeeId, ...about } = aboutSchema.parse(action);
  if (committeeId !== undefined) return committeeId;
  for (const [field, collection] of Object.entries(NAMED)) {
    const id = about[field];
    if (id !== undefined) return (await deps[collection].collection.get(id))?.committeeId;
  }
  return undefined;
}
