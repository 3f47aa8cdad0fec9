import { describe, expect, test } from 'vitest';
import type { Sak } from '../../store/sak/record.ts';
import { sakSchema } from '../../store/sak/record.ts';
import { answerSak, hasFile, mayPropose, maySee, sendSak, withdrawSak } from '../../store/sak/rules.ts';
import { acceptSak, postponeSak, rejectSak, returnSak } from '../../store/sak/rules-handle.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, hashOf, NOW, REAL_NOW, TENANT } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';

const committee = aCommittee();
const april = aMeeting();
const may = aMeeting({ id: 'meeting-2', startsAt: new Date('2026-05-12T10:00:00Z') });
const meetings = [may, april];
const by = (personId: string, now = NOW) => ({ personId, now, realNow: REAL_NOW });
const seen = { committee, meetings, revision: 2 };
const told = ({ outbox }: Sak) =>
  outbox.map((effect) =>
    effect.kind === 'personal-card' ? `${effect.personId} ${effect.view.view}${effect.inWorkingHours ? '' : '!'}` : '',
  );
const refusal = (result: { readonly ok: boolean; readonly refusal?: string }) => result.refusal;
const last = ({ history }: Sak) => history.at(-1);
const ready = (changes: Partial<Sak> = {}) =>
  aDraft({ title: 'Ny sak', from: 'Ola Nes', revision: 1, committeeId: 'committee-1', ...changes });
const sending = { revision: 1, committee, meetings, tenantId: TENANT, similar: [] };

describe('who may propose', () => {
  test('whoever is in the committee, and whoever is in its organisation', () => {
    expect(mayPropose(committee, { personId: 'kari', tenantId: 'another' })).toBe(true);
    expect(mayPropose(committee, { personId: 'eva', tenantId: TENANT.toUpperCase() })).toBe(true);
    expect(mayPropose(committee, { personId: 'eva', tenantId: 'another' })).toBe(false);
  });
});

describe('who may read', () => {
  test.each([
    ['ola', 'its proposer, whatever', { closed: true }, true],
    ['lise', 'the chair', { closed: true }, true],
    ['nina', 'the vice chair', { closed: true }, true],
    ['siv', 'the secretariat', { closed: true }, true],
    ['kari', 'a member with a vote, also when it is closed', { closed: true }, true],
    ['per', 'a member without a vote', {}, true],
    ['per', 'not a member without a vote when it is closed', { closed: true }, false],
    ['eva', 'nobody outside', {}, false],
    ['lise', 'nobody else while it is a draft', { status: 'draft' }, false],
    ['lise', 'nobody else when a draft was thrown away', { status: 'withdrawn', proposedAt: undefined }, false],
  ] as const)('%s: %s', (personId, _why, changes, may) => {
    expect(maySee(aSak(changes as Partial<Sak>), committee, personId)).toBe(may);
  });

  test('one of the committee’s fixed saker is for everybody in it once it was sent or decided, and for those who build it before', () => {
    const fixed = aDraft({ status: 'accepted', fixed: 'eventuelt', proposedBy: 'bot' });
    const sent = { ...fixed, status: 'scheduled', number: '12/26' } as const;
    for (const person of ['siv', 'lise', 'nina']) expect(maySee(fixed, committee, person), person).toBe(true);
    for (const person of ['kari', 'per', 'eva']) expect(maySee(fixed, committee, person), person).toBe(false);
    for (const shown of [sent, { ...fixed, number: '12/26' }, { ...fixed, status: 'decided' } as const]) {
      expect(maySee(shown, committee, 'per')).toBe(true);
      expect(maySee(shown, committee, 'eva')).toBe(false);
    }
  });

  test('a fixed one that is closed is for those with a vote, as any other one is', () => {
    const closed = { ...aDraft({ fixed: 'eventuelt', proposedBy: 'bot', closed: true }), status: 'scheduled' } as const;
    expect(maySee(closed, committee, 'kari')).toBe(true);
    expect(maySee(closed, committee, 'per')).toBe(false);
  });

  test('a closed one is not read by somebody who is inhabil in it', () => {
    const closed = aSak({ closed: true, proposedBy: 'ola' });
    const voter = committee.seats.find(({ voting, memberId }) => voting && memberId === 'kari');
    expect(maySee(closed, committee, 'kari')).toBe(true);
    expect(maySee({ ...closed, recusedSeatIds: [voter?.id ?? ''] }, committee, 'kari')).toBe(false);
  });
});

