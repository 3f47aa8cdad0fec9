import type { WireChat, WirePerson } from '../wire.ts';
import { block, install, putBot, rename, sentenceOf } from './api.ts';
import { el } from './dom.ts';
import { askFor } from './form-dialog.ts';
import type { MenuItem } from './menu.ts';
import { nameOf } from './words.ts';

/** What somebody can do with a chat, for its menu. `onProblem` gets a sentence when the room could not. */
export function chatActions(
  person: WirePerson,
  chat: WireChat,
  {
    tab,
    openMembers,
    onProblem,
  }: {
    /** The address of the app's tab as this person sees it. */
    readonly tab: string | undefined;
    readonly openMembers: () => void;
    readonly onProblem: (text: string) => void;
  },
): readonly MenuItem[] {
  const item = (label: string, ask: () => Promise<unknown>): MenuItem => ({
    label,
    act: () => void ask().catch((error: unknown) => onProblem(sentenceOf(error))),
  });
  const { id, reach } = person;
  if (chat.kind === 'personal')
    return [
      ...(tab ? [{ label: 'Åpne fanen', act: () => void window.open(tab, '_blank', 'noopener') }] : []),
      reach === 'not-installed'
        ? item('Legg til Utvalgsbot', () => install(id, true))
        : item('Fjern Utvalgsbot', () => install(id, false)),
      reach === 'blocked'
        ? item('Opphev blokkeringen av Utvalgsbot', () => block(id, false))
        : item('Blokker Utvalgsbot', () => block(id, true)),
    ];
  return [
    { label: 'Medlemmer …', act: openMembers },
    { label: 'Gi nytt navn …', act: () => askName(id, chat) },
    chat.botInstalled
      ? item('Fjern Utvalgsbot', () => putBot(id, chat.id, false))
      : item('Legg til Utvalgsbot', () => putBot(id, chat.id, true)),
  ];
}

function askName(person: string, chat: WireChat): void {
  const field = el('input', { maxlength: 100, value: chat.name, autocomplete: 'off' });
  askFor({
    title: `Gi ${nameOf(chat)} nytt navn`,
    label: 'Nytt navn',
    field,
    act: 'Lagre',
    save: async (name) => {
      if (name === '') return 'Skriv et navn.';
      await rename(person, chat.id, name);
      return undefined;
    },
  });
  field.select();
}
