import { HttpError, sendJson } from './http.ts';
import type { Keys } from './keys.ts';
import type { PageApi } from './page-api.ts';
import type { World } from './world.ts';

/** What the bot alone may ask for the app's tab: who one can be here, and a token to be them, as Entra would give one. */
export function tabApi({
  world,
  keys,
  tenantId,
}: {
  readonly world: World;
  readonly keys: Keys;
  readonly tenantId: string;
}): PageApi {
  return async (request, response, { pathname, searchParams }) => {
    if (!(await keys.isBot(request.headers.authorization))) throw new HttpError(401, 'Unauthorized', 'Not the bot.');
    // a guest signs in at home, and no app of this organisation is there
    const persons = [...world.roster.persons.values()].filter((person) => person.tenantId === undefined);
    if (pathname === '/tab/persons')
      return sendJson(
        response,
        200,
        persons.map(({ id, name, title, roles }) => ({ id, name, title, roles })),
      );
    const person = persons.find(({ id }) => id === searchParams.get('person'));
    if (pathname !== '/tab/token' || person === undefined) throw new HttpError(404, 'NotFound', 'Nobody like that.');
    const { objectId, name } = person;
    sendJson(response, 200, { token: await keys.tabToken({ tenantId, objectId, name }) });
  };
}
