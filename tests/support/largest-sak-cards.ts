import { sakCard, sakPreviewCard, similarCard } from '../../cards/sak.ts';
import { chooseSakCommitteeCard, sakDraftsCard } from '../../cards/sak-begin.ts';
import { sakFormCard } from '../../cards/sak-form.ts';
import { postponeCard, questionCard, rejectCard } from '../../cards/sak-handle.ts';
import { sakerCard } from '../../cards/saker.ts';
import {
  type Attachment,
  MAX_ANSWER,
  MAX_ATTACHMENTS,
  MAX_BACKGROUND,
  MAX_POINT,
  MAX_POINTS,
  MAX_REQUEST,
  MAX_REQUESTS,
  MAX_SAK_TITLE,
} from '../../store/sak/record.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, hashOf, NOW } from './records.ts';
import { aDraft, aSak } from './saker.ts';

const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

/** Every card about saker at the largest content that is accepted, of one kind of text. */
export function largestSakCards(fill: (length: number) => string) {
  const committee = aCommittee({ shortName: fill(40), name: fill(200) });
  const meetings = many(100, (n) => aMeeting({ id: `meeting_${n}_with_a_long_id` }));
  const name = fill(200);
  const attachments = many(
    MAX_ATTACHMENTS,
    (n): Attachment =>
      n % 2 === 0
        ? { kind: 'link', url: `https://eksempel.no/${'a'.repeat(1900)}${n}`, name }
        : { kind: 'file', fileId: `file_${n}`, name, sha256: hashOf('x'), bytes: 1 },
  );
  const requests = many(MAX_REQUESTS, () => ({
    text: fill(MAX_REQUEST),
    at: NOW,
    by: 'lise',
    answer: fill(MAX_ANSWER),
    answeredAt: NOW,
  }));
  const points = many(MAX_POINTS, () => fill(MAX_POINT));
  const sak = aSak({
    title: fill(MAX_SAK_TITLE),
    from: name,
    to: name,
    type: 'beslutning',
    background: fill(MAX_BACKGROUND),
    proposal: points,
    attachments,
    requests: requests.map((request, n) => (n === MAX_REQUESTS - 1 ? { ...request, answer: fill(10) } : request)),
    reason: fill(2000),
    tooLateFor: 'meeting-0',
    vedtak: points,
    number: '12/24',
    closed: true,
    history: [{ at: NOW, by: 'lise', what: 'postponed' }],
    typed: { answer: fill(MAX_ANSWER / 2) },
  });
  const long = fill(400_000);
  const draft = aDraft({
    typed: { title: long, from: long, to: long, background: long, proposal: long, links: long, what: long, why: long },
  });
  const room = fill(1500);
  const full = aDraft({
    typed: { title: room, from: name, to: name, background: room, proposal: room, links: room },
  });
  const attached = many(MAX_ATTACHMENTS, (n) => ({ id: `file_${n}_with_a_long_id`, name }));
  const fileIds = attached.map(({ id }) => id).join(',');
  const problems = ['sak-title-long', 'sak-from-long', 'background-too-long', 'point-too-long', 'link-odd', 'sak-type'];
  const form = { committee, meetings, now: NOW, attached, runsAgenda: true, problems, said: 'sak-drop-here' };
  const shown = { committeeName: committee.shortName, meeting: meetings[0], nameOf: () => name };
  const similar = many(20, () => ({ sak, committeeName: committee.shortName }));
  const viewer = {
    runsAgenda: true,
    isProposer: true,
    runsRounds: true,
    meetings,
    similar,
    problems: ['answer-missing'],
  };
  const decided = { ...sak, status: 'decided' as const, vedtak: many(30, () => fill(MAX_POINT)) };
  const saker = many(500, (n) => ({ ...sak, id: `sak_${n}` }));
  const overview = {
    drafts: many(20, (n) => ({ ...draft, id: `draft_${n}` })),
    waiting: saker,
    own: saker,
    committees: many(8, (n) => ({ committee, saker: n === 0 ? saker : [] })),
    nameOf: () => committee.shortName,
    meetingOf: () => meetings[0],
  };
  const filled = {
    typed: { text: fill(6000), reason: fill(6000) },
    problems: ['question-too-long', 'no-such-meeting'],
  };
  return {
    'sak form, longer than it holds': sakFormCard(draft, form),
    'sak form': sakFormCard({ ...full, typed: { ...full.typed, fileIds } }, form),
    'short sak form': sakFormCard(
      { ...draft, form: 'short', status: 'returned' },
      { ...form, file: { name, length: 9 } },
    ),
    'sak, first page': sakCard({ ...sak, status: 'returned' }, { ...shown, page: 0, said: 'sak-changed' }, viewer),
    'sak that is decided': sakCard(decided, { ...shown, page: 7 }, viewer),
    'sak, another page': sakCard(sak, { ...shown, page: 7 }, viewer),
    'sak, last page': sakCard(sak, { ...shown, page: 9999 }, viewer),
    'sak preview': sakPreviewCard(sak, { ...shown, page: 1, said: 'sak-late' }),
    'sak that looks like it': similarCard(
      { sak, committeeName: committee.shortName, meeting: meetings[0] },
      { sak, committeeName: name, meeting: meetings[0] },
    ),
    'sak committees': chooseSakCommitteeCard(
      draft,
      many(300, (n) => ({ ...committee, id: `committee_${n}_with_a_long_id` })),
      { page: 1, problems: ['sak-committee'] },
    ),
    'sak drafts': sakDraftsCard(overview.drafts, overview.nameOf, committee.id),
    'sak question': questionCard(sak, filled),
    'sak postpone': postponeCard(sak, meetings, filled),
    'sak reject': rejectCard(sak, filled),
    'saker, first page': sakerCard(overview),
    'saker, another page': sakerCard({ ...overview, page: 30, only: committee.id }),
  };
}
