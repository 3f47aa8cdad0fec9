import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import { tellPeople } from '../store/committee/rules-life.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { callVaras, passToHolder } from '../store/meeting/rules-new-holder.ts';
import type { Nomination } from '../store/nomination/record.ts';
import { passRequest } from '../store/nomination/rules-pass.ts';
import { done, type Result } from '../store/result.ts';
import type { Delivery } from './attempt.ts';
import { namesIn } from './names.ts';
import { postShared, sharedAddress } from './shared-address.ts';
import type { Deps } from './turn.ts';

/** What committees send: the news of their own life, and who has a seat from now on to its meetings and nominations. */
export function lifeDelivery(deps: Deps, other: Delivery<Committee>): Delivery<Committee> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });
  const tellComing = async ({ id: committeeId }: Committee, rule: (meeting: Meeting) => Result<Meeting, string>) => {
    for (const { id } of await deps.meetings.coming([committeeId])) await change(deps.meetings.collection, id, rule);
    return undefined;
  };
  const passRequests = async ({ id, seats }: Committee, seatId: string) => {
    const holderId = seats.find((seat) => seat.id === seatId)?.memberId;
    const holder = holderId ? { id: holderId, name: (await namesIn(deps, [holderId]))(holderId) } : undefined;
    for (const running of await deps.nominations.running([id]))
      await change(
        deps.nominations.collection,
        running.id,
        (current): Result<Nomination, never> => done(passRequest(current, seatId, holder, clocks())),
      );
  };
  return {
    ...other,
    send: async (effect, committee) => {
      if (effect.kind === 'holder-changed') {
        const { seatId } = effect;
        await passRequests(committee, seatId);
        return tellComing(committee, (meeting) => passToHolder(meeting, seatId, committee, clocks()));
      }
      if (effect.kind === 'varas-changed')
        return tellComing(committee, (meeting) => callVaras(meeting, committee, clocks()));
      if (effect.kind !== 'reply') return other.send(effect, committee);
      const address = await sharedAddress(deps, { tenantId: committee.tenantId, shared: effect });
      const posted = await postShared(deps, address, async (there) => {
        await other.send({ ...effect, ...there }, committee);
        return there;
      });
      const { view } = effect;
      return posted ? undefined : (current: Committee) => tellPeople(current, view, clocks());
    },
  };
}
