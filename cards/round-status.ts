import type { Round } from '../store/round/record.ts';
import { type Tally, tally } from '../store/round/tally.ts';
import { button, buttons, type Card, card, type Element, type Execute, facts, heading, paragraph } from './elements.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from './size.ts';
import { count, longTime, shortTime } from './text/format.ts';
import { outcomeText, remarkKindText, roundStatusText, ruleText, unreachedText } from './text/round.ts';

type Remarks = Tally['remarks'];
type SeatList = Tally['yes'];

/**
 * Where a round stands, for the secretariat and the chair: active yes, not answered, not reached and remarks, apart.
 * Remarks that do not fit one card follow on the next page, from number `from`.
 */
export function roundStatusCard(round: Round, from = 0): Card {
  const counted = tally(round);
  const remarks = counted.remarks.slice(from);
  for (let shown = remarks.length; ; shown = Math.floor(shown / 2)) {
    const page = statusPage(round, counted, { from, remarks: remarks.slice(0, shown), left: remarks.length - shown });
    if (shown === 0 || messageBytes(page) <= MAX_MESSAGE_BYTES) return page;
  }
}

function statusPage(
  round: Round,
  counted: Tally,
  { from, remarks, left }: { readonly from: number; readonly remarks: Remarks; readonly left: number },
): Card {
  const asked = round.seats.length;
  const open = round.status === 'open';
  const next: Execute[] =
    left > 0
      ? [button('Vis flere merknader', { verb: 'round.status', roundId: round.id, from: from + remarks.length })]
      : [];
  return card(
    heading(`E-postrunde: ${round.title}`),
    paragraph(outcomeText(round.status)),
    facts({
      Utvalg: round.committeeName,
      Status: roundStatusText[round.status],
      ...(open ? { Svarfrist: longTime(round.deadline) } : { Avsluttet: shortTime(round.closedAt ?? round.deadline) }),
      'Godkjent aktivt': `${counted.yes.length} av ${asked}`,
      'Ikke svart': open ? `${counted.silent.length + counted.notReached.length}` : `${counted.silent.length}`,
      ...(open && !counted.notReached.some(({ why }) => why)
        ? {}
        : { 'Ikke nådd': `${notReached(counted, open).length}` }),
      Merknader: `${counted.remarks.length}`,
      Regel: ruleText(round.rule),
    }),
    ...people('Godkjent', counted.yes),
    ...people('Ikke svart', open ? [...counted.silent, ...stillOnTheWay(counted)] : counted.silent),
    ...unreached(notReached(counted, open)),
    ...(remarks.length > 0 ? [heading('Merknader'), ...remarks.map(remarkLine)] : []),
    ...(left > 0 ? [paragraph(`${count(left, 'merknad', 'merknader')} til er ikke vist her.`)] : []),
    buttons(...next, button('Oppdater', { verb: 'round.status', roundId: round.id })),
  );
}

/** While the round is open only a failed delivery is «ikke nådd»; afterwards so is one that never arrived. */
function notReached({ notReached: all }: Tally, open: boolean): Tally['notReached'] {
  return open ? all.filter(({ why }) => why !== undefined) : all;
}

function stillOnTheWay({ notReached: all }: Tally): SeatList {
  return all.filter(({ why }) => why === undefined).map(({ seat }) => seat);
}

function people(title: string, seats: SeatList): Element[] {
  if (seats.length === 0) return [];
  return [paragraph(`${title}: ${seats.map(({ holderName, seatName }) => `${holderName} (${seatName})`).join(', ')}`)];
}

function unreached(list: Tally['notReached']): Element[] {
  if (list.length === 0) return [];
  return [
    heading('Ikke nådd'),
    ...list.map(({ seat, why }) =>
      paragraph(`${seat.holderName} (${seat.seatName}): ${unreachedText[why ?? 'failed']}.`),
    ),
  ];
}

function remarkLine({ seat, remark }: Remarks[number]): Element {
  return paragraph(`${seat.holderName} (${seat.seatName}), ${remarkKindText[remark.kind]}: ${remark.text}`);
}
