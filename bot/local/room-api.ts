import { type ChatChanges, chatChanges } from './chat-changes.ts';
import { type Dialogs, dialogs } from './dialogs.ts';
import { type Kit, type Lookups, lookups } from './kit.ts';
import { type Presses, presses } from './presses.ts';
import { type Sayings, sayings } from './sayings.ts';
import type { WireApp } from './wire.ts';

/** What people do in the room, whoever they are: the page and the tests go through here. */
export type RoomApi = Lookups & Sayings & Presses & Dialogs & ChatChanges;

export function roomApi(kit: Kit, app: WireApp): RoomApi {
  const find = lookups(kit.world);
  const opened = dialogs(kit, find, app);
  return { ...find, ...sayings(kit, find), ...opened, ...presses(kit, find, opened), ...chatChanges(kit, find) };
}
