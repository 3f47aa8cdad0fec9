import type { ApprovedBy, Committee } from '../../store/committee/record.ts';
import type { Referat } from '../../store/referat/record.ts';
import { number, shortDayOn, shortTime } from './format.ts';

export const referatStateText: Record<Referat['state'], string> = {
  draft: 'Utkast',
  circulating: 'På e-postrunde',
  approved: 'Godkjent',
  undecided: 'Ikke avgjort',
  published: 'Godkjent og publisert',
};

export const referatText = {
  chooseTitle: 'Hvilket utvalg?',
  chooseAbout: 'Velg utvalget referatet gjelder.',
  formTitle: 'Referat til e-postrunde',
  meetingDay: 'Møtedato',
  title: 'Tittel',
  titleHint: 'Referat fra møte i utvalget',
  summary: 'Kort sammendrag (valgfritt)',
  text: 'Referatet',
  textHint: 'Lim inn teksten her, eller slipp en .docx-fil i chatten. Ta ikke med pasientopplysninger.',
  fromFile: (name: string, length: number) =>
    `Teksten er lest fra «${name}» (${number(length)} tegn). Slipp en ny fil i chatten for å bytte den ut.`,
  keptText: (length: number) =>
    `Teksten i utkastet (${number(length)} tegn) er for lang til å redigeres i kortet. Slipp en .docx-fil i chatten for å bytte den ut.`,
  deadlineDay: 'Svarfrist, dato',
  deadlineTime: 'Svarfrist, klokkeslett',
  chooseRule:
    'Utvalget har ikke valgt hvordan referater godkjennes. Valget gjøres her, vises i alle senere skjemaer, og kan siden endres under «oppsett».',
  rule: 'Når er et referat godkjent?',
  atLeast: 'Antall som må godkjenne (bare for «minst et visst antall»; tomt betyr halvparten)',
  asked: 'Hvem skal svare?',
  present: 'Hvem var til stede i møtet?',
  presentAbout: 'De som ikke var til stede, vises for seg. Manglende svar fra dem regnes aldri som samtykke.',
  preview: 'Forhåndsvis',
  previewAbout: 'Slik blir referatet sendt. Kontroller teksten, og send det på e-postrunde.',
  moved: 'Fristen du valgte, faller på en fridag. Den er flyttet til neste arbeidsdag.',
  previewOf: 'Forhåndsvisning av referat',
  firstChoice:
    'Regelen og hvem som svarer, gjelder for utvalget når runden er sendt, og kan siden endres under «oppsett».',
  send: 'Send på e-postrunde',
  change: 'Endre',
  toRound: 'Om e-postrunden',
  inMeeting: 'Godkjent i møtet',
  publish: 'Registrer som publisert',
  asFile: 'Send meg referatet som fil',
  sentenceFor: 'Til neste saksliste (kan kopieres):',
  notApproved: 'Referatet er ikke godkjent, og kan ikke registreres som publisert.',
  meetingTitle: 'Godkjent i møtet',
  meetingAbout: 'Når et møte har godkjent referatet, trengs ingen e-postrunde.',
  meetingOn: 'Dato for møtet som godkjente referatet',
  sak: 'Sak (valgfritt)',
  vedtak: 'Vedtak (valgfritt)',
  save: 'Registrer',
  publishTitle: 'Registrer som publisert',
  publishAbout: 'Utvalgsbot publiserer ikke referatet. Registrer her når det er lagt ut.',
  where: 'Hvor er det publisert?',
  cancel: 'Avbryt',
} as const;

/** How a referat was approved, in one sentence; undefined while it is not. */
export function approvalText(referat: Referat, wording: ApprovedBy = 'e-postrunde'): string | undefined {
  const { approval } = referat;
  if (approval === undefined) return undefined;
  if (approval.how === 'round') return `Godkjent ${approvedBy(wording)} ${shortTime(approval.at)}.`;
  const sak = approval.sak ? `, ${/^sak\b/i.test(approval.sak) ? approval.sak : `sak ${approval.sak}`}` : '';
  return `Godkjent i møtet ${shortDayOn(approval.on)}${sak}.${approval.vedtak ? ` Vedtak: ${approval.vedtak}` : ''}`;
}

/** «via e-postrunde» */
export function approvedBy(wording: ApprovedBy): string {
  return wording === 'elektronisk' ? 'elektronisk' : 'via e-postrunde';
}

/** The sentence that the next agenda reports the referat with (domain a3). */
export function agendaSentence(referat: Referat, { settings }: Committee): string {
  const what = `Referatet fra møtet ${shortDayOn(referat.meetingOn)}`;
  const { approval, published } = referat;
  if (approval === undefined) return `${what} er ikke godkjent ennå.`;
  const how =
    approval.how === 'round' ? approvedBy(settings.approvedBy ?? 'e-postrunde') : `i møtet ${shortDayOn(approval.on)}`;
  const where = published && (published.where ?? settings.publishedAt);
  if (published) return `${what} er godkjent ${how}, og publisert${where ? ` på ${where}` : ''}.`;
  return `${what} er godkjent ${how}.`;
}
