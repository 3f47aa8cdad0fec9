import { newestStatus, type Tiltak } from '../../store/tiltak/record.ts';
import { STANDINGS, standingOf } from '../../store/tiltak/rules-report.ts';
import { whereOf } from './agenda-follow-up.ts';
import type { AnnualFacts, Block } from './annual-facts.ts';
import { count, number, shortDayOn } from './format.ts';
import { standingName } from './tiltak.ts';
import { statusText } from './tiltak-status.ts';

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
      rows: [
        ['Status', 'Antall'],
        ...counts,
        ...(deleted > 0 ? [['Slettet eller tatt ut av planen', number(deleted)]] : []),
      ],
    },
    {
      rows: [
        ['Hvor', 'Tiltak', 'Ansvarlig', 'Frist', 'Status'],
        ...tiltak.map((one) => [whereOf(one, facts), one.text, ownerOf(one, facts), dueOf(one), statusOf(one)]),
      ],
    },
    ...ofClosed,
  ];
}

function ownerOf({ owner, contactIds = [] }: Tiltak, { nameOf }: AnnualFacts): string {
  return owner ?? (contactIds.length > 0 ? contactIds.map(nameOf).join(', ') : '–');
}

function dueOf({ due, dueOn }: Tiltak): string {
  return due ?? (dueOn ? shortDayOn(dueOn) : '–');
}

function statusOf(tiltak: Tiltak): string {
  if (tiltak.state === 'closed') return 'Slettet eller tatt ut av planen';
  const status = newestStatus(tiltak);
  if (status === undefined) return '–';
  const { class: of, text, byOthers } = status;
  const name = of && `${statusText[of]}${byOthers ? ` (${byOthers})` : ''}`;
  return [name, text].filter((part) => part).join(': ');
}
