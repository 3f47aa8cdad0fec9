import { describe, expect, test } from 'vitest';
import { conversationSchema } from '../../store/conversation/record.ts';
import {
  greetAdder,
  isAboutLeaving,
  newConversation,
  removalOf,
  renameConversation,
  seeConversation,
  tellOfLeaving,
} from '../../store/conversation/rules.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const now = { now: NOW, realNow: REAL_NOW };

describe('a channel or group chat', () => {
  const seen = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const conversation = newConversation('conversation-1', 'tenant', { ...seen, name: 'Generelt' }, now);

  test('is kept as the store keeps it', () => {
    expect(conversationSchema.parse(conversation)).toEqual(conversation);
    expect(conversation).toMatchObject({ id: 'conversation-1', tenantId: 'tenant', ...seen, name: 'Generelt' });
  });

  test('what is known already is the very same record', () => {
    expect(accepted(seeConversation(conversation, seen, now))).toBe(conversation);
    expect(accepted(seeConversation(conversation, { ...seen, name: 'Generelt' }, now))).toBe(conversation);
  });

  test.each([
    ['a new name', { name: 'Nytt' }],
    ['a new service', { serviceUrl: 'https://b.example/' }],
    ['the removal of the bot', { installed: false }],
    ['where its members are listed', { rosterId: '19:team' }],
  ])('%s is kept', (_what, news) => {
    expect(accepted(seeConversation(conversation, { ...seen, ...news }, now))).toMatchObject(news);
  });
});

test('a channel that is no longer said to be its team’s has members of its own', () => {
  const seen = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const open = newConversation('conversation-1', 'tenant', { ...seen, rosterId: '19:team' }, now);
  expect(accepted(seeConversation(open, { ...seen, rosterId: '19:team' }, now))).toBe(open);
  expect(accepted(seeConversation(open, seen, now))).not.toHaveProperty('rosterId');
});

describe('whoever adds the bot', () => {
  const adder = { personId: 'siv', turnId: 'turn-1' };
  const seen = {
    conversationId: '19:x',
    kind: 'groupChat',
    serviceUrl: 'https://a.example/',
    installed: true,
  } as const;
  const added = () => newConversation('conversation-1', 'tenant', seen, now);
  const greet = (conversation = added(), who = adder) => accepted(greetAdder(conversation, who, REAL_NOW));

  test('is greeted at once, in the 1:1 chat, or by name where it was added', () => {
    const greeted = greet();
    const view = { view: 'setup-greeting', conversationId: 'conversation-1' };
    const { conversationId, serviceUrl } = seen;
    expect(greeted.outbox).toEqual([
      {
        kind: 'personal-card',
        key: 'greeting:turn-1',
        personId: 'siv',
        view,
        aside: { conversationId, serviceUrl, failed: { ...view, mentioned: 'siv' } },
        attempts: 0,
        dueAt: REAL_NOW,
      },
    ]);
    expect(conversationSchema.parse(greeted)).toEqual(greeted);
  });

  test('is greeted once, however often that is told', () => {
    const greeted = greet();
    expect(greet(greeted, { ...adder, turnId: 'turn-2' })).toBe(greeted);
    expect(
      greet(accepted(seeConversation(greeted, { ...seen, name: 'Nytt' }, now)), { ...adder, turnId: 'turn-2' }).outbox,
    ).toHaveLength(1);
  });

  test('is greeted again when it was removed and is added anew', () => {
    const gone = accepted(seeConversation(greet(), { ...seen, installed: false }, now));
    expect(greet(gone)).toBe(gone);
    expect(gone).not.toHaveProperty('greeted');
    const again = accepted(seeConversation(gone, seen, now));
    expect(greet(again, { ...adder, turnId: 'turn-2' }).outbox.map(({ key }) => key)).toEqual([
      'greeting:turn-1',
      'conversation-back:2',
      'greeting:turn-2',
    ]);
  });
});

