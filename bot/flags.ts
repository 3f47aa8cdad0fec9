import { z } from 'zod';
import { timeOf } from './local/calendar.ts';

/** What was asked for on the command line. */
export type Flags = {
  /** Sender unchecked, for other local clients; loopback only. */
  readonly unverified: boolean;
  readonly reset: boolean;
  readonly yes: boolean;
  readonly now?: Date;
};

const SWITCHES = ['unverified', 'reset', 'yes'] as const;
const timeSchema = z.iso.datetime({ offset: true, local: true });

/** Reads the command line; what is odd in it is added to `problems`, one line each. */
export function readFlags(argv: readonly string[], problems: string[]): Flags {
  const flags = { unverified: false, reset: false, yes: false };
  let now: Date | undefined;
  for (let i = 0; i < argv.length; i++) {
    const flag = argv[i];
    const found = SWITCHES.find((name) => flag === `--${name}`);
    if (found) flags[found] = true;
    else if (flag === '--now') {
      const time = timeSchema.safeParse(argv[++i]);
      // the room's own reading: without a zone it is Oslo's, wherever the machine is
      if (time.success) now = timeOf(time.data);
      else problems.push('--now må ha et tidspunkt, for eksempel 2026-03-02T09:00:00Z');
    } else problems.push(`${flag} er ukjent; det finnes --now, --reset, --yes og --unverified`);
  }
  return { ...flags, ...(now && { now }) };
}
