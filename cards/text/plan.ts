import type { RowProblem } from '../../store/plan/rules-form.ts';
import { count, number } from './format.ts';

const rows = (n: number) => count(n, 'rad', 'rader');
const tiltak = (n: number) => `${number(n)} tiltak`;

/** What is said of a handlingsplan that is read from a file. */
export const planText = {
  readAs: (n: number) => `Les inn som handlingsplan (${rows(n)})`,
  unreadTitle: (name: string) => `«${name}» er ikke lest`,
  unreadOnly:
    'Fra .csv leser jeg bare handlingsplaner og medlemslister, så filen er ikke lagret. Rett dette, og slipp filen på nytt:',
  unreadIn: 'Tabellen i filen kan ikke leses inn:',
  title: (name: string) => `Handlingsplanen i «${name}»`,
  nothingYet: 'Ingenting er lagret ennå. Se over det jeg har forstått, rett det som er galt, og trykk «Les inn».',
  committee: 'Utvalg',
  notChosen: 'ikke valgt',
  plan: 'Plan',
  planNew: (name: string) => `${name} (ny)`,
  planKnown: (name: string) => `${name} (finnes fra før, og oppdateres)`,
  rows: 'Rader',
  uncertain: 'Usikre',
  uncertainOf: (n: number) => (n === 0 ? 'ingen' : rows(n)),
  columnsTitle: 'Kolonnene det er lest fra',
  columnsOther: (headings: string) => `Tas med uten å tolkes: ${headings}`,
  andMore: (n: number) => ` og ${number(n)} til`,
  changesTitle: 'Dette endres',
  changes: (added: number, changed: number, gone: number, unchanged: number) =>
    `Tiltak: ${count(added, 'nytt', 'nye')}, ${number(changed)} endret, ${number(gone)} som ikke står i filen og ${number(unchanged)} uendret.`,
  allNew: (n: number) => `Planen får ${tiltak(n)}.`,
  uncertainTitle: (n: number) => `${rows(n)} bør ses over`,
  uncertainAbout:
    'De hindrer ikke innlesingen: De leses inn som de står, og jeg spør deg etterpå om ansvarlige og frister som ikke er forstått.',
  doubt: (n: number, why: string) => `${rows(n)}: ${why}`,
  rowsTitle: (page: number, pages: number) =>
    pages === 1 ? 'Radene' : `Radene, side ${number(page + 1)} av ${number(pages)}`,
  row: (line: number, part?: number) => `Rad ${number(line)}${part === undefined ? '' : `, del ${number(part)}`}`,
  noText: (subject: string) => `(uten tekst) ${subject}`,
  owner: 'Ansvarlig',
  due: 'Frist',
  dueMeant: (due: string, day: string) => `${due}, forstått som ${day}`,
  status: 'Status',
  focusArea: 'Innsatsområde',
  mend: 'Rett',
  split: 'Del i flere tiltak',
  use: 'Les inn',
  choose: 'Velg utvalg og plan',
  columns: 'Endre kolonnene',
  difference: 'Vis endringene',
  drop: 'Avbryt',
  back: 'Tilbake',
  nextPage: 'Neste side',
  save: 'Lagre',
  rowTitle: (line: number, part?: number) => `Rett ${planRow(line, part)}`,
  text: 'Tiltak',
  dueOn: 'Siste dag, hvis fristen ikke sier det selv',
  statusKept: 'Statusen er for lang for et kort, og beholdes som den står i filen.',
  splitTitle: (line: number) => `Del rad ${number(line)} i flere tiltak`,
  splitAbout: 'Skriv ett tiltak på hver linje. Hvert av dem får ansvarlig, frist og status fra raden.',
  parts: 'Tiltakene, ett på hver linje',
  divide: 'Del raden',
  columnsFormTitle: (page: number, pages: number) =>
    pages === 1
      ? 'Hva inneholder kolonnene?'
      : `Hva inneholder kolonnene? Side ${number(page + 1)} av ${number(pages)}`,
  columnsAbout: 'Planen leses på nytt når du lagrer. Rader du har rettet eller delt, må rettes igjen.',
  untitled: '(uten overskrift)',
  chooseTitle: 'Hvilken plan er dette?',
  chooseAbout: 'Velg en plan som finnes for å oppdatere den, eller en ny plan med et navn.',
  choosePlan: 'Plan',
  existing: (committee: string, name: string) => `${committee}: ${name}`,
  newIn: (committee: string) => `${committee}: ny plan`,
  name: 'Navn på en ny plan',
  differenceTitle: 'Dette endres i planen',
  added: 'Nye tiltak',
  changed: 'Endrede tiltak',
  gone: 'Står ikke i filen',
  goneBefore: 'De blir stående i planen til du sier noe annet.',
  changeOf: (field: string, before: string, after: string) =>
    `${field}: ${before === '' ? 'tomt' : `«${before}»`} → ${after === '' ? 'tomt' : `«${after}»`}`,
  reopened: 'Tas inn i planen igjen',
  doneTitle: (name: string) => `«${name}» er lest inn`,
  takeOut: 'Ta dem ut av planen',
  goneOpen: (n: number) => `${tiltak(n)} i planen står ikke i filen, og blir stående til du tar dem ut.`,
  questionsTitle: 'Dette må avklares',
  questionsLeft: (owners: number, dates: number) =>
    [
      ...(owners > 0 ? [`Ingen blir spurt om ${tiltak(owners)} før du har sagt hvem vi skal spørre.`] : []),
      ...(dates > 0 ? [`${count(dates, 'frist', 'frister')} er ikke forstått.`] : []),
    ].join(' '),
  allClear: 'Alle tiltak har en ansvarlig som kan spørres, og alle frister er forstått.',
  ask: 'Avklar ansvarlige og frister',
} as const;

const planRow = (line: number, part?: number) =>
  `rad ${number(line)}${part === undefined ? '' : `, del ${number(part)}`}`;

/** What the columns and changes of a plan are called. */
export const planFieldNames: Readonly<Record<string, string>> = {
  focusArea: 'Innsatsområde',
  goal: 'Hva vil vi?',
  how: 'Hvordan få det til?',
  point: 'Punkt',
  text: 'Tiltak',
  owner: 'Ansvarlig',
  due: 'Frist',
  status: 'Status',
  priority: 'Prioritert',
  uncertain: 'Usikker',
  other: 'Noe annet',
};

/** What is wrong with a row as it was mended. */
export const rowProblemText: Record<RowProblem | 'plan-choice' | 'plan-name', string> = {
  'row-text': 'Skriv hva tiltaket er.',
  'row-too-long': 'Teksten er for lang. Et tiltak og en status kan ha høyst 4000 tegn, ansvarlig 1000 og frist 200.',
  'row-day': 'Datoen finnes ikke.',
  'parts-few': 'Skriv minst to tiltak, ett på hver linje.',
  'parts-many': 'En rad kan deles i høyst 20 tiltak.',
  'plan-choice': 'Velg en av planene, eller en ny plan i et utvalg.',
  'plan-name': 'Skriv et navn på planen, på høyst 200 tegn.',
};
