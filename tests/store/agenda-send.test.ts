import { describe, expect, test } from 'vitest';
import { type Meeting, meetingSchema } from '../../store/meeting/record.ts';
import { takeOut } from '../../store/meeting/rules-agenda.ts';
import { answerMeeting, publishAgenda } from '../../store/meeting/rules-agenda-answer.ts';
import {
  beginSending,
  completeSending,
  isOver,
  noteAgendaCard,
  noteOwnCard,
  showAgain,
  showToEach,
} from '../../store/meeting/rules-agenda-send.ts';
import { cancelMeeting } from '../../store/meeting/rules-plan.ts';
import type { Attachment } from '../../store/sak/record.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, hashOf, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const CONVERSATION = { serviceUrl: 'https://a.example/', conversationId: '19:ssu' };
const anAgenda = (changes: Partial<Meeting> = {}) =>
  aMeeting({ agendaRevision: 3, items: [{ sakId: 'a' }, { sakId: 'b' }], ...changes });
const begin = (meeting = anAgenda(), revision = 3) => beginSending(meeting, { revision, personId: 'lise' }, clocks);

const link = (name: string): Attachment => ({ kind: 'link', url: `https://www.eksempel.no/${name}`, name });
const file = (fileId: string): Attachment => ({ kind: 'file', fileId, name: fileId, sha256: hashOf('x'), bytes: 3 });
const attached: Record<string, Attachment[]> = { a: [link('1'), file('2')], b: [file('3')] };
const numbered = (changes: Partial<Parameters<typeof completeSending>[1]> = {}) => ({
  committee: aCommittee({ conversation: CONVERSATION }),
  revision: 3,
  numberOf: (sakId: string): string | undefined => ({ a: '12/26', b: '13/26' })[sakId],
  attachmentsOf: (sakId: string) => attached[sakId] ?? [],
  ...changes,
});
const complete = (meeting: Meeting, changes = {}) => accepted(completeSending(meeting, numbered(changes), clocks));
const kinds = ({ outbox }: Meeting) => outbox.map(({ kind }) => kind);
const numbersIn = ({ items }: Meeting) =>
  items.map(({ attachments = [] }) => attachments.map(({ number, attachment }) => `${number} ${attachment.name}`));

describe('beginning to send an agenda', () => {
  test('holds the revision that was previewed, and leaves the rest to whoever finds it', () => {
    const begun = accepted(begin());
    expect(begun.sending).toEqual({ at: NOW, by: 'lise', revision: 3 });
    expect(begun.outbox).toMatchObject([{ kind: 'agenda-sending', key: 'agenda-sending:3', dueAt: REAL_NOW }]);
  });

  test('again while it is being sent changes nothing, whoever presses', () => {
    const begun = accepted(begin());
    expect(accepted(beginSending(begun, { revision: 3, personId: 'nina' }, clocks))).toBe(begun);
  });

  test.each([
    ['that was changed since the preview', {}, 2, 'agenda-changed-meanwhile'],
    ['that is empty', { items: [] }, 3, 'agenda-empty'],
    ['of a meeting that was held', { state: 'held' }, 3, 'meeting-over'],
    ['of a meeting that was cancelled', { state: 'cancelled' }, 3, 'meeting-over'],
    ['of a meeting in the past', { endsAt: NOW }, 3, 'meeting-over'],
    ['that was sent as it is', { sent: { at: NOW, by: 'siv', revision: 3 } }, 3, 'agenda-sent-before'],
  ] as const)('one %s is refused', (_what, changes, revision, refusal) => {
    expect(begin(anAgenda(changes as Partial<Meeting>), revision)).toEqual({ ok: false, refusal });
  });

  test('one that was sent is sent again with what is new', () => {
    expect(begin(anAgenda({ sent: { at: NOW, by: 'siv', revision: 2 } }))).toMatchObject({ ok: true });
  });

  test('a meeting goes on until its end', () => {
    expect(isOver({ state: 'called', endsAt: NOW }, new Date(NOW.getTime() - 1))).toBe(false);
    expect(isOver({ state: 'planned', endsAt: NOW }, NOW)).toBe(true);
  });
});

