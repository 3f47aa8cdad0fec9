import type { WireChat, WirePerson } from '../wire.ts';
import { block, install, putBot, sentenceOf } from './api.ts';
import { botAvatar, button, el } from './dom.ts';
import { nameOf } from './words.ts';

/** What stands in the composer's place while the bot is not there, and the way to get it. Undefined when it is there. */
export function absenceOf(
  person: WirePerson,
  chat: WireChat,
): { readonly text: string; readonly element: HTMLElement } | undefined {
  const { id, name, reach } = person;
  if (chat.kind !== 'personal') {
    if (chat.botInstalled) return undefined;
    return notice(`Utvalgsbot er ikke lagt til i ${nameOf(chat)}.`, 'Legg til Utvalgsbot', () =>
      putBot(id, chat.id, true),
    );
  }
  if (reach === 'blocked')
    return notice(`${name} har blokkert Utvalgsbot, og får ingen meldinger fra den.`, 'Opphev blokkeringen', () =>
      block(id, false),
    );
  if (reach === 'installed') return undefined;
  return notice(`${name} har ikke lagt til Utvalgsbot, og får ingen meldinger fra den.`, 'Legg til Utvalgsbot', () =>
    install(id, true),
  );
}

function notice(text: string, offer: string, act: () => Promise<unknown>) {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const run = async () => {
    problem.textContent = '';
    await act().catch((error: unknown) => {
      problem.textContent = sentenceOf(error);
    });
  };
  const way = button(offer, () => void run(), 'primary');
  const words = el('div', { class: 'absence-words' }, el('p', {}, text), problem);
  return { text, element: el('div', { class: 'absence' }, botAvatar(), words, way) };
}
