import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireChoice } from '../../../bot/local/wire.ts';
import { GROUP, GUEST, KARI, OLA, openRoom, PER, type TestRoom } from '../../support/room.ts';

const EVERYBODY = 'graph.microsoft.com/users';
const HERE = `${EVERYBODY}?scope=currentContext`;

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom({ persons: [KARI, OLA, PER, GUEST], chats: [GROUP] });
});
afterEach(() => open.close());

const pick = async (dataset: string, q = '', more: object = {}) => {
  const query = new URLSearchParams({ person: 'kari', chat: GROUP.id, dataset, q, ...more });
  const { status, body } = await open.page(`people?${query}`);
  return { status, found: body as readonly WireChoice[] };
};

test.each([
  ['everybody in the organisation', EVERYBODY, '', ['kari', 'ola', 'per']],
  ['the members of the chat, guests as well', HERE, '', ['kari', 'ola', 'gjest']],
  ['those whose name has it in it', EVERYBODY, ' AR', ['kari']],
  ['those whose e-mail address has it in it', HERE, 'ola@', ['ola']],
  ['nobody when none fits', EVERYBODY, 'xyz', []],
  ['nobody of data that Teams does not have', 'contoso/cars', '', []],
])('a people picker offers %s', async (_whom, dataset, typed, names) => {
  const { found } = await pick(dataset, typed);
  expect(found.map(({ title }) => title)).toEqual(names);
});

test('what is picked is an Entra object id', async () => {
  expect((await pick(EVERYBODY, 'kari')).found).toEqual([{ title: 'kari', value: KARI.objectId }]);
});

test('no more than twenty are offered at once', async () => {
  await open.close();
  const crowd = Array.from({ length: 30 }, (_, i) => ({ ...OLA, id: `p${i}`, objectId: `p${i}`, teamsId: `29:p${i}` }));
  open = await openRoom({ persons: [KARI, ...crowd], chats: [GROUP] });
  expect((await pick(EVERYBODY)).found).toHaveLength(20);
});

test.each([
  ['in a chat that they are not in', { person: 'per' }, 404],
  ['that nobody is', { person: 'nobody' }, 404],
  ['with too long a text', { q: 'x'.repeat(201) }, 400],
])('nobody is offered anybody %s', async (_why, more, status) => {
  expect((await pick(EVERYBODY, '', more)).status).toBe(status);
});
