import { notice } from '../cards/text/notices.ts';
import { change } from '../store/change.ts';
import type { NewEffect } from '../store/effect.ts';
import { forgetChat, replyOnce, wantOnce } from '../store/person/rules.ts';
import type { View } from '../store/view.ts';
import { viewFor } from './commands.ts';
import { dispatch, readAction, sharedHelp } from './dispatch.ts';
import { greet, noteName, notePresence } from './greet.ts';
import { knownPerson } from './identity.ts';
import { answerWith, turnOf } from './receive-turn.ts';
import type { Deps, Inbound, IncomingFile, InvokeAnswer, Receive, Shown, Turn } from './turn.ts';

type Of<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>;

// what a press does not need is loaded when it is first needed, so that a start answers sooner

/** What the shell around the program does with the news: deliver at once, and follow a moved clock. */
export type Shell = { readonly deliverSoon: () => void; readonly moveClock: (offsetMs: number) => void };

/**
 * The program's way in. Resolves when what it promises is stored: a message is answered later, from the outbox, and a
 * pressed button at once, with the card that takes the old one's place.
 */
export function receiver(deps: Deps, { deliverSoon, moveClock }: Shell): Receive {
  const reply = async (turn: Turn, view: View) => {
    const { conversationId, serviceUrl } = turn.place;
    await change(deps.persons.collection, turn.person.id, (person) =>
      replyOnce(person, turn.turnId, { conversationId, serviceUrl, view }, deps.realNow()),
    );
    deliverSoon();
  };

  const message = async (inbound: Of<'message'>) => {
    const turn = await turnOf(deps, inbound, true);
    if (inbound.files.length > 0) return takeFiles(turn, inbound.files);
    if (inbound.value === undefined) return answerTyped(turn, viewFor(inbound.text, turn.place.kind));
    // a button of a client without Action.Execute: the same action, answered with a card of its own
    const action = readAction(inbound.value);
    if (action === undefined) return reply(turn, { view: 'notice', notice: 'unreadable' });
    const shown = await dispatch(deps, turn, action);
    // what a press only sets going is not answered as well: it will be seen
    if ('view' in shown) return turn.place.kind === 'personal' ? reply(turn, shown.view) : replyApart(turn, shown.view);
    if (shown.isUnderWay) deliverSoon();
    else await reply(turn, shown.card ?? { view: 'notice', notice: shown.notice ?? 'too-large' });
  };

  const answerTyped = async (turn: Turn, view: View) => {
    const shown = await begunBySaying(deps, turn, view);
    if ('view' in shown) return reply(turn, asksIn(turn, shown.view));
    if ('isUnderWay' in shown) deliverSoon();
    else if ('said' in shown) await reply(turn, { view: 'notice', notice: shown.notice ?? 'unreadable' });
  };

  /** Whoever installs the app goes on where they had to stop, or learns what can be done here; and gets what waits for them. */
  const installed = async (inbound: Of<'installed'>) => {
    const turn = await turnOf(deps, inbound, true);
    if (inbound.place.kind === 'personal') {
      // a newer version of the app is no news: the chat is noted, and nothing said
      if (inbound.isUpgrade) return;
      const { begunBy } = await import('./setup-begin.ts');
      const [begun] = await begunBy(deps, turn.person.id);
      await reply(turn, begun ? { view: 'setup-form', setupId: begun.id } : { view: 'help' });
      const { sendWhatWaits } = await import('./reach.ts');
      await sendWhatWaits(deps, turn.person.id);
      return deliverSoon();
    }
    await notePresence(deps, inbound, { installed: true, by: turn.person.id });
    await greet(deps, inbound, turn);
    deliverSoon();
  };

  /** Where others read along, only a sentence is answered in place; a card that others share goes to whoever pressed. */
  const replyApart = async (turn: Turn, view: View) => {
    const own = ownCardFor(view);
    if (own === undefined) return reply(turn, view);
    const { person, turnId } = turn;
    const effect = { kind: 'personal-card', key: `apart:${turnId}`, personId: person.id, view: own } as const;
    await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, [effect], deps.realNow()));
    deliverSoon();
  };

  /** Each file is fetched and read later; what became of it is said then. */
  const takeFiles = async (turn: Turn, files: readonly IncomingFile[]) => {
    const { person, place, turnId } = turn;
    if (place.kind !== 'personal') return;
    const { canUseFiles } = await import('./sak-begin.ts');
    // nothing is fetched or kept for somebody who cannot use it
    if (!(await canUseFiles(deps, person.id))) return reply(turn, { view: 'notice', notice: 'file-for-others' });
    const effects = files.map(
      ({ name, url }, n): NewEffect => ({
        kind: 'fetch-file',
        key: `fetch:${turnId}:${n}`,
        url,
        name,
        for: `${turnId}:${n}`,
      }),
    );
    await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, effects, deps.realNow()));
    deliverSoon();
  };

  const fileConsent = async (inbound: Of<'file-consent'>) => {
    const { person } = await turnOf(deps, inbound);
    const { fileId, upload } = inbound;
    if (upload === undefined) return;
    const { takeFile } = await import('./deliver-file.ts');
    await takeFile(deps, person.id, { fileId, upload });
    deliverSoon();
  };

  const press = async (
    inbound: Of<'card-action' | 'tab-action' | 'dialog-opened' | 'dialog-submitted'>,
  ): Promise<InvokeAnswer> => {
    const action = readAction(inbound.data);
    // said beside the card, which stays as it is with all that was typed
    if (action === undefined)
      return { kind: 'message', text: notice(inbound.kind === 'tab-action' ? 'tab-unreadable' : 'unreadable') };
    const turn = await turnOf(deps, inbound);
    const shown = await dispatch(deps, turn, action);
    if ('said' in shown || shown.sends || shown.round?.outboxDueAt || shown.round?.contactDueAt) deliverSoon();
    return answerWith(deps, turn, shown);
  };

  const open = async (inbound: Of<'extension-opened'>): Promise<InvokeAnswer> => {
    const turn = await turnOf(deps, inbound);
    const { openExtension } = await import('./extension.ts');
    return answerWith(deps, turn, await openExtension(deps, turn, inbound));
  };

  return async (inbound) => {
    switch (inbound.kind) {
      case 'message':
        await message(inbound);
        return undefined;
      case 'card-action':
      case 'tab-action':
      case 'dialog-opened':
      case 'dialog-submitted':
        return press(inbound);
      case 'extension-opened':
        return open(inbound);
      case 'file-consent':
        await fileConsent(inbound);
        return undefined;
      case 'installed':
        await installed(inbound);
        return undefined;
      case 'removed':
        await noteRemoval(deps, inbound);
        deliverSoon();
        return undefined;
      case 'renamed':
        await noteName(deps, inbound);
        return undefined;
      case 'clock':
        moveClock(inbound.offsetMs);
        return undefined;
      case 'ignored':
        return undefined;
    }
  };
}

