import type { Meeting } from '../../store/meeting/record.ts';
import { protocolOf } from '../../store/meeting/rules-protocol.ts';
import type { Sak } from '../../store/sak/record.ts';
import { numberedPoints } from '../../store/typed-text.ts';
import { type AnnualFacts, type Block, toFill } from './annual-facts.ts';
import { countsText, reasonTexts, shareText } from './counts.ts';
import { count, number, shortDay, shortDayOn } from './format.ts';
import { meetingTime, modeText } from './meeting.ts';
import { outcomeText, sakHeading } from './minutes.ts';

const modes = ['digitalt', 'fysisk', 'kombinert'] as const;

/** How often and in which form the committee met, and what was cancelled. */
export function meetingParts({ meetings }: AnnualFacts): Block[] {
  if (meetings.length === 0) return [{ text: 'Det er ikke registrert møter i dette året.' }];
  const all = meetings.map(({ meeting }) => meeting);
  const held = all.filter(({ state }) => state === 'held');
  const cancelled = all.filter(({ state }) => state === 'cancelled');
  const unended = all.filter(({ state }) => state !== 'held' && state !== 'cancelled');
  const forms = modes.flatMap((mode) => {
    const n = held.filter((meeting) => meeting.mode === mode).length;
    return n > 0 ? [`${n} ${modeText[mode]}`] : [];
  });
  const unsaid = held.filter(({ mode }) => mode === undefined).length;
  const form = [...forms, ...(unsaid > 0 ? [`${unsaid} uten registrert møteform`] : [])].join(', ');
  return [
    { text: `Utvalget har holdt ${count(held.length, 'møte', 'møter')}${form ? `: ${form}` : ''}.` },
    ...(held.length > 0 ? [{ rows: [['Dato', 'Møteform', 'Sted'], ...held.map(meetingRow)] }] : []),
    ...(cancelled.length > 0
      ? [
          { text: `${count(cancelled.length, 'møte er avlyst', 'møter er avlyst')}:` },
          { text: cancelled.map((meeting) => `– ${shortDay(meeting.startsAt)}${reasonOf(meeting)}`).join('\n') },
        ]
      : [{ text: 'Ingen møter er avlyst.' }]),
    ...(unended.length > 0
      ? [
          {
            text: `${unended.map(({ startsAt }) => shortDay(startsAt)).join(', ')}: ${toFill('Møtet er ikke avsluttet i Utvalgsbot, og er ikke regnet med')}`,
          },
        ]
      : []),
  ];
}

function meetingRow({ startsAt, mode, place }: Meeting): string[] {
  return [shortDay(startsAt), mode ? modeText[mode] : '–', place ?? '–'];
}

function reasonOf({ cancelled }: Meeting): string {
  return cancelled?.reason ? `: ${cancelled.reason}` : `: ${toFill('Årsak')}`;
}

/** Forfall in numbers; nobody's name, and no reason that could be traced to anybody. */
export function forfallParts({ counted }: AnnualFacts): Block[] {
  const { sum, meetings, reasons, held } = counted;
  if (held === 0) return [{ text: 'Ingen møter er holdt, så det er ikke forfall å telle.' }];
  return [
    { text: `Forfall i møtene som er holdt: ${shareText(sum)}. Dekket av vara: ${number(sum.covered)}.` },
    {
      rows: [
        ['Møte', 'Forfall', 'Dekket av vara'],
        ...meetings
          .filter(({ state }) => state === 'held')
          .map((one) => [shortDay(one.startsAt), shareText(one), number(one.covered)]),
      ],
    },
    ...(reasons
      ? [
          {
            text: `${countsText.reasons}: ${reasonTexts(reasons)
              .map(([text, n]) => `${text} ${number(n)}`)
              .join(', ')}.`,
          },
        ]
      : []),
  ];
}

/** What was dealt with, meeting by meeting, with the vedtak word for word. Of a closed sak its number alone is told. */
export function sakParts({ meetings }: AnnualFacts): Block[] {
  const held = meetings.filter(({ meeting }) => meeting.state === 'held');
  const saker = held.flatMap(({ saker }) => saker.filter(({ fixed }) => fixed === undefined));
  if (saker.length === 0) return [{ text: 'Det er ikke registrert saker i møtene.' }];
  return [
    { text: `Utvalget har behandlet ${count(saker.length, 'sak', 'saker')} i møtene.` },
    ...held.flatMap(({ meeting, saker: own }): Block[] => {
      const shown = own.filter(({ fixed }) => fixed === undefined);
      return shown.length === 0
        ? []
        : [
            { heading: `Møtet ${shortDay(meeting.startsAt)}`, level: 3 },
            ...shown.map((sak): Block => ({ text: sakText(sak, meeting) })),
          ];
    }),
  ];
}

function sakText(sak: Sak, meeting: Meeting): string {
  if (sak.closed) return `Sak ${sak.number ?? ''} Lukket sak`.replace(/\s+/g, ' ');
  const item = protocolOf(meeting, sak.id);
  const isByRound = item?.roundId !== undefined && item.roundId === sak.decidedByRound;
  const vedtak = isByRound ? (sak.vedtak ?? []) : (item?.vedtak ?? []);
  const how = isByRound && sak.decidedOn ? ` (vedtatt på e-postrunde ${shortDayOn(sak.decidedOn)})` : '';
  if (vedtak.length > 0) return [`${sakHeading(sak)}${how}`, ...numberedPoints(vedtak)].join('\n');
  return item && item.outcome !== 'ingen' ? `${sakHeading(sak)}: ${outcomeText[item.outcome]}` : sakHeading(sak);
}

/** The plan of the year after, where its meetings are planned. */
export function nextYearParts({ year, nextYear }: AnnualFacts): Block[] {
  const meetings = nextYear.filter(({ state }) => state !== 'cancelled');
  if (meetings.length === 0) return [{ text: toFill(`Møteplanen for ${year + 1} er ikke lagt inn i Utvalgsbot`) }];
  return [
    // that meetings are planned here does not say that the committee has decided them
    { text: `Møtene som er planlagt for ${year + 1}. ${toFill('Når møteplanen ble vedtatt')}` },
    {
      rows: [
        ['Tid', 'Møteform', 'Sted'],
        ...meetings.map((meeting) => [meetingTime(meeting), ...meetingRow(meeting).slice(1)]),
      ],
    },
  ];
}
