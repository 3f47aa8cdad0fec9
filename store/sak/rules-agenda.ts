import type { FixedSak } from '../committee/record.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Attachment, MAX_BACKGROUND, MAX_POINT, MAX_POINTS, newSak, type Sak } from './record.ts';

type By = { readonly personId: string; readonly now: Date };

/** What one of the committee's fixed saker says. */
export type FixedText = {
  readonly background: string;
  readonly proposal: readonly string[];
  readonly attachments: readonly Attachment[];
};

/** One of the committee's fixed saker, as it is made for one meeting. */
export function newFixedSak(
  fields: Pick<Sak, 'id' | 'tenantId' | 'committeeId' | 'title' | 'from'> & {
    readonly meetingId: string;
    readonly fixed: FixedSak;
  },
  { background, proposal, attachments }: FixedText,
): Sak {
  return newSak({
    ...fields,
    status: 'accepted',
    proposedBy: 'bot',
    form: 'full',
    background,
    proposal: [...proposal],
    attachments: [...attachments],
  });
}

const EDITED = 'agenda-text-edited';

/** Writes a fixed sak anew from what is known now. What somebody has written by hand stays, and so does what was sent. */
export function renewFixedSak(sak: Sak, { background, proposal, attachments }: FixedText): Result<Sak, never> {
  const isKept = sak.fixed === undefined || sak.number !== undefined || sak.history.some(({ what }) => what === EDITED);
  const isSame =
    sak.background === background &&
    JSON.stringify([sak.proposal, sak.attachments]) === JSON.stringify([proposal, attachments]);
  if (isKept || isSame) return done(sak);
  const renewed = { ...sak, background, proposal: [...proposal], attachments: [...attachments] };
  return done({ ...renewed, revision: sak.revision + 1 });
}

export type EditProblem = 'background-too-long' | 'point-too-long' | 'too-many-points';

/** The text of a fixed sak as somebody wrote it. */
export function editFixedSak(
  sak: Sak,
  { background, proposal }: { readonly background: string; readonly proposal: readonly string[] },
  { personId, now }: By,
): Result<Sak, EditProblem | 'not-fixed'> {
  if (sak.fixed === undefined) return refuse('not-fixed');
  if (background.length > MAX_BACKGROUND) return refuse('background-too-long');
  if (proposal.length > MAX_POINTS) return refuse('too-many-points');
  if (proposal.some((point) => point.length > MAX_POINT)) return refuse('point-too-long');
  if (sak.background === background && JSON.stringify(sak.proposal) === JSON.stringify(proposal)) return done(sak);
  const edited = { ...sak, background, proposal: [...proposal], revision: sak.revision + 1 };
  return done(note(edited, { at: now, by: personId, what: EDITED }));
}

/** Closes a sak to all but the voting members, or opens it again (domain a12). */
export function closeSak(sak: Sak, isClosed: boolean, { personId, now }: By): Result<Sak, never> {
  if ((sak.closed === true) === isClosed) return done(sak);
  const { closed: _before, ...rest } = sak;
  const changed = { ...rest, ...(isClosed && { closed: true as const }), revision: sak.revision + 1 };
  return done(note(changed, { at: now, by: personId, what: isClosed ? 'closed-to-others' : 'opened-to-all' }));
}
