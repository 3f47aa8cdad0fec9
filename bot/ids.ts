import { createHash, hash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal: what an answer names as the text it saw. */
export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex');
}

/** SHA-256 of a file. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** An id that follows from what it is about: the same parts give the same id, so making it twice makes it once. */
export function idFrom(prefix: string, ...parts: readonly string[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'base64url');
  return `${prefix}_${digest.slice(0, 22)}`;
}

/** A conversation without the thread that a channel's message is in: the channel itself. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';', 1)[0] || conversationId;
}

/** The id under which a channel or group chat is stored. */
export function conversationIdFor(tenantId: string, conversationId: string): string {
  return idFrom('conversation', tenantId, withoutThread(conversationId));
}
