import { afterEach, expect, test } from 'vitest';
import type { RoomPerson } from '../../../bot/local/model.ts';
import { channelPath, GROUP, KARI, openRoom, type TestRoom } from '../../support/room.ts';

let open: TestRoom;
afterEach(() => open.close());

type Page = { readonly members: readonly { readonly id: string }[]; readonly continuationToken?: string };
const crowd = (many: number): readonly RoomPerson[] =>
  Array.from({ length: many }, (_, i) => {
    const objectId = `11111111-aaaa-4bbb-8ccc-${String(100 + i).padStart(12, '0')}`;
    return { ...KARI, id: `p${i}`, name: `Person nr. ${i}`, objectId, teamsId: `29:p${i}` };
  });
const openCrowd = async (many: number) => {
  const persons = crowd(many);
  open = await openRoom({ persons, chats: [{ ...GROUP, memberIds: persons.map(({ id }) => id) }] });
  return persons;
};
const page = async (query: string) => {
  const { status, body } = await open.connector('GET', `${channelPath(GROUP)}/pagedmembers?${query}`);
  return { status, body: body as Page };
};

test.each([
  ['pageSize=60', [60, 60, 40]],
  ['', [160]],
  ['pageSize=1000', [160]],
  ['pageSize=10', [50, 50, 50, 10]],
  ['pageSize=many', [160]],
])('160 members asked for with «%s» come in pages of %j, each member once', async (query, sizes) => {
  const persons = await openCrowd(160);
  const pages: Page[] = [];
  for (let token: string | undefined = ''; token !== undefined; token = pages.at(-1)?.continuationToken)
    pages.push((await page(`${query}${token && `&continuationToken=${token}`}`)).body);
  expect(pages.map(({ members }) => members.length)).toEqual(sizes);
  expect(pages.flatMap(({ members }) => members.map(({ id }) => id))).toEqual(persons.map(({ teamsId }) => teamsId));
});

test.each(['x', 'ZnJvbSAtMQ', '%00'])('«%s» is no token to go on from', async (token) => {
  await openCrowd(3);
  const refused = await page(`continuationToken=${token}`);
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
});

test('a member is told of by all their names, with e-mail address and tenant', async () => {
  await openCrowd(1);
  const { body } = await page('');
  expect(body.members).toEqual([
    {
      id: '29:p0',
      objectId: '11111111-aaaa-4bbb-8ccc-000000000100',
      aadObjectId: '11111111-aaaa-4bbb-8ccc-000000000100',
      name: 'Person nr. 0',
      givenName: 'Person nr.',
      surname: '0',
      email: KARI.email,
      userPrincipalName: KARI.email,
      tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      userRole: 'user',
    },
  ]);
});
