import type { ApprovalRule, AskedGroup } from '../../store/committee/record.ts';
import type {
  Answer,
  Asked,
  Comment,
  OtherWay,
  Remark,
  Round,
  RoundRule,
  RoundStatus,
  Unreached,
} from '../../store/round/record.ts';
import { asAnswered, yesesWanted } from '../../store/round/rules-count.ts';
import { capitalized, longTime, shortTime } from './format.ts';

/** The rule by which a referat is approved, in plain words, as shown wherever a round is started or answered. */
export function ruleText(rule: RoundRule): string {
  switch (rule.kind) {
    case 'everyone':
      return 'Referatet er godkjent når alle som er spurt, har godkjent innen fristen. Manglende svar regnes ikke som godkjenning.';
    case 'majority':
      return 'Referatet er godkjent når mer enn halvparten av dem som er spurt, har godkjent, og ingen har innvendinger. Manglende svar regnes ikke som godkjenning.';
    case 'consensus':
      return `Referatet er godkjent når ${rule.atLeast === undefined ? 'minst halvparten' : `minst ${rule.atLeast}`} av dem som er spurt, har godkjent, og ingen har innvendinger. Manglende svar regnes ikke som godkjenning.`;
    case 'silent-consent':
      return 'Referatet er godkjent når minst én har godkjent, og ingen har innvendinger. Den som ikke svarer innen fristen, regnes som enig, men bare når kortet og en påminnelse har nådd fram. Den som ikke var i møtet, vises for seg.';
    case 'none':
      return 'Ingenting avgjøres.';
  }
}

export const ruleNames: Record<ApprovalRule['kind'], string> = {
  everyone: 'Alle som er spurt, må godkjenne',
  majority: 'Mer enn halvparten må godkjenne, og ingen kan ha innvendinger',
  consensus: 'Minst et visst antall må godkjenne, og ingen kan ha innvendinger',
  'silent-consent': 'Minst én må godkjenne; den som ikke svarer, regnes som enig',
};

/** Who is asked, as a choice and as a sentence. */
export const askedNames: Readonly<Record<AskedGroup, string>> = {
  voting: 'Alle stemmeberettigede medlemmer',
  all: 'Alle medlemmer, også de med bare møte- og talerett',
  present: 'De stemmeberettigede medlemmene som var til stede i møtet',
};

/** The same where a round tells whom it asked. */
export const roundAskedNames: Readonly<Record<Round['askedGroup'], string>> = {
  ...askedNames,
  leaders: 'Leder og nestleder',
};

export const remarkKindText: Record<Remark['kind'], string> = {
  skrivefeil: 'merknad om skrivefeil',
  realitet: 'merknad til innholdet',
};

export const otherWayText: Record<OtherWay, string> = {
  'e-post': 'på e-post',
  telefon: 'på telefon',
  møte: 'i et møte',
  annet: 'på annen måte',
};

/** Why somebody was not reached, and what the secretariat can do about it. */
export const unreachedText: Record<Unreached, string> = {
  'not-installed': 'mangler appen. Be vedkommende legge til Utvalgsbot i Teams',
  blocked: 'har blokkert appen. Be vedkommende oppheve blokkeringen i Teams',
  'other-organisation': 'hører til en annen organisasjon, som må tillate appen',
  'unknown-address': 'finnes ikke i Teams. Kontroller at medlemmet er riktig registrert',
  failed: 'kunne ikke nås nå. Ta kontakt på annen måte, og registrer svaret her',
};

/** What somebody answered, in the words of one kind of round. */
export type Said = {
  /** «Du godkjente 12.03.24 kl. 09.14.» */
  readonly answered: (answer: Answer, who: string, at: string, isOwn: boolean) => string;
  /** «at du godkjenner» */
  readonly registered: (answer: Answer, who: string) => string;
};

/**
 * What somebody answered, or what an earlier holder of the seat did. While the round is open it also says what can still
 * be done about an answer that one has not given oneself.
 */
export function receiptText(words: Said, answer: Answer, seat: Asked, isOpen: boolean): string {
  const isOwn = answer.personId === seat.holderId;
  const who = isOwn ? 'Du' : asAnswered(seat, answer).holderName;
  const at = shortTime(answer.receivedAt);
  const said = answer.registered
    ? `Sekretariatet registrerte ${at} ${words.registered(answer, isOwn ? 'du' : who)}.`
    : words.answered(answer, who, at, isOwn);
  if (!isOpen) return said;
  if (!isOwn) return `${said} Svaret gjelder til du endrer det.`;
  return answer.registered ? `${said} Er det feil, kan du endre svaret her.` : said;
}

