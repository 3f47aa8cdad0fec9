import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Round } from '../round/record.ts';
import type { LeaderNames } from '../round/rules-ask.ts';
import { isBeingSent } from '../round/rules-keep.ts';
import {
  type MatterOpening,
  type MatterRefusal,
  openInnspillRound,
  openSigningRound,
  openVedtakRound,
} from '../round/rules-open-matter.ts';
import type { Document, DocumentInput } from './record.ts';

/** Rewrites a draft, by whoever runs rounds in its committee. What was sent stays. The same input again changes nothing. */
export function reviseDocument(
  document: Document,
  input: DocumentInput,
  {
    committees,
    personId,
    now,
  }: { readonly committees: readonly Committee[]; readonly personId: string; readonly now: Date },
): Result<Document, 'not-for-you' | 'sent-before'> {
  const home = committees.find(({ id }) => id === document.committeeId);
  if (home === undefined || !mayRunRounds(home, personId)) return refuse('not-for-you');
  if (document.state !== 'draft') return refuse('sent-before');
  if (JSON.stringify(contentOf(document)) === JSON.stringify(contentOf(input))) return done(document);
  if (isBeingSent(document, now)) return refuse('sent-before');
  const { file: _before, ...kept } = document;
  const revised = { ...kept, ...input, draftIn: input.committeeId, revision: document.revision + 1 };
  return done(note(revised, { at: now, by: personId, what: 'rewritten' }));
}

function contentOf({ committeeId, purpose, title, text, file, proposal, askedGroup, deadline }: DocumentInput) {
  return [committeeId, purpose, title, text, file?.id ?? '', proposal, askedGroup, deadline.getTime()];
}

/** Opens the round about a draft. Only the revision that was previewed can be sent. */
export function openAbout(
  document: Document,
  revision: number,
  opening: Pick<MatterOpening, 'committee' | 'openedBy' | 'nameOf' | 'hash'> & { readonly leaderNames: LeaderNames },
  clocks: Clocks,
): Result<Round, MatterRefusal | 'sent-before' | 'changed-since-preview'> {
  if (document.state !== 'draft') return refuse('sent-before');
  if (document.revision !== revision) return refuse('changed-since-preview');
  const { id, title, text, proposal, deadline, askedGroup, purpose } = document;
  const about: MatterOpening = {
    ...opening,
    subject: { kind: 'document', id },
    title,
    matter: { text, proposal },
    number: (document.round?.number ?? 0) + 1,
    deadline,
  };
  if (purpose === 'vedtak') return openVedtakRound(about, clocks);
  if (purpose === 'signering') return openSigningRound({ ...about, leaderNames: opening.leaderNames }, clocks);
  return openInnspillRound({ ...about, askedGroup: askedGroup === 'voting' ? 'voting' : 'all' }, clocks);
}

/**
 * Told by a round where it stands: it is a draft again when its round was withdrawn. Safe to repeat and in any order: an
 * older state, or an older round, changes nothing.
 */
export function followRoundOf(document: Document, round: Round, now: Date): Result<Document, never> {
  const { round: known } = document;
  const isOlder =
    known !== undefined &&
    (known.number > round.number || (known.number === round.number && known.version >= round.version));
  if (isOlder) return done(document);
  const { draftIn: _draft, sending: _sending, ...rest } = document;
  const state = round.status === 'withdrawn' ? ('draft' as const) : ('sent' as const);
  const told: Document = {
    ...rest,
    state,
    ...(state === 'draft' && { draftIn: document.committeeId }),
    round: { id: round.id, number: round.number, version: round.version },
  };
  return done(state === document.state ? told : note(told, { at: now, by: 'bot', what: state }));
}
