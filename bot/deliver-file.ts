import { change } from '../store/change.ts';
import { type Effect, emit } from '../store/effect.ts';
import { MAX_FILE_BYTES, newFile, type StoredFile } from '../store/file/record.ts';
import type { Person } from '../store/person/record.ts';
import { done, type Result } from '../store/result.ts';
import type { View } from '../store/view.ts';
import type { Delivery } from './attempt.ts';
import { isAttachment } from './documents/attachment.ts';
import { type DocxProblem, readDocx } from './documents/read-docx.ts';
import { idFrom, sha256OfBytes } from './ids.ts';
import { makeFile } from './make-file.ts';
import type { PersonalCards } from './personal.ts';
import { isSheetOfText } from './plan-import.ts';
import { sheetUses } from './sheet-uses.ts';
import { type Deps, FileRefusedError, type Teams, UndeliveredError } from './turn.ts';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** What is no text for a referat or a sak, and may be a vedlegg all the same. */
const ONLY_ATTACHED: readonly DocxProblem[] = ['file-not-docx', 'file-too-large', 'file-text-too-long'];

type Kept = Pick<StoredFile, 'copyOf' | 'text' | 'planRows' | 'memberList'> & { readonly bytes: Uint8Array };

/** Files that come and go in people's 1:1 chats: fetched and read, offered, and sent when they were accepted. */
export function fileDeliveries(deps: Deps, teams: Teams, personal: PersonalCards) {
  /** Keeps a file under an id that follows from why it is kept: doing it twice keeps it once. */
  const keep = async (
    id: string,
    person: Person,
    name: string,
    { bytes, copyOf, text, planRows, memberList }: Kept,
  ): Promise<StoredFile> => {
    const file = newFile({
      id,
      tenantId: person.tenantId,
      name: name.slice(0, 200),
      bytes: bytes.length,
      sha256: sha256OfBytes(bytes),
      base64: copyOf === undefined ? Buffer.from(bytes).toString('base64') : '',
      by: person.id,
      ...(copyOf !== undefined && { copyOf }),
      ...(text !== undefined && { text }),
      ...(planRows && { planRows }),
      ...(memberList && { memberList }),
    });
    await deps.files.collection.insert(file);
    return (await deps.files.collection.get(id)) ?? file;
  };

  const fetchFile = async ({ url, name, for: turnId }: EffectOf<'fetch-file'>, person: Person) => {
    const view = await taken(person, { url, name, fileId: idFrom('file', turnId) });
    // posted from the person's own outbox, so that a chat that does not answer now is tried again without fetching again
    return (current: Person) =>
      emit(
        current,
        { realNow: deps.realNow() },
        { kind: 'personal-card', key: `file:${turnId}`, personId: person.id, view },
      );
  };

  const taken = async (
    person: Person,
    { url, name, fileId }: { readonly url: string; readonly name: string; readonly fileId: string },
  ): Promise<View> => {
    try {
      const bytes = await teams.fetchFile(url, MAX_FILE_BYTES);
      const read = await readDocx(bytes);
      const { unread, ...uses } = await sheetUses(deps, person.id, name, bytes);
      if ('text' in read) await keep(fileId, person, name, { bytes, text: read.text, ...uses });
      else if (ONLY_ATTACHED.includes(read.problem) && (await isAttachment(name, bytes)))
        await keep(fileId, person, name, { bytes, ...uses });
      // text that is neither plan nor list is nothing else either
      else if (uses.planRows || uses.memberList) await keep(fileId, person, name, { bytes, ...uses });
      else if (unread) return { view: 'plan-unread', name, unread };
      else return { view: 'notice', notice: noticeFor(name, read.problem) };
      return { view: 'file-received', fileId, ...(unread && { unread }) };
    } catch (error) {
      if (error instanceof FileRefusedError) return { view: 'notice', notice: error.why };
      throw error;
    }
  };

  const offerFile = async ({ personId, offer }: EffectOf<'offer-file'>, person: Person): Promise<undefined> => {
    const made = await makeFile(deps, offer, personId);
    if (made === undefined) throw new UndeliveredError('failed', 'what was asked for as a file is gone');
    const { description, edition, name } = made;
    // the same offer again is the same file
    const fileId = idFrom('file', person.id, JSON.stringify(offer), edition);
    const { bytes } = await keep(fileId, person, name, made);
    await teams.offerFile(await personal.addressOf(personId), { fileId, name, description, bytes });
    return undefined;
  };

  const sendFile = async ({ key, fileId, upload, attempts }: EffectOf<'send-file'>, person: Person) => {
    const file = await deps.files.collection.get(fileId);
    if (file?.by !== person.id) return undefined;
    const source = file.copyOf === undefined ? file : await deps.files.collection.get(file.copyOf);
    if (source === undefined) throw new UndeliveredError('failed', 'the file that this is a copy of is gone');
    await teams.uploadFile(upload, Buffer.from(source.base64, 'base64'), attempts > 1);
    // by itself: a place takes its file once, however often the chat must be asked to show it
    return (current: Person) =>
      emit(current, { realNow: deps.realNow() }, { kind: 'show-file', key: `show:${key}`, upload });
  };

  return {
    /** The delivery of people's outboxes with what they want of files. */
    persons: (other: Delivery<Person>): Delivery<Person> => ({
      ...other,
      send: (effect, person) => {
        if (effect.kind === 'fetch-file') return fetchFile(effect, person);
        if (effect.kind === 'offer-file') return offerFile(effect, person);
        if (effect.kind === 'send-file') return sendFile(effect, person);
        if (effect.kind === 'show-file') return teams.showFile(effect.upload, person.tenantId).then(() => undefined);
        return other.send(effect, person);
      },
      giveUp: (effect, why) => {
        const failed = {
          'fetch-file': 'file-not-fetched',
          'offer-file': 'file-not-sent',
          'send-file': 'file-not-sent',
        };
        const notice = Object.hasOwn(failed, effect.kind) ? failed[effect.kind as keyof typeof failed] : undefined;
        if (notice === undefined) return other.giveUp(effect, why);
        return (current) =>
          emit(
            current,
            { realNow: deps.realNow() },
            {
              kind: 'personal-card',
              key: `lost:${effect.key}`,
              personId: current.id,
              view: { view: 'notice', notice },
            },
          );
      },
    }),
  };
}

function noticeFor(name: string, problem: DocxProblem): string {
  if (problem !== 'file-not-docx') return problem;
  return isSheetOfText(name) ? 'plan-not-for-you' : 'file-type';
}

/** Somebody took a file that was offered to them: it is sent from their outbox. */
export async function takeFile(
  deps: Deps,
  personId: string,
  effect: Pick<EffectOf<'send-file'>, 'fileId' | 'upload'>,
): Promise<void> {
  const { fileId } = effect;
  await change(
    deps.persons.collection,
    personId,
    (person): Result<Person, never> =>
      done(emit(person, { realNow: deps.realNow() }, { kind: 'send-file', key: `send:${fileId}`, ...effect })),
  );
}