export const roundStatusText: Record<RoundStatus, string> = {
  open: 'Pågår',
  approved: 'Godkjent',
  undecided: 'Ikke avgjort',
  withdrawn: 'Trukket',
  replaced: 'Erstattet av en ny runde',
  collected: 'Avsluttet',
};

/** How a round ended that came to no outcome of its own. */
export function endText({ status, reason }: Round): string {
  return status === 'withdrawn'
    ? `E-postrunden er trukket.${reason ? ` Begrunnelse: ${reason}` : ''}`
    : 'Innholdet er endret, og en ny e-postrunde er sendt til alle.';
}

/** «minst 5 trengs» */
export function wantedText({ rule, seats }: Pick<Round, 'rule' | 'seats'>): string {
  return rule.kind === 'everyone' ? 'alle trengs' : `minst ${yesesWanted(rule, seats.length)} trengs`;
}

/** «Kari Vik (Sandøy kommune), vara for Odd Lie» */
export function holderText({ holderName, seatName, actsFor }: Asked): string {
  return `${holderName} (${seatName})${actsFor ? `, vara for ${actsFor}` : ''}`;
}

/** «Kari Vik (Sandøy kommune), innholdet, sak 12/24: …» */
export function remarkText(seat: Asked, { kind, sak, text }: Remark): string {
  return `${holderText(seat)}, ${remarkKindText[kind]}${sak ? `, ${sakText(sak)}` : ''}: ${text}`;
}

/** «sak 12/24: …» */
export function commentText({ sak, text }: Comment): string {
  return sak === undefined ? text : `${capitalized(sak)}: ${text}`;
}

/** «sak 12/24», however it was written. */
export function sakText(sak: string): string {
  return /^sak\b/i.test(sak) ? sak : `sak ${sak}`;
}

/** What a round is about: its title, with the number of its sak. */
export function roundName({ title, matter }: Pick<Round, 'title' | 'matter'>): string {
  return matter?.sak === undefined ? title : `${sakText(matter.sak)} ${title}`;
}

export const roundText = {
  statusTitle: (round: Round) => `E-postrunde${round.number > 1 ? ` nr. ${round.number}` : ''}: ${roundName(round)}`,
  newRound: (round: Round) =>
    `Dette er runde nr. ${round.number}: Innholdet er endret siden forrige runde, så alle spørres på nytt.`,
  corrected: 'Skrivefeil er rettet etter at runden startet. Svar som er gitt, gjelder fortsatt.',
  seatMoved: (names: string) => `${names} svarer nå for plassen. Du trenger ikke å gjøre noe.`,
  commentKept: 'Det du skrev, er lagret, men er for langt til å vises i dette kortet.',
  noAnswer: 'Du svarte ikke på denne e-postrunden.',
  reminderTitle: (round: Round) => `Påminnelse: ${roundName(round)}`,
  reminder: (round: Round) => `Du har ikke svart på e-postrunden ennå. Svarfristen er ${longTime(round.deadline)}.`,
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  remarkHeading: 'Merknad',
  remarkKind: 'Hva gjelder merknaden?',
  remarkTypo: 'Skrivefeil (du godkjenner referatet)',
  remarkContent: 'Innholdet (du godkjenner ikke før innvendingen er behandlet)',
  remarkSak: 'Hvilken sak gjelder det? (valgfritt)',
  remarkBody: 'Merknaden',
  approve: 'Godkjenn',
  lift: 'Ta opp i møtet',
  sendRemark: 'Send merknad',
  changeAnswer: 'Endre svar',
  readAndAnswer: 'Les og svar',
  whatChanged: 'Vis endringene',
} as const;

export const sharedText = {
  answered: (n: number, of: number) => `${n} av ${of} har svart`,
  notReached: 'Disse har ikke fått eget kort: ',
  mayAnswer: '. Dere kan svare her.',
  andMore: (n: number) => ` og ${n} til. Dere kan svare her.`,
  back: 'Tilbake',
  saved: 'Svaret ditt er registrert.',
} as const;