describe('sending a sak', () => {
  const send = (sak: Sak, changes: Partial<Parameters<typeof sendSak>[1]> = {}, who = by('ola')) =>
    sendSak(sak, { ...sending, ...changes }, who);

  test('shows it to the chair and the secretariat in working hours, and keeps no draft', () => {
    const sent = accepted(send(ready()));
    expect(told(sent)).toEqual(['lise sak', 'siv sak']);
    expect(sent).toMatchObject({ status: 'proposed', proposedAt: NOW, openIn: 'committee-1', revision: 2 });
    expect(sent).not.toHaveProperty('draftOf');
    expect(sent).not.toHaveProperty('typed');
    expect(last(sent)).toEqual({ at: NOW, by: 'ola', what: 'sent' });
    expect(sent.likeness).toEqual([]);
    expect(sakSchema.parse(sent)).toEqual(sent);
  });

  test('points out what it looks like by the same write, whose own card shows it', () => {
    const its = aCommittee({ id: 'committee-2', roles: { chairId: 'eva', secretariatIds: ['aud'] } });
    const other = aSak({ id: 'sak-2', committeeId: 'committee-2' });
    const sent = accepted(send(ready(), { similar: [{ sak: other, committee: its }] }));
    expect(told(sent)).toEqual(['lise sak', 'siv sak', 'aud sak-similar']);
    expect(sent.similarTo).toEqual(['sak-2']);
  });

  test('waits until people may be contacted', () => {
    const sunday = new Date('2026-03-01T12:00:00Z');
    const sent = accepted(send(ready(), {}, by('ola', sunday)));
    expect(sent.outbox.map(({ contactAt }) => contactAt)).toEqual([
      new Date('2026-03-02T07:00:00Z'),
      new Date('2026-03-02T07:00:00Z'),
    ]);
  });

  test('does not tell the one who sends it, and one who is both chair and secretariat once', () => {
    const own = ready({ proposedBy: 'siv', draftOf: 'siv' });
    expect(told(accepted(send(own, {}, by('siv'))))).toEqual(['lise sak']);
    const both = aCommittee({ roles: { chairId: 'siv', secretariatIds: ['siv'] } });
    expect(told(accepted(send(ready(), { committee: both })))).toEqual(['siv sak']);
    const headless = aCommittee({ roles: { secretariatIds: ['siv'] } });
    expect(told(accepted(send(ready(), { committee: headless })))).toEqual(['siv sak']);
  });

  test.each([
    ['another’s', ready(), {}, by('kari'), 'not-your-sak'],
    ['one that was sent', ready({ status: 'proposed' }), {}, by('ola'), 'sak-sent-before'],
    ['one that was written anew since', ready({ revision: 2 }), {}, by('ola'), 'changed-since-preview'],
    ['one that went to another committee since', ready({ committeeId: 'x' }), {}, by('ola'), 'changed-since-preview'],
    ['one without a title', ready({ title: '' }), {}, by('ola'), 'sak-not-ready'],
    ['one from nobody', ready({ from: '' }), {}, by('ola'), 'sak-not-ready'],
    [
      'one from another organisation',
      ready({ proposedBy: 'eva' }),
      { tenantId: 'another' },
      by('eva'),
      'not-proposable',
    ],
  ] as const)('%s is refused', (_what, sak, changes, who, expected) => {
    expect(refusal(send(sak, changes, who))).toBe(expected);
  });

  test('goes to the meeting it wishes, or to the next one when that is too late, and says so', () => {
    expect(accepted(send(ready({ wishedMeetingId: 'meeting-2' })))).toMatchObject({ wishedMeetingId: 'meeting-2' });
    const sentAlready = [{ ...april, sent: { at: NOW, by: 'siv', revision: 1 } }, may];
    const late = accepted(send(ready({ wishedMeetingId: 'meeting-1' }), { meetings: sentAlready }));
    expect(late).toMatchObject({ wishedMeetingId: 'meeting-2', tooLateFor: 'meeting-1' });
  });

  test('again, after more was asked, keeps when it was first sent, and counts as an answer', () => {
    const requests = [
      { text: 'Først?', at: NOW, by: 'siv', answer: 'ja', answeredAt: NOW },
      { text: 'Hvor mange?', at: NOW, by: 'siv' },
    ];
    const before = new Date('2026-02-01T09:00:00Z');
    const returned = ready({
      status: 'returned',
      requests,
      proposedAt: before,
      tooLateFor: 'meeting-0',
      typed: { answer: ' tolv ' },
    });
    const sent = accepted(send(returned));
    expect(sent.proposedAt).toEqual(before);
    expect(sent).not.toHaveProperty('tooLateFor');
    expect(sent.requests).toEqual([requests[0], { ...requests[1], answer: 'tolv', answeredAt: NOW }]);
    const answered = { ...returned, requests: [requests[0]] } as typeof returned;
    expect(accepted(send(answered)).requests).toEqual([requests[0]]);
    const silent = accepted(send({ ...returned, typed: {} }));
    expect(silent.requests[1]).toEqual({ ...requests[1], answeredAt: NOW });
  });
});

