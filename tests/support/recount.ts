import type { Round } from '../../store/round/record.ts';

type Line = Round['history'][number];
type Verdict = 'yes' | 'no';
/** What stands for a seat: said by a holder, and in place of it while it is not taken back, by the secretariat. */
type Entry = { readonly said?: Verdict | undefined; readonly registered?: Verdict | undefined };

/** What a line of the history says about a seat's answer; undefined when it says nothing about one. */
function verdictOf(what: string): Verdict | undefined {
  switch (what.replace(/^registered-/, '')) {
    case 'approved':
    case 'remark-skrivefeil':
      return 'yes';
    case 'remark-realitet':
    case 'lifted-to-meeting':
      return 'no';
    default:
      return undefined;
  }
}

/**
 * Counts a round again from its history alone, with what arrived where for the silent. Shares no code with the rules:
 * it is what a careful secretary would do with the log, a pencil and the rule in plain words.
 */
export function recount(round: Round): {
  readonly yes: number;
  readonly no: number;
  readonly outcome: 'approved' | 'undecided';
} {
  const sheet = new Map<string, Entry>();
  // what came at the deadline or later was never said
  for (const line of round.history) if (line.at.getTime() < round.deadline.getTime()) strike(sheet, line);
  const standing = new Map(
    [...sheet].flatMap(([seatId, { said, registered }]) => {
      const verdict = registered ?? said;
      return verdict ? [[seatId, verdict] as const] : [];
    }),
  );
  const yes = [...standing.values()].filter((verdict) => verdict === 'yes').length;
  const no = [...standing.values()].filter((verdict) => verdict === 'no').length;
  return { yes, no, outcome: no === 0 && isEnough(round, standing, yes) ? 'approved' : 'undecided' };
}

function strike(sheet: Map<string, Entry>, { what, seatId }: Line): void {
  if (seatId === undefined) return;
  const { said } = sheet.get(seatId) ?? {};
  if (what === 'registration-undone') sheet.set(seatId, { said });
  const verdict = verdictOf(what);
  if (verdict) sheet.set(seatId, what.startsWith('registered-') ? { said, registered: verdict } : { said: verdict });
}

function isEnough(round: Round, sheet: ReadonlyMap<string, Verdict>, yes: number): boolean {
  const asked = round.seats.length;
  switch (round.rule.kind) {
    case 'everyone':
      return yes === asked;
    case 'majority':
      return yes * 2 > asked;
    case 'consensus':
      return round.rule.atLeast === undefined ? yes * 2 >= asked : yes >= round.rule.atLeast;
    case 'none':
      return false;
    case 'silent-consent': {
      if (yes === 0) return false;
      const quiet = round.seats.filter(({ seatId, wasAbsent }) => !sheet.has(seatId) && wasAbsent !== true);
      return quiet.every(({ holderId }) => {
        const card = round.deliveries.filter((one) => one.holderId === holderId && one.state === 'delivered');
        const word = round.reminders.filter((one) => one.holderId === holderId);
        const inTime = ({ at }: { readonly at: Date }) => at.getTime() < round.deadline.getTime();
        return card.some(inTime) && word.some(inTime);
      });
    }
  }
}
