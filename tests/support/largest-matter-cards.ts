import { documentFormCard, documentPreviewCard } from '../../cards/document.ts';
import type { Card } from '../../cards/elements.ts';
import { receiptCard, reminderCard } from '../../cards/round.ts';
import { EDITABLE, extendCard, withdrawCard } from '../../cards/round-forms.ts';
import { matterCard } from '../../cards/round-matter.ts';
import { registerCard, undoCard } from '../../cards/round-register.ts';
import { sharedCard } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { askedText } from '../../cards/text/matter.ts';
import { type Answer, type Choice, MAX_COMMENT, MAX_REASON, MAX_SAK, type Round } from '../../store/round/record.ts';
import { MAX_BACKGROUND, MAX_POINT, MAX_POINTS, MAX_SAK_TITLE } from '../../store/sak/record.ts';
import { aDocument } from './documents.ts';
import { anInnspill, aSigning, aVote } from './matter-rounds.ts';
import { aCommittee, aSeat, DEADLINE, NOW } from './records.ts';

const SEATS = 160;
const LONGEST_NAME = 200;

/** Every kind of card about a sak or a document at the largest content that is accepted for it, of this kind of text. */
export function largestMatterCards(
  kind: string,
  fill: (kind: string, length: number) => string,
): Readonly<Record<string, Card>> {
  const seats = Array.from({ length: SEATS }, (_, n) =>
    aSeat(`${n}`, { id: `seat_ssu_${n}`, name: `${n} ${fill(kind, LONGEST_NAME)}`.slice(0, LONGEST_NAME).trim() }),
  );
  const committee = aCommittee({ seats });
  const proposal = Array.from({ length: MAX_POINTS }, () => fill(kind, MAX_POINT));
  const matter = { sak: '12/26', text: fill(kind, MAX_BACKGROUND), proposal };
  const about = { committee, title: fill(kind, MAX_SAK_TITLE), matter };
  const everySecond = seats.filter((_, n) => n % 2 === 1).map(({ id }) => id);
  const vote = aVote({ kind: 'consensus', atLeast: 80 }, { ...about, recusedSeatIds: everySecond });
  const innspill = anInnspill({ ...about, matter: { text: matter.text, proposal: [] } });
  const signing = aSigning({ ...about, matter: { text: matter.text, proposal: [] } });
  const comment = { text: fill(kind, MAX_COMMENT), sak: fill(kind, MAX_SAK) };
  const answered = (round: Round, choice: Choice, isRegistered = false): Round => ({
    ...round,
    answers: round.seats.map(
      ({ seatId, holderId }): Answer => ({
        seatId,
        personId: holderId,
        choice,
        comment,
        textHash: round.textHashes[0] ?? '',
        receivedAt: NOW,
        ...(isRegistered && { registered: { by: 'siv', way: 'telefon' } }),
      }),
    ),
  });
  const lifted = answered(vote, 'lift-to-meeting');
  const withdrawn = { ...lifted, status: 'withdrawn' as const, reason: fill(kind, MAX_REASON), closedAt: DEADLINE };
  const collected = { ...answered(innspill, 'comment'), status: 'collected' as const, closedAt: DEADLINE };
  const problem = { problem: 'too-long-sak', typed: { text: comment.text, sak: comment.sak } };
  const people = seats.map(({ name }, n) => ({ id: `29:${n}`, name }));
  const filled = { typed: {}, problems: ['seat', 'choice', 'way'] };
  const form = { documentId: 'document-1', committee, problems: ['title-missing', 'no-proposal', 'text-missing'] };
  const document = aDocument({ ...about.matter, title: about.title });
  const reading = { text: askedText(matter), page: 7 };
  return {
    'vote, first page': matterCard(vote, { matter, personId: '0', problem }),
    'vote, another page': matterCard(vote, { matter, personId: '0', page: 7, problem }),
    'innspill, first page': matterCard(innspill, { matter, personId: '0', problem }),
    'signing, first page': matterCard(signing, { matter, personId: 'lise', problem }),
    'signing, another page': matterCard(signing, { matter, personId: 'lise', page: 7, problem }),
    'signing, status': roundStatusCard(signing),
    'vote, receipt': receiptCard(lifted, '0', 'other-text'),
    'vote, receipt of a withdrawn round': receiptCard(withdrawn, '0', 'withdrawn'),
    'vote, reminder': reminderCard(vote),
    'vote, shared': sharedCard(vote, { unreached: people, problem }),
    'vote, shared, reading': sharedCard(vote, { unreached: people, problem, reading }),
    'innspill, shared, reading': sharedCard(innspill, { unreached: people, problem, reading }),
    'vote, status': roundStatusCard(vote),
    'vote, status, comments': roundStatusCard(answered(vote, 'for', true), { from: 40, problem: 'reminded' }),
    'vote, status, lifted': roundStatusCard({ ...lifted, status: 'undecided', closedAt: DEADLINE }),
    'innspill, collected': roundStatusCard(collected),
    'innspill, collected, further on': roundStatusCard(collected, { from: 30 }),
    'vote, register': registerCard(vote, { ...filled, typed: { ...problem.typed, seatId: 'seat_ssu_150' } }),
    'vote, undo': undoCard(answered(vote, 'for', true), filled),
    'vote, extend': extendCard(vote, filled),
    'vote, withdraw': withdrawCard(vote, { ...filled, typed: { reason: fill(kind, MAX_REASON) } }),
    'document form': documentFormCard({
      ...form,
      purpose: 'innspill',
      typed: { title: about.title, text: fill(kind, EDITABLE) },
    }),
    'document preview': documentPreviewCard(document, { committee, asked: SEATS, moved: true, problem: 'no-proposal' }),
    'document preview, another page': documentPreviewCard(document, { committee, asked: SEATS, page: 7 }),
  };
}