describe('answering what was asked', () => {
  const asked = aSak({
    status: 'returned',
    requests: [{ text: 'Hvor mange?', at: NOW, by: 'siv' }],
    typed: { title: 'x' },
  });
  const answer = (sak: Sak, text: string, who = 'ola') => answerSak(sak, { text, committee }, by(who));

  test('goes back to those who decide', () => {
    const answered = accepted(answer(asked, ' tolv '));
    expect(answered).toMatchObject({ status: 'proposed', revision: 3 });
    expect(answered.requests[0]).toEqual({ ...asked.requests[0], answer: 'tolv', answeredAt: NOW });
    expect(told(answered)).toEqual(['lise sak', 'siv sak']);
    expect(last(answered)).toMatchObject({ by: 'ola', what: 'answered' });
    expect(answered).not.toHaveProperty('typed');
  });

  test.each([
    ['another’s', asked, 'tolv', 'kari', 'not-your-sak'],
    ['nothing was asked', aSak(), 'tolv', 'ola', 'nothing-asked'],
    ['empty', asked, ' \n ', 'ola', 'answer-missing'],
    ['unreadable', asked, '\u0000\u0007', 'ola', 'answer-missing'],
    ['too long', asked, 'x'.repeat(10_001), 'ola', 'answer-too-long'],
  ] as const)('%s: refused', (_what, sak, text, who, expected) => {
    expect(refusal(answer(sak, text, who))).toBe(expected);
  });

  test('the longest answer is taken', () => {
    expect(accepted(answer(asked, 'x'.repeat(10_000))).requests[0]?.answer).toHaveLength(10_000);
  });
});

describe('taking a sak back', () => {
  const withdraw = (sak: Sak, who = 'ola') => withdrawSak(sak, committee, by(who));

  test.each(['proposed', 'returned', 'accepted'] as const)(
    'one that is %s, and those who decide are told',
    (status) => {
      const taken = accepted(withdraw(aSak({ status })));
      expect(taken).toMatchObject({ status: 'withdrawn', revision: 3 });
      expect(taken).not.toHaveProperty('openIn');
      expect(told(taken)).toEqual(['lise sak', 'siv sak']);
      expect(last(taken)?.what).toBe('withdrawn');
    },
  );

  test('a draft is thrown away, and nobody hears of it', () => {
    const written = {
      title: 'Hemmelig',
      from: 'Ola',
      to: 'SSU',
      background: 'x',
      proposal: ['x'],
      backgroundFileId: 'x',
    };
    const taken = accepted(withdraw(aDraft({ ...written, source: { text: 'x' } })));
    expect(taken).toMatchObject({ title: '', from: '', background: '', proposal: [], attachments: [] });
    for (const field of ['to', 'backgroundFileId', 'source']) expect(taken).not.toHaveProperty(field);
    expect(last(taken)).toMatchObject({ by: 'ola', what: 'withdrawn' });
    expect(taken.status).toBe('withdrawn');
    expect(taken).not.toHaveProperty('draftOf');
    expect(taken).not.toHaveProperty('typed');
    expect(taken.outbox).toEqual([]);
  });

  test('twice is once', () => {
    const taken = accepted(withdraw(aSak()));
    expect(accepted(withdraw(taken))).toBe(taken);
  });

  test.each([
    ['scheduled', 'ola', 'sak-on-agenda'],
    ['decided', 'ola', 'sak-over'],
    ['rejected', 'ola', 'sak-over'],
    ['proposed', 'siv', 'not-your-sak'],
  ] as const)('one that is %s by %s is refused', (status, who, expected) => {
    expect(refusal(withdraw(aSak({ status }), who))).toBe(expected);
  });
});

