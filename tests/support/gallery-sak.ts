import { sakCard, sakPreviewCard, similarCard } from '../../cards/sak.ts';
import { chooseSakCommitteeCard, sakDraftsCard } from '../../cards/sak-begin.ts';
import { sakFormCard } from '../../cards/sak-form.ts';
import { postponeCard, questionCard, rejectCard } from '../../cards/sak-handle.ts';
import { sakerCard } from '../../cards/saker.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, hashOf, NOW } from './records.ts';
import { aDraft, aSak } from './saker.ts';

const committee = aCommittee();
const other = aCommittee({ id: 'committee-2', shortName: 'FSU BU', name: 'Faglig samarbeidsutvalg for barn og unge' });
const meeting = aMeeting();
const later = aMeeting({ id: 'meeting-2', startsAt: new Date('2026-05-12T10:00:00Z') });
const meetings = [meeting, later];
const form = { committee, meetings, now: NOW, attached: [], runsAgenda: false };
const nameOf = (id: string) => id.toUpperCase();
const shown = { committeeName: 'SSU', meeting, nameOf };
const viewer = { runsAgenda: true, isProposer: false, runsRounds: true, meetings };
const sak = aSak({
  type: 'drøfting',
  to: 'SSU',
  attachments: [
    { kind: 'link', url: 'https://eksempel.no/rapport(1).pdf', name: 'Rapport [2024]' },
    { kind: 'file', fileId: 'file-1', name: 'Notat.pdf', sha256: hashOf('pdf'), bytes: 3 },
  ],
  source: { text: 'Fra en melding', link: 'https://teams.microsoft.com/l/message/1' },
});
const asked = aSak({
  status: 'returned',
  requests: [
    { text: 'Hvor mange gjelder det?', at: NOW, by: 'lise', answer: 'Tolv i uken.', answeredAt: NOW },
    { text: 'Er kommunen spurt?', at: NOW, by: 'siv' },
  ],
  history: [{ at: NOW, by: 'siv', what: 'returned' }],
});
const rejected = aSak({
  status: 'rejected',
  reason: 'Hører til i FSU BU.',
  history: [{ at: NOW, by: 'lise', what: 'rejected' }],
});
const like = aSak({ id: 'sak-2', committeeId: 'committee-2', title: 'Overgang sykehus og kommune' });
const filled = { typed: {}, problems: [] };

/** Every card about saker in each of its shapes. */
export const sakGallery = {
  'the choice of a committee for a sak': chooseSakCommitteeCard(aDraft(), [committee, other], {}),
  'the search for a committee among many': chooseSakCommitteeCard(
    aDraft(),
    Array.from({ length: 20 }, (_, n) => aCommittee({ id: `committee-${n}`, shortName: `FSU ${n}` })),
    {},
  ),
  'saker that somebody has begun': sakDraftsCard([aDraft()], () => 'SSU', undefined),
  'the form for a sak': sakFormCard(aDraft(), form),
  'the form for a sak, nothing usable': sakFormCard(aDraft({ typed: {} }), {
    ...form,
    runsAgenda: true,
    problems: ['sak-title', 'sak-from', 'link-odd'],
  }),
  'the short form for a sak': sakFormCard(aDraft({ form: 'short', typed: { what: 'Ventetid' } }), form),
  'the form for a sak with files': sakFormCard(aDraft({ typed: { title: 'x', fileId: 'file-1', fileIds: 'file-2' } }), {
    ...form,
    attached: [{ id: 'file-2', name: 'Notat.pdf' }],
    file: { name: 'Sak.docx', length: 10_000 },
    said: 'sak-attached',
  }),
  'the form for a sak that more was asked about': sakFormCard(asked, form),
  'the preview of a sak': sakPreviewCard(sak, { ...shown, said: 'sak-late' }),
  'a sak for those who decide': sakCard(
    sak,
    { ...shown, said: 'sak-handled-before' },
    { ...viewer, similar: [{ sak: like, committeeName: 'FSU BU' }] },
  ),
  'a sak for its proposer': sakCard(sak, shown, { ...viewer, runsAgenda: false, isProposer: true }),
  'a sak that more was asked about': sakCard(asked, shown, { ...viewer, runsAgenda: false, isProposer: true }),
  'a sak that was rejected': sakCard(rejected, shown, { ...viewer, isProposer: true }),
  'a sak for a member': sakCard(aSak({ status: 'accepted', closed: true }), shown, { ...viewer, runsAgenda: false }),
  'a decided sak for the secretariat': sakCard(
    aSak({ status: 'decided', vedtak: ['SSU vedtar planen.', 'SSU ber om tall.'], number: '12/26' }),
    { ...shown, said: 'tiltak-saved' },
    viewer,
  ),
  'the form for a question': questionCard(sak, { typed: {}, problems: ['question-missing'] }),
  'the form to postpone': postponeCard(sak, [later], filled),
  'the form to reject': rejectCard(sak, { typed: { reason: '' }, problems: ['reason-missing'] }),
  'two saker that look alike': similarCard(
    { sak: like, committeeName: 'FSU BU', meeting: undefined },
    { sak, committeeName: 'SSU', meeting },
  ),
  'saker and where they stand': sakerCard({
    drafts: [aDraft()],
    waiting: [sak],
    own: [asked, rejected],
    committees: [
      { committee, saker: [sak, asked] },
      { committee: other, saker: [] },
    ],
    nameOf: () => 'SSU',
    meetingOf: () => meeting,
  }),
};
