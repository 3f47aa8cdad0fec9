import { note } from '../effect.ts';
import { BEFORE } from '../meeting/rules-agenda.ts';
import { done, type Result, refuse } from '../result.ts';
import { type AgendaSettings, type Committee, type FixedSak, fixedSakSchema } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds } from './rules.ts';

export type AgendaSettingsProblem = 'fixed-twice' | 'fixed-order' | 'first-number' | 'propose-days' | 'referater-from';

/** What was typed into the form; `fixed`: what was chosen for each place, in order. */
export type TypedAgenda = {
  readonly fixed: readonly (string | undefined)[];
  readonly firstNumber?: string | undefined;
  readonly proposeDays?: string | undefined;
  readonly referaterFrom?: string | undefined;
};

/** Reads how agendas are made. `known`: the committees whose referater can be laid before this one. */
export function readAgendaSettings(
  { fixed, firstNumber = '', proposeDays = '', referaterFrom = '' }: TypedAgenda,
  known: readonly string[],
): { readonly agenda: AgendaSettings } | { readonly problems: readonly AgendaSettingsProblem[] } {
  const chosen = fixed.flatMap((name) => fixedSakSchema.safeParse(name).data ?? []);
  const number = numberIn(firstNumber);
  const days = proposeDays.trim();
  const from = referaterFrom.split(',').filter((id) => id !== '');
  const problems: AgendaSettingsProblem[] = [];
  const check = (problem: AgendaSettingsProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  check('fixed-twice', new Set(chosen).size !== chosen.length);
  check('fixed-order', !opensFirst(chosen));
  check('first-number', number === 'odd');
  check('propose-days', days !== '' && (!/^\d{1,2}$/.test(days) || Number(days) > 60));
  check(
    'referater-from',
    from.some((id) => !known.includes(id)),
  );
  if (problems.length > 0 || number === 'odd') return { problems };
  return {
    agenda: {
      fixed: chosen,
      ...(number && { firstNumber: number }),
      ...(days !== '' && { proposeDays: Number(days) }),
      ...(from.length > 0 && { referaterFrom: from }),
    },
  };
}

function opensFirst(chosen: readonly FixedSak[]): boolean {
  const firstOther = chosen.findIndex((one) => !BEFORE.includes(one));
  return firstOther === -1 || chosen.slice(firstOther).every((one) => !BEFORE.includes(one));
}

/** «12/24»; undefined when nothing is written. */
function numberIn(text: string): AgendaSettings['firstNumber'] | 'odd' {
  if (text.trim() === '') return undefined;
  const [, number, year = ''] = /^0*([1-9]\d{0,3}) ?\/ ?((?:20)?\d{2})$/.exec(text.trim()) ?? [];
  if (number === undefined) return 'odd';
  return { number: Number(number), year: Number(year.length === 2 ? `20${year}` : year) };
}

/** `against`: the version of the committee that was changed from; what it is already is no change. */
export function reviseAgendaSettings(
  committee: Committee,
  agenda: AgendaSettings,
  { personId, now, against }: { readonly personId: string; readonly now: Date; readonly against?: number | undefined },
): Result<Committee, 'not-secretariat' | 'committee-closed' | 'changed-by-another'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  if (JSON.stringify(comparable(committee.settings.agenda)) === JSON.stringify(comparable(agenda)))
    return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  const settings = { ...committee.settings, agenda };
  return done(note({ ...committee, settings }, { at: now, by: personId, what: 'agenda-settings-changed' }));
}

function comparable({ fixed, firstNumber, proposeDays, referaterFrom = [] }: AgendaSettings = {}) {
  return [fixed, firstNumber?.number, firstNumber?.year, proposeDays, referaterFrom];
}
