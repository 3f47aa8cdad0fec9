import { chooseForDocumentCard, documentFormCard, documentPreviewCard } from '../../cards/document.ts';
import type { Card } from '../../cards/elements.ts';
import { receiptCard, reminderCard } from '../../cards/round.ts';
import { withdrawCard } from '../../cards/round-forms.ts';
import { matterCard } from '../../cards/round-matter.ts';
import { registerCard } from '../../cards/round-register.ts';
import { sharedCard } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { askedText } from '../../cards/text/matter.ts';
import { registerAnswer } from '../../store/round/rules.ts';
import { closeRound } from '../../store/round/rules-run.ts';
import { committee, majority, silent } from './clauses.ts';
import { aDocument } from './documents.ts';
import { afterSaying, anInnspill, aSigning, aVote, clocks } from './matter-rounds.ts';
import { aCommittee, accepted, DEADLINE, delivered, REAL_NOW } from './records.ts';

const over = { now: DEADLINE, realNow: REAL_NOW };
const home = committee(silent);
const filled = { typed: {}, problems: [] };
const none = { text: '', proposal: [] };

const vote = {
  ...aVote(silent, {
    recusedSeatIds: ['seat-jens'],
    matter: {
      sak: '12/26',
      text: 'Planen følger vedlagt.\n\nDato | Sted\n12.01.27 | Digitalt',
      proposal: ['SSU vedtar ny møteplan for 2027.', 'SSU ber sekretariatet sende den ut.'],
    },
  }),
  deliveries: [delivered('kari'), delivered('ola')],
};
const voted = afterSaying(vote, ['kari', 'for', 'Bra plan'], ['ola', 'against']);
const registered = accepted(
  registerAnswer(voted, { seatId: 'seat-ida', choice: 'abstain', way: 'telefon' }, 'siv', clocks),
);
const lifted = accepted(closeRound(afterSaying(vote, ['kari', 'lift-to-meeting', 'Må drøftes']), over));
const carried = accepted(closeRound(afterSaying(vote, ['kari', 'for'], ['ola', 'for']), over));
const signing = aSigning();
const signed = afterSaying(signing, ['lise', 'sign'], ['nina', 'sign']);
const innspill = anInnspill();
const heard = afterSaying(innspill, ['kari', 'comment', 'Punkt 2 er uklart.'], ['ola', 'no-comment']);
const matterOf = (round: typeof vote | typeof innspill) => round.matter ?? none;

const form = { documentId: 'document-1', purpose: 'vedtak', committee: home, typed: {}, problems: [] } as const;
const draft = aDocument();
const hearing = aDocument({ purpose: 'innspill', proposal: [], askedGroup: 'all', title: 'Utkast til prosedyre' });

/** The cards of rounds that decide a sak or hear what people have to say, and of what is sent on one by hand. */
export const matterGallery: Readonly<Record<string, Card>> = {
  'the card of somebody who votes': matterCard(vote, { matter: matterOf(vote), personId: 'kari' }),
  'the same with a comment that was too long': matterCard(vote, {
    matter: matterOf(vote),
    personId: 'kari',
    problem: { problem: 'too-long-comment', typed: { text: 'Bra' } },
  }),
  'the receipt of a vote': receiptCard(voted, 'kari'),
  'the receipt of a registered vote': receiptCard(registered, 'ida'),
  'the receipt of a vote after the end': receiptCard(carried, 'ola'),
  'a reminder to vote': reminderCard(vote),
  'the shared card of a vote': sharedCard(vote),
  'the shared card of a vote, with the sak': sharedCard(vote, {
    reading: { text: askedText(matterOf(vote)), page: 0 },
  }),
  'the shared card of a vote after the end': sharedCard(carried),
  'the status of a vote': roundStatusCard(registered),
  'a vote that was carried': roundStatusCard(carried),
  'a vote that somebody wants in the meeting': roundStatusCard(lifted),
  'a vote that was lost': roundStatusCard(accepted(closeRound(voted, over))),
  'the form for a vote that came by telephone': registerCard(vote, filled),
  'the form to withdraw a vote': withdrawCard(vote, filled),

  'the card of somebody who signs': matterCard(signing, { matter: matterOf(signing), personId: 'lise' }),
  'the receipt of a signature': receiptCard(afterSaying(signing, ['lise', 'sign']), 'lise'),
  'the receipt of a signature after the end': receiptCard(signed, 'nina'),
  'a reminder to sign': reminderCard(signing),
  'the status of a signing': roundStatusCard(afterSaying(signing, ['lise', 'sign'])),
  'a signing that nobody finished': roundStatusCard(accepted(closeRound(signing, over))),
  'a document that is signed': roundStatusCard(signed),
  'the form for a signature that came by e-mail': registerCard(signing, filled),
  'the form to withdraw a signing': withdrawCard(signing, filled),
  'the form for what is signed': documentFormCard({ ...form, purpose: 'signering' }),
  'the form for what nobody can sign': documentFormCard({
    ...form,
    purpose: 'signering',
    committee: { ...home, roles: { secretariatIds: ['siv'] } },
    problems: ['no-chair'],
  }),
  'the preview of what is signed': documentPreviewCard(
    aDocument({ purpose: 'signering', proposal: [], askedGroup: 'leaders', title: 'Årsrapport 2025' }),
    { committee: home, asked: 2, signers: signing.seats },
  ),

  'the card of somebody who is asked for innspill': matterCard(innspill, {
    matter: matterOf(innspill),
    personId: 'per',
  }),
  'the receipt of innspill': receiptCard(heard, 'kari'),
  'the receipt of no innspill': receiptCard(heard, 'ola'),
  'the shared card of innspill': sharedCard(heard),
  'the status of innspill': roundStatusCard(heard),
  'the collected innspill': roundStatusCard(accepted(closeRound(heard, over))),
  'the form for innspill that came by e-mail': registerCard(innspill, filled),

  'the choice of a committee to ask': chooseForDocumentCard([home], 'innspill', 'file-1'),
  'an empty form for a vote': documentFormCard(form),
  'a form for a vote with problems': documentFormCard({
    ...form,
    problems: ['title-missing', 'no-proposal', 'deadline'],
  }),
  'a form for a vote in a committee without a rule': documentFormCard({
    ...form,
    committee: aCommittee({ settings: { roundDays: 7 } }),
  }),
  'a form for innspill with a file': documentFormCard({
    ...form,
    purpose: 'innspill',
    source: { name: 'Utkast.docx', length: 23_000 },
  }),
  'a preview of a vote': documentPreviewCard(draft, { committee: home, asked: 4, moved: true }),
  'a preview of innspill with a problem': documentPreviewCard(hearing, {
    committee: committee(majority),
    asked: 5,
    problem: 'deadline-passed',
  }),
};