/** The card that says in somebody's 1:1 chat what a shared card says; undefined when a view may stand where it is. */
function ownCardFor(view: View): View | undefined {
  const problem = 'problem' in view && view.problem ? { problem: view.problem } : {};
  if (view.view === 'round-shared') return { view: 'round', roundId: view.roundId, ...problem };
  if (view.view === 'agenda-shared') return { view: 'agenda-card', meetingId: view.meetingId, ...problem };
  return undefined;
}

/** What is begun by a message: elsewhere than in the 1:1 chat it goes on there. */
async function begunBySaying(deps: Deps, turn: Turn, view: View): Promise<Shown> {
  const isPersonal = turn.place.kind === 'personal';
  if (view.view === 'sak-drafts') {
    const { beginSak, beginSakAside } = await import('./sak-begin.ts');
    return isPersonal ? beginSak(deps, turn) : beginSakAside(deps, turn, true);
  }
  if (view.view !== 'setup' || isPersonal) return { view };
  const { setUpAside } = await import('./setup-aside.ts');
  return setUpAside(deps, turn, { isTyped: true });
}

/** Outside the 1:1 chat help is less: what can be done, is done there. */
function asksIn(turn: Turn, view: View): View {
  return turn.place.kind === 'personal' || view.view !== 'help' ? view : { ...view, ...sharedHelp(turn) };
}

/** The bot was taken out of a channel or group chat, or out of somebody's own Teams: nothing is sent there any more. */
async function noteRemoval(deps: Deps, inbound: Of<'removed'>) {
  const person = await knownPerson(deps, inbound.from);
  if (inbound.place.kind !== 'personal') return notePresence(deps, inbound, { installed: false, by: person?.id });
  if (person === undefined) return;
  const now = deps.now();
  await change(deps.persons.collection, person.id, (current) => forgetChat(current, now));
  const { noteUnreachable } = await import('./reach.ts');
  await noteUnreachable(deps, person.id);
}
