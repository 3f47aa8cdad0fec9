import type { WireChat, WirePerson } from '../wire.ts';

/** What kinds of chats there are called. */
export const KINDS: Readonly<Record<WireChat['kind'], string>> = {
  personal: 'Chat',
  groupChat: 'Gruppechat',
  channel: 'Kanal',
};

/** A chat's name on its tab. */
export function nameOf({ kind, name }: WireChat): string {
  return kind === 'personal' ? 'Utvalgsbot' : (name ?? 'Uten navn');
}

/** Whose chat this is, and which; with its kind in front where it stands alone. */
export function chatLabel({ name }: WirePerson, chat: WireChat, withKind = false): string {
  const kind = withKind ? `${KINDS[chat.kind]}, ` : '';
  if (chat.kind === 'personal') return withKind ? `${kind}${name} og Utvalgsbot` : name;
  return `${kind}${name} i ${nameOf(chat)}`;
}

export function emptyText(chat: WireChat): string {
  if (chat.kind === 'personal') return 'Ingen meldinger ennå. Skriv «hjelp» til Utvalgsbot.';
  const purpose = chat.botInstalled ? ' Her viser Utvalgsbot hvor e-postrundene står.' : '';
  return `Ingen meldinger i ${nameOf(chat)} ennå.${purpose}`;
}

/** «24 medlemmer» */
export function membersText(count: number): string {
  return count === 1 ? '1 medlem' : `${count} medlemmer`;
}

/** What the box is called, and what stands in it while it is empty. */
type BoxWords = { readonly label: string; readonly hint: string };
export type ComposerWords = {
  readonly toBot: BoxWords;
  /** When only people are written to; absent where the bot hears everything. */
  readonly toPeople?: BoxWords;
  /** Names the commands. */
  readonly group: string;
};

/** What the composer's parts are called. */
export function composerWords({ name }: WirePerson, chat: WireChat): ComposerWords {
  const where = chat.kind === 'personal' ? '' : ` i ${nameOf(chat)}`;
  return {
    toBot: { label: `Melding til Utvalgsbot${where} fra ${name}`, hint: 'Skriv en melding' },
    group: `Kommandoer for ${name}${where}`,
    ...(chat.kind !== 'personal' && {
      toPeople: { label: `Melding til de andre${where} fra ${name}`, hint: `Skriv til de andre${where}` },
    }),
  };
}

/** Why the bot cannot write to somebody alone, in few words; nothing when it can. */
export function reachText({ reach, organisation }: WirePerson): readonly string[] {
  const words = { installed: [], 'not-installed': ['Har ikke appen'], blocked: ['Har blokkert boten'] }[reach];
  return organisation === 'other' ? ['Gjest fra en annen organisasjon', ...words] : words;
}
