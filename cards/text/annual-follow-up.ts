import { STANDINGS, standingOf } from '../../store/tiltak/rules-report.ts';
import { CLOSED, tiltakRow } from './agenda-follow-up.ts';
import type { AnnualFacts, Block } from './annual-facts.ts';
import { count, number, shortDayOn } from './format.ts';
import { standingName } from './tiltak.ts';

/** How it went with what the committee has decided, in numbers and one by one. */
export function followedParts(facts: AnnualFacts): Block[] {
  const { tiltak, closedTiltak, on } = facts;
  const ofClosed =
    closedTiltak > 0 ? [{ text: `${count(closedTiltak, 'tiltak', 'tiltak')} fra lukkede saker er ikke med.` }] : [];
  if (tiltak.length === 0) return [{ text: 'Det er ikke registrert tiltak.' }, ...ofClosed];
  const open = tiltak.filter(({ state }) => state === 'open');
  const counts = STANDINGS.flatMap((standing) => {
    const n = open.filter((one) => standingOf(one) === standing).length;
    return n > 0 ? [[standingName(standing), number(n)]] : [];
  });
  const deleted = tiltak.length - open.length;
  return [
    { text: `Status per ${shortDayOn(on)} for ${count(tiltak.length, 'tiltak', 'tiltak')}:` },
    {
      rows: [['Status', 'Antall'], ...counts, ...(deleted > 0 ? [[CLOSED, number(deleted)]] : [])],
    },
    {
      rows: [['Hvor', 'Tiltak', 'Ansvarlig', 'Frist', 'Status'], ...tiltak.map((one) => tiltakRow(one, facts))],
    },
    ...ofClosed,
  ];
}
