import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Round } from '../../store/round/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { wordsOf } from '../support/cards.ts';
import { aSigning } from '../support/matter-rounds.ts';

const signing = aSigning();
const [textHash] = signing.textHashes;
let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([inChannel()], []);
  await room.deps.rounds.collection.insert(signing);
});
afterEach(() => room.end());

const sign = (person: string) => room.card(person, { verb: 'round.sign', roundId: signing.id, textHash });
const register = (way: string) =>
  room.card('siv', { verb: 'round.register', roundId: signing.id, seatId: 'role:chair', choice: 'sign', way });
const stored = async () => (await room.deps.rounds.collection.get(signing.id)) as Round;

/** Somebody else leads the committee now. */
async function newLeader() {
  const { collection } = room.deps.committees;
  const home = await collection.get('committee-1');
  if (home === undefined) throw new Error('the committee is gone');
  await collection.replace(
    { ...home, roles: { ...home.roles, chairId: 'kari' }, version: home.version + 1 },
    home.version,
  );
}

test('a document is signed by leder and nestleder, and by nobody else', async () => {
  for (const person of ['kari', 'ola', 'siv', 'fremmed'])
    expect(wordsOf(await sign(person))).toContain('Du er ikke blant dem');
  await sign('lise');
  await sign('nina');
  expect(await stored()).toMatchObject({ status: 'approved', answers: [{ personId: 'lise' }, { personId: 'nina' }] });
});

test('whoever leads no more does not sign, in the card or by e-mail, and the new leader is asked by a new round', async () => {
  await newLeader();
  expect(wordsOf(await sign('lise'))).toContain('Du har ikke lenger rollen du ble spurt i');
  expect(wordsOf(await register('e-post'))).toContain('Rollen er en annens nå');
  expect(wordsOf(await sign('kari'))).toContain('Du er ikke blant dem');
  expect((await stored()).answers).toEqual([]);
  await sign('nina');
  expect(await stored()).toMatchObject({ status: 'open', answers: [{ personId: 'nina' }] });
});

test('what was signed before the role moved stands', async () => {
  await sign('lise');
  await newLeader();
  await sign('nina');
  expect((await stored()).status).toBe('approved');
});

test('a signature is registered when it came by e-mail, and by nothing that was only said', async () => {
  expect(wordsOf(await register('telefon'))).toContain('Bare en signatur som kom på e-post');
  expect((await stored()).answers).toEqual([]);
  await register('e-post');
  expect((await stored()).answers).toMatchObject([{ personId: 'lise', registered: { by: 'siv', way: 'e-post' } }]);
});
