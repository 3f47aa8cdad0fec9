import type { HistoryEntry } from '../../store/fields.ts';
import type { Status, Tiltak } from '../../store/tiltak/record.ts';
import { type Standing, standingOf } from '../../store/tiltak/rules-report.ts';
import type { Filter } from '../../store/tiltak/view.ts';
import { count, shortDay } from './format.ts';
import { dueText, statusHead, statusText } from './tiltak-status.ts';

/** What is said on cards about plans and their tiltak. */
export const tiltakText = {
  command: 'Tiltak',
  mine: 'Dine tiltak',
  plans: 'Handlingsplaner',
  loose: 'Tiltak fra vedtak',
  nothing:
    'Du har ingen tiltak å følge opp akkurat nå. Når utvalget ditt får en handlingsplan, eller du blir ansvarlig for et tiltak, finner du det her. Sekretariatet leser inn en handlingsplan ved å slippe filen i chatten med meg (.docx, .xlsx eller .csv).',
  mineNone: 'Du har ingen egne tiltak å svare på.',
  mineAbout: (n: number, overdue: number) =>
    overdue === 0 ? `${count(n, 'tiltak', 'tiltak')}.` : `${count(n, 'tiltak', 'tiltak')}, ${overdue} over fristen.`,
  left: (n: number) => `Du ser også ${count(n, 'plan', 'planer')} til, fra utvalgets egne kort.`,
  open: 'Åpne',
  readWhole: 'Les hele',
  openPlan: 'Se planen',
  answer: 'Svar',
  register: 'Registrer status',
  edit: 'Endre',
  close: 'Ta ut av planen',
  reopen: 'Ta inn i planen igjen',
  add: 'Nytt tiltak',
  toPlan: 'Til planen',
  toTiltak: 'Til tiltaket',
  toMine: 'Til dine tiltak',
  previous: 'Forrige',
  next: 'Neste',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}.`,

  empty: 'Det er ingen tiltak i planen ennå.',
  total: 'Tiltak',
  statusHeading: 'Slik står det til',
  closedCount: (n: number) => `${count(n, 'tiltak', 'tiltak')} er tatt ut av planen.`,
  proposedCount: (n: number) => `${count(n, 'tiltak', 'tiltak')} venter på at utvalget avgjør forslaget om det.`,
  choose: 'Hvilke tiltak vil du se?',
  area: 'Innsatsområde',
  everyArea: 'Alle innsatsområder',
  list: 'Vis tiltakene',
  changes: 'Hva er nytt siden sist møte',
  docx: 'Last ned Word',
  xlsx: 'Last ned Excel',
  csv: 'Last ned CSV',
  none: 'Ingen tiltak passer med valget.',
  shown: (n: number) => count(n, 'tiltak', 'tiltak'),

  goal: 'Hva vil vi',
  how: 'Hvordan få det til',
  owner: 'Ansvarlig',
  noOwner: 'ikke oppgitt',
  asked: 'Spørres',
  nobodyAsked: 'ingen ennå',
  due: 'Frist',
  noDue: 'ikke oppgitt',
  standing: 'Status',
  source: 'Kommer fra',
  proposal: 'Forslag',
  proposed: 'Utvalget har ikke avgjort forslaget ennå.',
  history: 'Det som har skjedd',
  noHistory: 'Ingen har meldt status ennå.',
  closed: 'Tiltaket er tatt ut av planen. Ingen blir spurt om det.',
  deleted: 'Utvalget har vedtatt å slette tiltaket. Ingen blir spurt om det.',

  closeTitle: 'Ta ut av planen?',
  closeAbout:
    'Tiltaket blir borte fra planen og fra tabellen, og ingen blir spurt om det mer. Det som er sagt om det, blir stående, og du kan ta det inn igjen.',
  closeProposed:
    'Det er foreslått for utvalget hva som skal skje med tiltaket, og forslaget er ikke avgjort. Utvalget bestemmer om et tiltak skal slettes. Det tas opp under «Oppfølging av tidligere saker».',
  closeYes: 'Ja, ta det ut',

  editTitle: 'Endre tiltaket',
  addTitle: 'Nytt tiltak',
  text: 'Tiltak',
  ownerField: 'Ansvarlig, slik det skal stå i planen (valgfritt)',
  dueField: 'Frist, som dato eller med ord (valgfritt)',
  contacts: 'Disse blir spurt',
  picked: 'Legg til en som skal spørres',
  pickedHint: 'Skriv et navn',
  areaField: 'Innsatsområde (valgfritt)',
  goalField: 'Hva vil vi? (valgfritt)',
  save: 'Lagre',
} as const;

const standingText: Readonly<Record<Standing, string>> = {
  ...statusText,
  prose: 'Status uten klasse',
  none: 'Uten status',
};

/** «I gang», and «Uten status» where nobody has said anything. */
export function standingName(standing: Standing): string {
  return standingText[standing];
}

/** Which tiltak are shown, as one chooses them. */
export const filterText: Readonly<Record<Filter, string>> = {
  ...standingText,
  all: 'Alle tiltak',
  overdue: 'Over fristen',
  'no-owner': 'Uten ansvarlig',
  'no-contact': 'Uten noen å spørre',
  'no-due': 'Uten frist',
  closed: 'Tatt ut av planen',
};

/** «I gang. Ansvarlig: FSU BU. Frist: 12.12.23, over fristen.» */
export function tiltakLine(tiltak: Tiltak, isOverdue: boolean): string {
  const due = dueText(tiltak);
  return [
    standingName(standingOf(tiltak)),
    `${tiltakText.owner}: ${tiltak.owner ?? tiltakText.noOwner}`,
    ...(due === undefined ? [] : [`${tiltakText.due}: ${due}`]),
    ...(isOverdue ? [filterText.overdue] : []),
  ].join(' · ');
}

/** «Sak 25/23, vedtakspunkt 3» */
export function sourceText({ number, point }: NonNullable<Tiltak['source']>): string {
  const sak = number === undefined ? 'En sak i utvalget' : `Sak ${number}`;
  return point === undefined ? sak : `${sak}, vedtakspunkt ${point}`;
}

/** «I gang (12.03.26, Kari Nes)» and what was said, as it was written. */
export function toldStatus(status: Status, owner: string | undefined, nameOf: (id: string) => string): string {
  return `${statusHead(status, nameOf, owner)}${status.text ? `\n\n${status.text}` : ''}`;
}

/** What each line of a history says; `to`: whom it was given to. */
const whatText: Readonly<Record<string, (was: string, to: string) => string>> = {
  due: (was) => (was ? `Fristen ble endret. Den var «${was}».` : 'Tiltaket fikk en frist.'),
  text: (was) => `Teksten ble endret. Den var: «${was}»`,
  owner: (was) => (was ? `Ansvarlig ble endret. Det sto «${was}».` : 'Tiltaket fikk en ansvarlig.'),
  'contacts-named': () => 'Det ble endret hvem som blir spurt.',
  'date-said': () => 'Det ble avklart hvilken dag fristen betyr.',
  closed: () => 'Tiltaket ble tatt ut av planen.',
  reopened: () => 'Tiltaket ble tatt inn i planen igjen.',
  added: () => 'Tiltaket ble lagt til for hånd.',
  imported: () => 'Tiltaket ble lest inn med planen.',
  decided: () => 'Tiltaket ble laget av et vedtak.',
  'proposal:keep': () => 'Utvalget vedtok å beholde tiltaket.',
  'proposal:clarify': (was) => `Utvalget presiserte tiltaket. Det var: «${was}»`,
  'proposal:delete': () => 'Utvalget vedtok å slette tiltaket.',
  silent: () => 'Tre spørsmål er ikke besvart.',
  'silent-leader': () => 'Lederen fikk vite at ingen har svart.',
  'silent-leave': () => 'Sekretariatet lot det være at ingen har svart.',
  snoozed: () => 'Den ansvarlige ba om å bli spurt om en måned.',
  'handed-over': (_was, to) =>
    to ? `Ansvaret ble gitt videre til ${to}.` : 'Den som ble spurt, svarte at det ikke er sitt ansvar.',
  'import-changed': () => 'Planen ble lest inn på nytt, og tiltaket ble endret.',
};

/** One line of what was done with a tiltak; undefined for what says nothing to people. */
export function editLine(
  { what, was = '', at, by, onBehalfOf }: HistoryEntry,
  nameOf: (id: string) => string,
): string | undefined {
  const said = Object.hasOwn(whatText, what) ? whatText[what]?.(was, onBehalfOf ? nameOf(onBehalfOf) : '') : undefined;
  return said && `${said} (${shortDay(at)}, ${by === 'bot' ? 'Utvalgsbot' : nameOf(by)})`;
}