describe('what becomes of a sak', () => {
  const decisions = {
    // to another meeting than the one it is accepted for
    accept: (sak: Sak, who: string, shown: Partial<typeof seen> = {}) => {
      const meetingId = sak.wishedMeetingId === 'meeting-2' ? 'meeting-1' : 'meeting-2';
      return acceptSak(sak, { ...seen, ...shown, meetingId }, by(who));
    },
    ask: (sak: Sak, who: string, shown: Partial<typeof seen> = {}) =>
      returnSak(sak, { ...seen, ...shown, text: 'Hvor mange?' }, by(who)),
    postpone: (sak: Sak, who: string, shown: Partial<typeof seen> = {}) =>
      postponeSak(sak, { ...seen, ...shown }, by(who)),
    reject: (sak: Sak, who: string, shown: Partial<typeof seen> = {}) =>
      rejectSak(sak, { ...seen, ...shown, reason: 'Feil utvalg' }, by(who)),
  };
  const cases = Object.entries(decisions);

  test.each(cases)('%s: by the chair, the vice chair and the secretariat, and by nobody else', (_what, decide) => {
    for (const who of ['lise', 'nina', 'siv']) expect(decide(aSak(), who).ok).toBe(true);
    for (const who of ['kari', 'ola', 'eva']) expect(refusal(decide(aSak(), who))).toBe('not-for-you');
  });

  test('one that was postponed and is then put on an agenda is no longer called postponed', () => {
    const later = accepted(decisions.postpone(aSak(), 'lise'));
    expect(later.postponed).toBe(1);
    expect(accepted(decisions.accept(later, 'siv', { revision: later.revision }))).not.toHaveProperty('postponed');
  });

  test.each(cases)('%s: one that waits, was returned or was accepted, and no other', (_what, decide) => {
    for (const status of ['proposed', 'returned', 'accepted'] as const)
      expect(decide(aSak({ status }), 'lise').ok).toBe(true);
    for (const status of ['draft', 'rejected', 'scheduled', 'decided', 'withdrawn'] as const)
      expect(refusal(decide(aSak({ status }), 'lise'))).toBe('sak-handled-before');
  });

  test.each(cases)('%s: of two who press at once one decides, and the other is told', (_what, decide) => {
    const first = accepted(acceptSak(aSak(), seen, by('lise')));
    expect(refusal(decide(first, 'siv'))).toBe('sak-handled-before');
    expect(decide(first, 'siv', { revision: 3 }).ok).toBe(true);
  });

  test.each(cases)('%s: what its proposer has changed since is looked at first', (_what, decide) => {
    const resent = aSak({ revision: 3 });
    expect(refusal(decide(resent, 'siv'))).toBe('sak-changed');
  });

  test.each(cases)('%s: its proposer is told, once, in working hours, however many changes come', (_what, decide) => {
    const first = accepted(decisions.accept(aSak(), 'lise'));
    expect(told(first)).toEqual(['ola sak-status']);
    const again = accepted(decide(first, 'siv', { revision: 3 }));
    expect(told(again)).toEqual(['ola sak-status']);
    expect(again.outbox[0]?.key).not.toBe(first.outbox[0]?.key);
  });

  test.each(cases)('%s: a proposer who decides is not told of it', (_what, decide) => {
    expect(accepted(decide(aSak({ proposedBy: 'siv' }), 'siv')).outbox).toEqual([]);
  });

  test('«Sett på saksliste» is for the meeting that is named, or for the next one', () => {
    const named = accepted(acceptSak(aSak({ reason: 'før' }), { ...seen, meetingId: 'meeting-2' }, by('lise')));
    expect(named).toMatchObject({ status: 'accepted', wishedMeetingId: 'meeting-2', openIn: 'committee-1' });
    expect(named).not.toHaveProperty('reason');
    expect(last(named)).toEqual({ at: NOW, by: 'lise', what: 'accepted' });
    const next = accepted(acceptSak(aSak({ wishedMeetingId: 'meeting-1', meetingId: 'x' }), seen, by('lise')));
    expect(next).not.toHaveProperty('wishedMeetingId');
    expect(next).not.toHaveProperty('meetingId');
  });

  test('one that is accepted is moved to another meeting, and nowhere twice', () => {
    const there = aSak({ status: 'accepted', wishedMeetingId: 'meeting-1' });
    const moved = accepted(acceptSak(there, { ...seen, meetingId: 'meeting-2' }, by('lise')));
    expect(last(moved)?.what).toBe('moved');
    expect(moved).toMatchObject({ status: 'accepted', wishedMeetingId: 'meeting-2' });
    expect(refusal(acceptSak(there, { ...seen, meetingId: 'meeting-1' }, by('lise')))).toBe('sak-already-there');
    expect(accepted(acceptSak(there, seen, by('lise')))).not.toHaveProperty('wishedMeetingId');
    expect(refusal(acceptSak(aSak({ status: 'accepted' }), seen, by('lise')))).toBe('sak-already-there');
  });

  test.each(['accept', 'postpone'] as const)('%s: not for a meeting that is over, cancelled or another’s', (what) => {
    const decide = what === 'accept' ? acceptSak : postponeSak;
    for (const meetingId of ['meeting-9', 'held', 'cancelled', 'other']) {
      const all = [
        ...meetings,
        aMeeting({ id: 'held', state: 'held' }),
        aMeeting({ id: 'cancelled', state: 'cancelled' }),
        aMeeting({ id: 'other', committeeId: 'committee-2' }),
      ];
      expect(refusal(decide(aSak(), { ...seen, meetings: all, meetingId }, by('lise')))).toBe('no-such-meeting');
    }
  });

  test('«Be om utfyllende opplysninger» goes back to the proposer with what is asked', () => {
    const asked = accepted(returnSak(aSak(), { ...seen, text: ' Hvor mange? ' }, by('siv')));
    expect(asked).toMatchObject({ status: 'returned', requests: [{ text: 'Hvor mange?', at: NOW, by: 'siv' }] });
    expect(last(asked)?.what).toBe('returned');
  });

  test.each([
    ['nothing', '  ', 0, 'question-missing'],
    ['nothing that is read', '\u0000\u0007', 0, 'question-missing'],
    ['too much', 'x'.repeat(2001), 0, 'question-too-long'],
    ['one more than is kept', 'x', 20, 'too-many-questions'],
  ])('%s is not asked', (_what, text, before, expected) => {
    const requests = Array.from({ length: before }, () => ({ text: 'x', at: NOW, by: 'siv' }));
    expect(refusal(returnSak(aSak({ requests }), { ...seen, text }, by('siv')))).toBe(expected);
  });

  test('the longest question, and the last one, are asked', () => {
    const requests = Array.from({ length: 19 }, () => ({ text: 'x', at: NOW, by: 'siv' }));
    const asked = accepted(returnSak(aSak({ requests }), { ...seen, text: 'x'.repeat(2000) }, by('siv')));
    expect(asked.requests).toHaveLength(20);
  });

  test('«Utsett» puts it off to a later meeting, with a reason when there is one', () => {
    const later = { ...seen, meetingId: 'meeting-2', reason: ' Venter på tall ' };
    const postponed = accepted(postponeSak(aSak({ wishedMeetingId: 'meeting-1' }), later, by('nina')));
    expect(postponed).toMatchObject({
      status: 'accepted',
      wishedMeetingId: 'meeting-2',
      postponed: 1,
      reason: 'Venter på tall',
    });
    expect(last(postponed)?.what).toBe('postponed');
    const again = accepted(postponeSak(postponed, { ...seen, revision: 3 }, by('nina')));
    expect(again).toMatchObject({ status: 'proposed', postponed: 2 });
    expect(again).not.toHaveProperty('reason');
    expect(again).not.toHaveProperty('wishedMeetingId');
  });

  test('«Avvis» wants a reason, and ends it', () => {
    const rejected = accepted(rejectSak(aSak({ meetingId: 'x' }), { ...seen, reason: ' Feil utvalg ' }, by('lise')));
    expect(rejected).toMatchObject({ status: 'rejected', reason: 'Feil utvalg', revision: 3 });
    expect(rejected).not.toHaveProperty('openIn');
    expect(rejected).not.toHaveProperty('meetingId');
    expect(last(rejected)?.what).toBe('rejected');
    for (const reason of [' ', '\u0007'])
      expect(refusal(rejectSak(aSak(), { ...seen, reason }, by('lise')))).toBe('reason-missing');
  });

  test('a reason has an end', () => {
    const longest = 'x'.repeat(2000);
    expect(accepted(rejectSak(aSak(), { ...seen, reason: longest }, by('lise'))).reason).toBe(longest);
    expect(accepted(postponeSak(aSak(), { ...seen, reason: longest }, by('lise'))).reason).toBe(longest);
    for (const decide of [rejectSak, postponeSak])
      expect(refusal(decide(aSak(), { ...seen, reason: `${longest}x` }, by('lise')))).toBe('reason-too-long');
  });
});

test('a fixed sak has nobody to tell', () => {
  const fixed = aSak({ fixed: 'eventuelt' });
  expect(accepted(acceptSak(fixed, seen, by('lise'))).outbox).toEqual([]);
});

test('a file belongs to a sak as one of its vedlegg, or as what its text was read from', () => {
  const file = { kind: 'file', fileId: 'file-1', name: 'a.pdf', sha256: hashOf('a'), bytes: 1 } as const;
  const link = { kind: 'link', url: 'https://eksempel.no', name: 'file-3', fileId: 'file-3' } as const;
  const sak = aSak({ attachments: [link, file], backgroundFileId: 'file-2' });
  expect(['file-1', 'file-2', 'file-3'].map((id) => hasFile(sak, id))).toEqual([true, true, false]);
});
