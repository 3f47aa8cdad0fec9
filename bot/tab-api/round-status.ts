import { roundNumbers, statusActions } from '../../cards/round-status.ts';
import { shortTime } from '../../cards/text/format.ts';
import { historyText, receiptText } from '../../cards/text/receipt.ts';
import { statusText } from '../../cards/text/round-status.ts';
import { outcomeLook, tabRoundText } from '../../cards/text/tab-rounds.ts';
import type { Committee } from '../../store/committee/record.ts';
import { type Receipt, receiptOf, type SeatLine } from '../../store/round/receipt.ts';
import type { Round } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { namesIn } from '../names.ts';
import type { Deps } from '../turn.ts';
import { buttonsIn } from './native.ts';
import type { WireEvent } from './wire.ts';
import type { WireRound } from './wire-rounds.ts';

/** What the secretariat and the chair see of a round: its status card, and what its receipt holds. */
export async function forThoseWhoRun(
  deps: Deps,
  round: Round,
  committee: Committee,
): Promise<Pick<WireRound, 'figures' | 'seats' | 'said' | 'actions' | 'history'>> {
  const referat = round.subject.kind === 'referat' ? await deps.referater.collection.get(round.subject.id) : undefined;
  const people = round.history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]);
  const nameOf = await namesIn(deps, [...new Set([...people, round.openedBy])]);
  const receipt = receiptOf(round, { committee, referat, nameOf });
  return {
    figures: [...Object.entries(roundNumbers(round, tally(round))), ...recusedIn(receipt)].map(([label, value]) => ({
      label,
      value,
    })),
    seats: receipt.seats.map((line) => seatOf(line, round)),
    said: [...receipt.remarks.map(receiptText.remark), ...receiptText.comments(receipt)],
    // the page is the card «Oppdater» would show, and has its own way to the round before
    actions: buttonsIn(statusActions(round, [])).filter(({ action }) => action.verb !== 'round.status'),
    history: receipt.history.map((line) => eventOf(line, round)),
  };
}

function recusedIn({ recused }: Receipt): readonly (readonly [string, string])[] {
  const names = recused.map(({ seat, holder }) => (holder ? `${holder} (${seat})` : seat));
  return names.length > 0 ? [[statusText.recused, names.join('; ')]] : [];
}

function seatOf(line: SeatLine, round: Round): WireRound['seats'][number] {
  const [seat = '', who = '', said = '', when = '', card = ''] = receiptText.seat(line, round.kind);
  // the receipt's words are of a round that is over; and as long as a card may still arrive, somebody is only silent
  const isOnItsWay = line.outcome === 'not-reached' && line.notReached === undefined;
  const mayAnswer = round.status === 'open' && (isOnItsWay || line.outcome === 'silent');
  const state = mayAnswer
    ? ({ text: tabRoundText.silent, look: 'neutral' } as const)
    : { text: said, look: outcomeLook[line.outcome] };
  return { seat, who, state, when, card };
}

function eventOf(line: Receipt['history'][number], { kind }: Pick<Round, 'kind'>): WireEvent {
  return { at: shortTime(new Date(line.at)), what: historyText(line, kind) };
}