describe('an agenda that was sent', () => {
  const begun = () => accepted(begin());

  test('calls the meeting, in the name of whoever sent it', () => {
    const sent = complete(begun());
    expect(sent).toMatchObject({ state: 'called', sent: { by: 'lise', revision: 3 } });
    expect(sent.sending).toBeUndefined();
    expect(sent.history.at(-1)).toEqual({ at: NOW, by: 'lise', what: 'agenda-sent' });
  });

  test('tells every sak its number', () => {
    const told = complete(begun()).outbox.filter(({ kind }) => kind === 'sak-told');
    expect(told).toMatchObject([
      { key: 'told:3:a', sakId: 'a', news: { what: 'numbered', number: '12/26', meetingId: 'meeting-1' } },
      { key: 'told:3:b', sakId: 'b', news: { number: '13/26' } },
    ]);
    const one = complete(begun(), { numberOf: (sakId: string) => (sakId === 'a' ? '12/26' : undefined) });
    expect(one.outbox.filter(({ kind }) => kind === 'sak-told')).toHaveLength(1);
  });

  test('numbers the vedlegg across the meeting', () => {
    expect(numbersIn(complete(begun()))).toEqual([['1 1', '2 2'], ['3 3']]);
    const without = complete(begun(), { attachmentsOf: () => [] });
    expect(without.items).toEqual([
      { sakId: 'a', attachments: [] },
      { sakId: 'b', attachments: [] },
    ]);
  });

  test('has one card in the committee’s conversation, and none to each', () => {
    const sent = complete(begun());
    expect(sent.shared).toEqual(CONVERSATION);
    expect(kinds(sent).filter((kind) => kind.includes('card'))).toEqual(['shared-card']);
  });

  test('goes to each of its people, in working hours, where the committee has no conversation', () => {
    const { shared, outbox } = complete(begun(), { committee: aCommittee() });
    expect(shared).toBeUndefined();
    const cards = outbox.filter(({ kind }) => kind === 'personal-card');
    expect(cards.map((card) => 'personId' in card && card.personId).toSorted()).toEqual([
      'kari',
      'lise',
      'nina',
      'ola',
      'per',
      'siv',
    ]);
    expect(cards[0]).toMatchObject({ inWorkingHours: true, view: { view: 'agenda-card', meetingId: 'meeting-1' } });
  });

  test('is completed once: again, or by another revision, changes nothing', () => {
    const sent = complete(begun());
    expect(complete(sent)).toBe(sent);
    const begunNow = begun();
    expect(complete(begunNow, { revision: 2 })).toBe(begunNow);
  });

  test('of a meeting that was cancelled meanwhile does not call it', () => {
    expect(complete({ ...begun(), state: 'cancelled' }).state).toBe('cancelled');
  });

  test('again with a late sak: what has a number keeps it, and the card is renewed in place', () => {
    const first = { ...complete(begun()), outbox: [] };
    const changed = { ...first, agendaRevision: 4, items: [{ sakId: 'c' }, ...first.items] };
    const again = complete(accepted(begin(changed, 4)), {
      revision: 4,
      attachmentsOf: (sakId: string) => (sakId === 'c' ? [link('ny')] : [...(attached[sakId] ?? []), link('sen')]),
    });
    expect(numbersIn(again)).toEqual([['4 ny'], ['1 1', '2 2', '5 sen'], ['3 3', '6 sen']]);
    expect(kinds(again).filter((kind) => kind.includes('card'))).toEqual(['shared-card-update']);
    expect(again.history.at(-1)).toMatchObject({ what: 'agenda-sent-again' });
  });

  test('a link and a file of the same name are two vedlegg', () => {
    const item = { sakId: 'a', attachments: [{ number: 7, attachment: link('1') }] };
    const again = accepted(begin(anAgenda({ items: [item] })));
    const url = 'https://www.eksempel.no/1';
    const sent = complete(again, { attachmentsOf: () => [{ ...file('x'), fileId: url }, link('1')] });
    expect(sent.items[0]?.attachments?.map(({ number }) => number)).toEqual([8, 7]);
  });
});

describe('the agenda card', () => {
  const sentNow = { at: NOW, by: 'siv', revision: 3 };
  const posted = anAgenda({ shared: CONVERSATION, state: 'called' });
  const noted = (meeting: Meeting, activityId: string | undefined = 'activity-1') =>
    noteAgendaCard(meeting, activityId, posted, clocks);

  test('is known from then on', () => {
    expect(noted(posted).shared).toEqual({ ...CONVERSATION, activityId: 'activity-1' });
    expect(noteAgendaCard(noted(posted), undefined, posted, clocks).shared).toEqual(CONVERSATION);
    expect(noted(posted).outbox).toEqual([]);
  });

  const answered: Meeting = {
    ...posted,
    answers: [{ seatId: 'seat-kari', comes: false, at: NOW, by: 'kari' }],
  };
  const said = (comes: boolean) => (meeting: Meeting) =>
    accepted(answerMeeting(meeting, aCommittee(), { personId: 'kari', comes }, clocks));
  test.each([
    ['an answer', posted, said(true)],
    ['another answer of somebody who had answered', answered, said(true)],
    [
      'a change of the agenda',
      posted,
      (meeting: Meeting) => accepted(takeOut(meeting, 'a', { personId: 'siv', now: NOW })),
    ],
    [
      'a cancellation',
      posted,
      (meeting: Meeting) => accepted(cancelMeeting(meeting, undefined, aCommittee(), 'lise', clocks)),
    ],
    ['its publication', posted, (meeting: Meeting) => accepted(publishAgenda(meeting, undefined, 'siv', clocks))],
  ] as const)('is renewed when %s came while it was on its way', (_what, before, happens) => {
    const shownAs = { ...before, sent: sentNow, outbox: [] };
    const after = { ...happens(shownAs), outbox: [] };
    const { outbox } = noteAgendaCard(after, 'activity-1', shownAs, clocks);
    expect(outbox).toMatchObject([{ kind: 'shared-card-update' }]);
  });

  test('of a meeting without a conversation is nowhere', () => {
    const without = anAgenda();
    expect(noted(without)).toBe(without);
  });
});