test('a conversation that is called something else has its new name, and else is the very same record', () => {
  const conversation = newConversation(
    'conversation-1',
    'tenant',
    { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true, name: 'Generelt' },
    now,
  );
  expect(accepted(renameConversation(conversation, 'SSU'))).toEqual({ ...conversation, name: 'SSU' });
  expect(accepted(renameConversation(conversation, 'Generelt'))).toBe(conversation);
});

describe('that the bot is there, or not', () => {
  const there = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const gone = { ...there, installed: false } as const;
  const bySiv = { ...now, by: 'siv' };
  const added = () => newConversation('conversation-1', 'tenant', there, now);
  const removed = () => accepted(seeConversation(added(), gone, bySiv));
  const kinds = ({ outbox }: { readonly outbox: readonly { readonly kind: string }[] }) =>
    outbox.map(({ kind }) => kind);

  test('is no news where it is seen for the first time, and is news where it is gone', () => {
    expect(added().outbox).toEqual([]);
    expect(added().history).toEqual([]);
    const known = newConversation('conversation-1', 'tenant', gone, bySiv);
    expect(kinds(known)).toEqual(['conversation-left']);
    expect(removalOf(known)).toEqual({ at: NOW, by: 'siv', what: 'bot-removed' });
  });

  test('is told at once, with who did it and when, and once', () => {
    expect(removed().outbox).toEqual([
      { kind: 'conversation-left', key: 'conversation-left:1', attempts: 0, dueAt: REAL_NOW },
    ]);
    expect(removalOf(removed())).toEqual({ at: NOW, by: 'siv', what: 'bot-removed' });
    const before = removed();
    expect(accepted(seeConversation(before, gone, bySiv))).toBe(before);
    expect(removed()).not.toHaveProperty('contactDueAt');
    expect(conversationSchema.parse(removed())).toEqual(removed());
  });

  test('is said of nobody where nobody knows who did it', () => {
    expect(removalOf(accepted(seeConversation(added(), gone, now)))).toMatchObject({ by: 'bot' });
  });

  test('takes the place of the opposite, which was not told yet', () => {
    const told = tellOfLeaving(removed(), ['siv', 'liv'], now);
    const back = accepted(seeConversation(told, there, { ...now, by: 'liv' }));
    expect(kinds(back)).toEqual(['conversation-back']);
    expect(back.history.at(-1)).toEqual({ at: NOW, by: 'liv', what: 'bot-added' });
    expect(removalOf(back)).toBeUndefined();
    expect(kinds(accepted(seeConversation(back, gone, bySiv)))).toEqual(['conversation-left']);
  });

  test('leaves what is being sent at that moment, and what is about something else', () => {
    const greeted = accepted(greetAdder(added(), { personId: 'siv', turnId: 'turn-1' }, REAL_NOW));
    const leaving = accepted(seeConversation(greeted, gone, bySiv));
    const sending = { ...leaving, outbox: leaving.outbox.map((effect) => ({ ...effect, attempts: 1 })) };
    expect(kinds(accepted(seeConversation(sending, there, bySiv)))).toEqual([
      'personal-card',
      'conversation-left',
      'conversation-back',
    ]);
    expect(kinds(leaving)).toEqual(['personal-card', 'conversation-left']);
  });

  test('is told whoever took it out at once, and the others when they may be contacted', () => {
    const night = { now: new Date('2026-03-02T21:00:00Z'), realNow: REAL_NOW };
    const told = tellOfLeaving(removed(), ['siv', 'liv'], night).outbox.slice(1);
    const view = { view: 'conversation-left', conversationId: 'conversation-1' };
    expect(told).toMatchObject([
      { personId: 'siv', view },
      { personId: 'liv', view, contactAt: new Date('2026-03-03T07:00:00Z') },
    ]);
    expect(told[0]).not.toHaveProperty('contactAt');
    expect(told.every(isAboutLeaving)).toBe(true);
    expect(added().outbox.some(isAboutLeaving)).toBe(false);
    expect(removed().outbox.some(isAboutLeaving)).toBe(false);
  });
});
