import { understandDue } from '../../store/tiltak/rules-due.ts';

/** The day that a due time means, or the word for what it is instead. */
export function dueMeant(written: string): string {
  const due = understandDue(written);
  if (due.kind === 'day') return due.on;
  return due.kind === 'unknown' ? due.why : due.kind;
}
