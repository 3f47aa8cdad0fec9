import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { type JournalRecord, recordSchema } from './model.ts';

export type Journal = {
  /** Written when this returns: a killed process loses nothing that it had answered for. */
  readonly append: (record: JournalRecord) => void;
  readonly close: () => void;
};

const NEWLINE = 0x0a;

/**
 * Opens an append-only file of JSON lines and replays it. A torn last line, left by a process that was killed while
 * writing, is cut away; any other line that cannot be read stops the start, and the file stays as it is.
 */
export function openJournal(path: string, replay: (record: JournalRecord) => void): Journal {
  if (existsSync(path)) replayFile(path, replay);
  const file = openSync(path, 'a');
  return {
    append: (record) => void writeSync(file, `${JSON.stringify(record)}\n`),
    close: () => closeSync(file),
  };
}

/** A journal that forgets, for a room that keeps nothing on disk. */
export const noJournal: Journal = { append: () => undefined, close: () => undefined };

function replayFile(path: string, replay: (record: JournalRecord) => void): void {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) replay(parseLine(line, path, index + 1));
}

function parseLine(line: string, path: string, number: number): JournalRecord {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${path} kan ikke leses: linje ${number} er skadet`, { cause });
  }
}
