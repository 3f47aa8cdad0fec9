import { describe, expect, test } from 'vitest';
import { entraKey, isConnected, mailKey, objectIdOf, personSchema, teamsKey } from '../../store/person/record.ts';
import { connectPerson, forgetChat, releaseKeys, replyOnce, seePerson, wantOnce } from '../../store/person/rules.ts';
import { accepted, aPerson, NOW, REAL_NOW } from '../support/records.ts';

const reference = { serviceUrl: 'https://a.example/', conversationId: 'a:1', teamsId: '29:1' };
const known = aPerson('kari', { serviceUrl: reference.serviceUrl, reference });

describe('seePerson', () => {
  test('what is known already is the very same record', () => {
    expect(seePerson(known, { name: 'kari', serviceUrl: reference.serviceUrl, reference })).toBe(known);
    expect(seePerson(known, { name: '', serviceUrl: reference.serviceUrl })).toBe(known);
  });

  test('the first chat is kept, and so is a new service', () => {
    const { reference: _none, ...unknown } = known;
    expect(seePerson(unknown, { name: '', serviceUrl: reference.serviceUrl, reference })).toEqual(known);
    expect(seePerson(known, { name: '', serviceUrl: 'https://b.example/' })).toEqual({
      ...known,
      serviceUrl: 'https://b.example/',
    });
  });

  test.each([
    ['conversationId', { ...reference, conversationId: 'a:2' }],
    ['serviceUrl', { ...reference, serviceUrl: 'https://b.example/' }],
    ['teamsId', { ...reference, teamsId: '29:2' }],
  ])('the newest chat is kept when its %s is new', (_what, moved) => {
    expect(seePerson(known, { name: 'kari', serviceUrl: reference.serviceUrl, reference: moved }).reference).toEqual(
      moved,
    );
  });

  test('a message elsewhere updates name and service, and leaves the 1:1 chat', () => {
    const seen = seePerson(known, { name: 'Kari N', serviceUrl: 'https://b.example/' });
    expect(seen).toMatchObject({ name: 'Kari N', serviceUrl: 'https://b.example/', reference });
  });
});

describe('replyOnce', () => {
  const reply = { conversationId: 'a:1', serviceUrl: 'https://a.example/', view: { view: 'help' } } as const;

  test('the same message delivered again is refused', () => {
    const person = accepted(replyOnce(known, 'turn-1', reply, REAL_NOW));
    expect(person.outbox).toEqual([{ ...reply, kind: 'reply', key: 'reply:turn-1', attempts: 0, dueAt: REAL_NOW }]);
    expect(replyOnce(person, 'turn-1', reply, REAL_NOW)).toEqual({ ok: false, refusal: 'answered-before' });
  });

  test('the newest fifty messages are remembered', () => {
    const recentTurns = Array.from({ length: 50 }, (_, i) => `turn-${i}`);
    const person = accepted(replyOnce({ ...known, recentTurns }, 'turn-50', reply, REAL_NOW));
    expect(person.recentTurns).toHaveLength(50);
    expect([person.recentTurns[0], person.recentTurns.at(-1)]).toEqual(['turn-1', 'turn-50']);
  });
});

describe('wantOnce', () => {
  const offer = { what: 'receipt', roundId: 'round-1', format: 'docx' } as const;
  const effect = { kind: 'offer-file', key: 'offer:turn-1', personId: 'kari', offer } as const;

  test('what a press wants is sent once, though the press is delivered twice', () => {
    const person = accepted(wantOnce(known, 'turn-1', [effect], REAL_NOW));
    expect(person.outbox).toEqual([{ ...effect, attempts: 0, dueAt: REAL_NOW }]);
    expect(person.recentTurns).toEqual(['turn-1']);
    expect(wantOnce(person, 'turn-1', [effect], REAL_NOW)).toEqual({ ok: false, refusal: 'answered-before' });
  });
});

test('whoever removes the app has no chat any more, and it is noted once', () => {
  const gone = accepted(forgetChat(known, NOW));
  expect(gone).not.toHaveProperty('reference');
  expect(gone.history).toEqual([{ at: NOW, by: 'kari', what: 'removed-app' }]);
  expect(accepted(forgetChat(gone, NOW))).toBe(gone);
});

test('the Entra object id is among the keys, or there is none', () => {
  const keys = ['teams:t:29:x', entraKey('t', 'abc-1')];
  expect([objectIdOf(aPerson('kari', { keys })), objectIdOf(aPerson('kari', { keys: keys.slice(0, 1) }))]).toEqual([
    'abc-1',
    undefined,
  ]);
});

test('ids of people are compared without regard to case', () => {
  expect(entraKey('ABC', 'Def')).toBe(entraKey('abc', 'dEF'));
});

describe('somebody who is waited for under an e-mail address', () => {
  const mail = mailKey('Kari@X.no');
  const entra = entraKey('t', 'kari');
  const waiting = aPerson('kari', { keys: [mail] });
  const connect = (person = waiting, keys = [entra, mail], known = {}) => connectPerson(person, keys, known, NOW);

  test('is not known in Teams until they have an identity there', () => {
    expect(mail).toBe('mail:kari@x.no');
    expect(isConnected(waiting)).toBe(false);
    expect(isConnected({ keys: [mail, entra] })).toBe(true);
    expect(isConnected({ keys: [teamsKey('t', '29:x')] })).toBe(true);
    expect(isConnected({ keys: [] })).toBe(false);
  });

  test('becomes somebody in Teams with what Teams says of them, and it is noted', () => {
    const known = { email: 'kari@x.no', homeTenantId: 't' };
    const connected = accepted(connect(waiting, [entra, mail], known));
    expect(connected).toEqual({
      ...waiting,
      ...known,
      keys: [mail, entra],
      history: [{ at: NOW, by: 'kari', what: 'connected' }],
    });
    expect(personSchema.parse(connected)).toEqual(connected);
    expect(accepted(connect(connected, [entra, mail], known))).toBe(connected);
    expect(accepted(connect(connected, [entra]))).toBe(connected);
    expect(accepted(connect(connected, [entra, 'mail:kn@x.no']))).toMatchObject(known);
  });

  test('is nobody else from then on', () => {
    const connected = accepted(connect());
    expect(connect(connected, [entraKey('t', 'ola'), mail])).toEqual({ ok: false, refusal: 'somebody-else' });
    expect(connect(connected, [mail])).toEqual({ ok: false, refusal: 'somebody-else' });
  });

  test('gets more addresses and a home once they are known, which is no news for the history', () => {
    const connected = accepted(connect());
    const more = accepted(connect(connected, [entra, 'mail:kn@x.no'], { homeTenantId: 't' }));
    expect(more).toEqual({ ...connected, keys: [mail, entra, 'mail:kn@x.no'], homeTenantId: 't' });
    expect(accepted(connect(more, [entra], { email: 'kn@x.no' }))).toEqual({ ...more, email: 'kn@x.no' });
    expect(accepted(connect(more, [entra], { homeTenantId: 'u' }))).toEqual({ ...more, homeTenantId: 'u' });
  });
});

test('a record that gives up its identities to another one has none left, and it is noted once', () => {
  const released = accepted(releaseKeys(known, 'other', NOW));
  expect(released).toEqual({
    ...known,
    keys: [],
    history: [{ at: NOW, by: 'kari', what: 'merged', onBehalfOf: 'other' }],
  });
  expect(accepted(releaseKeys(released, 'other', NOW))).toBe(released);
});
