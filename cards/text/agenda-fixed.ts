import type { Committee, FixedSak } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Referat } from '../../store/referat/record.ts';
import { type FollowUpKnown, followUpText } from './agenda-follow-up.ts';
import { count, shortDayOn } from './format.ts';
import { whenAndWhere } from './meeting.ts';
import { agendaSentence } from './referat.ts';

/** What the committee's fixed saker are called. */
export const fixedTitle: Readonly<Record<FixedSak, string>> = {
  innkalling: 'Innkalling og dagsorden',
  'godkjenning-av-referat': 'Godkjenning av referat',
  oppfolging: 'Oppfølging av referat og tidligere saker',
  'kort-orientering': 'Kort orientering fra partnerne',
  referatsaker: 'Referatsaker',
  eventuelt: 'Eventuelt',
  'neste-mote': 'Neste møte og kommende saker',
  evaluering: 'Evaluering av møtet',
};

/** A meeting of another committee, by its short name and day. */
export type OfCommittee = { readonly shortName: string; readonly on: string };
/** What is known when the texts are written. */
export type Known = {
  readonly committee: Committee;
  readonly own: { readonly approved: readonly Referat[]; readonly unapproved: readonly Referat[] };
  /** Of the committees whose referater are laid before this one. */
  readonly held: readonly OfCommittee[];
  readonly laid: readonly OfCommittee[];
  readonly notApproved: readonly OfCommittee[];
  readonly lastMeetingOn?: string;
  readonly next?: Pick<Meeting, 'startsAt' | 'endsAt' | 'mode' | 'place'>;
  readonly coming: readonly string[];
  /** Tiltak of earlier saker, and those that wait for a decision. */
  readonly followUp?: FollowUpKnown;
};

type Text = { readonly background: string; readonly proposal: readonly string[] };

/** The text of one of the committee's fixed saker, in its own short form (domain e). */
export function fixedText(kind: FixedSak, known: Known): Text {
  return texts[kind](known);
}

const texts: Readonly<Record<FixedSak, (known: Known) => Text>> = {
  innkalling: ({ committee, own }) => ({
    background: [...own.approved, ...own.unapproved].map((referat) => agendaSentence(referat, committee)).join('\n\n'),
    proposal: ['Innkalling og dagsorden er godkjent.'],
  }),
  'godkjenning-av-referat': ({ own }) => {
    // what is on a round is approved there
    const unapproved = own.unapproved.filter(({ state }) => state !== 'circulating');
    return unapproved.length === 0
      ? { background: 'Det er ingen referat som venter på godkjenning.', proposal: [] }
      : {
          background: unapproved
            .map(({ meetingOn }) => `Referatet fra møtet ${shortDayOn(meetingOn)} legges fram til godkjenning.`)
            .join('\n\n'),
          proposal: unapproved.map(({ meetingOn }) => `Referat fra ${shortDayOn(meetingOn)} bekreftes godkjent.`),
        };
  },
  oppfolging: (known) => ({ background: oppfolging(known), proposal: oppfolgingPoints(known) }),
  'kort-orientering': ({ committee }) => ({
    background: 'Kort orientering fra hver av partnerne.',
    proposal: [`${committee.shortName} tar informasjonen til orientering.`],
  }),
  referatsaker: (known) => ({
    background: referatsaker(known),
    proposal: [
      known.laid.length > 0
        ? `${known.committee.shortName} tar vedlagte referat til orientering.`
        : `${known.committee.shortName} tar informasjonen til orientering.`,
    ],
  }),
  eventuelt: () => ({ background: 'Det er ikke meldt inn saker til eventuelt.', proposal: [] }),
  'neste-mote': ({ committee, next, coming }) => ({
    background: [
      next ? `Neste møte i ${committee.shortName} er ${whenAndWhere(next)}.` : 'Tid for neste møte er ikke satt ennå.',
      ...(coming.length > 0 ? [`Kommende saker:\n${coming.map((title) => `- ${title}`).join('\n')}`] : []),
      'Saker kan meldes fortløpende til sekretariatet.',
    ].join('\n\n'),
    proposal: [
      `${committee.shortName} tar informasjonen om neste møte og rutine for innmelding av saker til orientering.`,
    ],
  }),
  evaluering: () => ({ background: 'Kort evaluering av møtet.', proposal: [] }),
};

function oppfolging({ lastMeetingOn, followUp }: Known): string {
  const of = lastMeetingOn ? `møtet ${shortDayOn(lastMeetingOn)}` : 'forrige møte';
  const { text = '' } = followUp ? followUpText(followUp) : {};
  return text === '' ? `Oppfølging av sakene fra ${of}.` : `Oppfølging av sakene fra ${of} og tidligere.\n\n${text}`;
}

function oppfolgingPoints({ committee: { shortName }, followUp }: Known): string[] {
  const asked = followUp?.proposals.length ?? 0;
  return [
    `${shortName} tar saken til orientering.`,
    ...(asked > 0
      ? [
          `${shortName} tar stilling til ${count(asked, 'tiltak som er uklart', 'tiltak som er uklare')} eller foreslås slettet, slik det framgår av protokollen.`,
        ]
      : []),
  ];
}

function referatsaker({ committee, held, laid, notApproved }: Known): string {
  const named = (ones: readonly OfCommittee[]) =>
    ones.map(({ shortName, on }) => `${shortName} ${shortDayOn(on)}`).join(', ');
  const where = committee.settings.publishedAt ? ` på ${committee.settings.publishedAt}` : '';
  return [
    held.length > 0 ? `Møter holdt siden sist: ${named(held)}.` : 'Det er ikke registrert møter siden sist.',
    ...(laid.length > 0 ? [`Godkjente referat som ikke er lagt fram før, er vedlagt: ${named(laid)}.`] : []),
    ...notApproved.map(
      ({ shortName, on }) =>
        `Møtereferatet for ${shortName} (møtet ${shortDayOn(on)}) er ikke godkjent av utvalget og publiseres${where} etter hvert.`,
    ),
  ].join('\n\n');
}
