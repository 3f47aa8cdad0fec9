import { change } from '../store/change.ts';
import type { Stored } from '../store/effect.ts';
import { objectIdOf, type Person } from '../store/person/record.ts';
import { done } from '../store/result.ts';
import type { Round } from '../store/round/record.ts';
import type { View } from '../store/view.ts';
import { render } from './render.ts';
import { type Address, type Deps, type Teams, UndeliveredError } from './turn.ts';

/** A card as it lies in somebody's 1:1 chat. */
export type Sent = Omit<Address, 'tenantId'> & { readonly activityId?: string };

/** Where such a card is looked for again. */
type Lying = Omit<Sent, 'activityId'> & { readonly activityId?: string | undefined };

/** Cards into people's 1:1 chats with the bot, which are opened where there is none yet. */
export type PersonalCards = {
  /** Throws `UndeliveredError`. `fallbackServiceUrl`: the service to ask when nothing was ever heard from the person. */
  readonly addressOf: (personId: string, fallbackServiceUrl?: string) => Promise<Address>;
  /** Renders a view for the person and posts it. Throws `UndeliveredError`. */
  readonly post: (personId: string, view: View, fallbackServiceUrl?: string) => Promise<Sent>;
  /**
   * Renders a view anew where a card of it lies, and says whether it did: not where Teams never said which message it is.
   * Throws `UndeliveredError`.
   */
  readonly renew: (personId: string, lying: Lying, view: View, known?: Round) => Promise<boolean>;
};

/**
 * The service through which somebody is written to who was never heard from: that of whoever asks them, and of one who has
 * only ever used the tab, which names no service, that of the committee's own conversation.
 */
export async function serviceNear(
  { persons, committees }: Pick<Deps, 'persons' | 'committees'>,
  { by, committeeId }: { readonly by?: string | undefined; readonly committeeId?: string | undefined },
): Promise<string | undefined> {
  const person = by === undefined ? undefined : await persons.collection.get(by);
  if (person?.serviceUrl !== undefined || committeeId === undefined) return person?.serviceUrl;
  return (await committees.collection.get(committeeId))?.conversation?.serviceUrl;
}

/** The service of whoever last did something with a record: where somebody is asked for whom nothing was ever heard from. */
export function serviceAround(
  deps: Pick<Deps, 'persons' | 'committees'>,
  record: Stored & { readonly committeeId?: string },
): Promise<string | undefined> {
  const { by } = record.history.findLast((line) => line.by !== 'bot') ?? {};
  return serviceNear(deps, { by, committeeId: record.committeeId });
}

export function personalCards(deps: Deps, teams: Teams): PersonalCards {
  const addressOf = async (personId: string, fallbackServiceUrl?: string): Promise<Address> => {
    const person = await deps.persons.collection.get(personId);
    if (person === undefined) throw new UndeliveredError('unknown-address', 'nobody with this id');
    const { tenantId } = person;
    if (person.reference) return { ...person.reference, tenantId };
    const serviceUrl = person.serviceUrl ?? fallbackServiceUrl;
    const memberId = objectIdOf(person);
    if (serviceUrl === undefined || memberId === undefined)
      throw new UndeliveredError('not-installed', 'no chat and no way to open one');
    const conversationId = await teams.openPersonal({ serviceUrl, tenantId, memberId });
    // what they ask for next, as in the tab, finds the same way to them
    await change(deps.persons.collection, personId, (current) =>
      done<Person>(current.serviceUrl === undefined ? { ...current, serviceUrl } : current),
    );
    return { serviceUrl, tenantId, conversationId };
  };
  return {
    addressOf,
    post: async (personId, view, fallbackServiceUrl) => {
      const address = await addressOf(personId, fallbackServiceUrl);
      const { activityId } = await teams.post(address, await render(deps, personId, view));
      const { serviceUrl, conversationId } = address;
      return { serviceUrl, conversationId, ...(activityId !== undefined && { activityId }) };
    },
    renew: async (personId, { serviceUrl, conversationId, activityId }, view, known) => {
      // the chat's tenant is theirs, and need not be the committee's
      const person = await deps.persons.collection.get(personId);
      if (activityId === undefined || person === undefined) return false;
      const { tenantId } = person;
      await teams.update(
        { serviceUrl, conversationId, tenantId },
        activityId,
        await render(deps, personId, view, known),
      );
      return true;
    },
  };
}
