import type { View } from '../../store/view.ts';
import type { Shown } from '../turn.ts';

/** A sentence in place of the card. */
export function notice(code: string): Shown {
  return { view: { view: 'notice', notice: code } };
}

export function show(view: View): Shown {
  return { view };
}

/** What is shown, when others are to be told of it as well. */
export function news(view: View): Shown {
  return { view, sends: true };
}

/** What was typed, as a form keeps it; fields that were left empty are left out. */
export function typedFrom(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