describe('the agenda card in people’s own chats', () => {
  const PLACE = { serviceUrl: 'https://a.example/', conversationId: 'chat' };
  const cardOf = (personId: string, activityId = personId) => ({ personId, ...PLACE, activityId });
  const says = (personId: string, comes: boolean) => ({ seatId: `seat-${personId}`, comes, at: NOW, by: personId });
  const called = (changes: Partial<Meeting> = {}) =>
    anAgenda({ state: 'called', sent: { at: NOW, by: 'siv', revision: 2 }, ...changes });
  const shownTo = ({ outbox }: Meeting) => {
    const whom = (kind: 'personal-card' | 'agenda-card-update') =>
      outbox.flatMap((effect) => (effect.kind === kind ? effect.personId : [])).toSorted();
    return { sent: whom('personal-card'), renewed: whom('agenda-card-update') };
  };
  const again = (changes: Partial<Meeting>) => showAgain(called(changes), aCommittee(), clocks);

  test('is known by the newest of each, and not where Teams did not say which message it is', () => {
    const noted = noteOwnCard(called({ cards: [cardOf('kari', 'old'), cardOf('ola')] }), cardOf('kari', 'new'));
    expect(noted.cards).toEqual([cardOf('ola'), cardOf('kari', 'new')]);
    expect(meetingSchema.parse(noted)).toEqual(noted);
    expect(noteOwnCard(noted, { personId: 'per', ...PLACE })).toBe(noted);
  });

  test('goes, when the agenda is new, to those who have not said whether they come and those without a seat', () => {
    const answers = [says('kari', true), says('ola', false)];
    expect(shownTo(again({ answers }))).toEqual({ sent: ['lise', 'nina', 'per', 'siv'], renewed: [] });
  });

  test('is renewed in place for whoever has said it, and for those without a seat who have it', () => {
    const cards = ['kari', 'per', 'lise', 'gone'].map((personId) => cardOf(personId));
    const shown = again({ answers: [says('kari', true), says('ola', true)], cards });
    expect(shownTo(shown)).toEqual({ sent: ['nina', 'per', 'siv'], renewed: ['kari', 'lise'] });
    expect(shown.outbox.find(({ kind }) => kind === 'agenda-card-update')).not.toHaveProperty('inWorkingHours');
  });

  test('leaves the one in the conversation, which cannot be renewed', () => {
    expect(again({ shared: { ...CONVERSATION, activityId: '1' } })).not.toHaveProperty('shared');
    const over = { state: 'held', shared: CONVERSATION } as const;
    expect(shownTo(again(over))).toEqual({ sent: [], renewed: [] });
  });

  test('is one for somebody of the secretariat who acts as a vara, and has it already', () => {
    const { sent } = shownTo(showToEach(called({ cards: [cardOf('siv')] }), aCommittee(), clocks));
    expect(sent).toEqual(['kari', 'lise', 'nina', 'ola', 'per']);
  });

  test('of an agenda that is sent again goes by the same rule where the committee has no conversation', () => {
    const sentBefore = called({ answers: [says('kari', true)], cards: [cardOf('kari')] });
    const sent = complete(accepted(begin(sentBefore)), { committee: aCommittee() });
    expect(shownTo(sent)).toEqual({ sent: ['lise', 'nina', 'ola', 'per', 'siv'], renewed: ['kari'] });
  });

  test('goes to a vara who has said yes once, and is renewed in place from then on', () => {
    const vera = { varaId: 'vera', varaName: 'vera', state: 'accepted', askedAt: NOW, answerBy: NOW } as const;
    const forfall: Meeting['forfall'] = [
      { id: 'f', seatId: 'seat-kari', scope: { what: 'whole' }, at: NOW, by: 'kari', calls: [vera] },
    ];
    const sentAgain = (cards: Meeting['cards']) =>
      shownTo(complete(accepted(begin(called({ forfall, shared: CONVERSATION, ...(cards && { cards }) })))));
    expect(sentAgain(undefined)).toEqual({ sent: ['vera'], renewed: [] });
    expect(sentAgain([cardOf('vera')])).toEqual({ sent: [], renewed: ['vera'] });
  });
});
