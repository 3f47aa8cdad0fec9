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
  'tiltak.new-form',
  'tiltak.new',
  'setup.attach',
  'setup.members-form',
  'setup.preview',
  'setup.save',
  'setup.settings-form',
  'setup.settings',
  'setup.seat-form',
  'setup.seat',
  'nomination.form',
  'nomination.open',
  'nomination.confirm',
  'nomination.reply',
  'nomination.registered',
  'vara.form',
  'vara.propose',
  'tiltak.hand-over-form',
  'tiltak.hand-over',
  'tiltak.hand-over-nobody',
  'digest.silent',
  'tiltak.add-form',
  'tiltak.add',
  'life.form',
  'life.save',
  'life.rotate',
  'life.appointing-form',
  'life.appointing',
]);

/** What an action may say of where it belongs. What was typed there is read as an id, or as nothing. */
const aboutSchema = z.object({
  committeeId: z.string().min(1).optional().catch(undefined),
  sakId: z.string().optional().catch(undefined),
  meetingId: z.string().optional().catch(undefined),
  referatId: z.string().optional().catch(undefined),
  documentId: z.string().optional().catch(undefined),
  setupId: z.string().optional().catch(undefined),
  nominationId: z.string().optional().catch(undefined),
  tiltakId: z.string().optional().catch(undefined),
});

/** Whether an action would begin something in a committee that is closed. */
export async function beginsInClosed(deps: Deps, action: CardAction): Promise<boolean> {
  if (!BEGINS.has(action.verb)) return false;
  const committeeId = await committeeIdOf(deps, action);
  const committee = committeeId === undefined ? undefined : await deps.committees.collection.get(committeeId);
  return committee !== undefined && isClosed(committee);
}

/** The committee that is named or chosen, else that of the record which the action is about. */
async function committeeIdOf(deps: Deps, action: CardAction): Promise<string | undefined> {
  const { committeeId, sakId, meetingId, referatId, documentId, setupId, nominationId, tiltakId } =
    aboutSchema.parse(action);
  if (committeeId !== undefined) return committeeId;
  if (sakId !== undefined) return (await deps.saker.collection.get(sakId))?.committeeId;
  if (meetingId !== undefined) return (await deps.meetings.collection.get(meetingId))?.committeeId;
  if (referatId !== undefined) return (await deps.referater.collection.get(referatId))?.committeeId;
  if (documentId !== undefined) return (await deps.documents.collection.get(documentId))?.committeeId;
  if (setupId !== undefined) return (await deps.setups.collection.get(setupId))?.committeeId;
  if (nominationId !== undefined) return (await deps.nominations.collection.get(nominationId))?.committeeId;
  if (tiltakId !== undefined) return (await deps.tiltak.collection.get(tiltakId))?.committeeId;
  return undefined;
}
