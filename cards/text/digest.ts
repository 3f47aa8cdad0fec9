import type { Want } from '../../store/digest/want.ts';
import type { Unreached } from '../../store/round/record.ts';
import { newestStatus, type Tiltak } from '../../store/tiltak/record.ts';
import { type AnswerProblem, NOT_MINE, SNOOZE } from '../../store/tiltak/rules-answer.ts';
import { silencesOf } from '../../store/tiltak/rules-ask.ts';
import { shortened } from '../size.ts';
import { count, shortDay, shortDayOn } from './format.ts';
import { unreachedText } from './round.ts';
import { statusLine, statusText } from './tiltak-status.ts';

/** What can be chosen for a tiltak: a class, and what stands in the place of one. */
export const answerChoices: readonly { readonly title: string; readonly value: string }[] = [
  ...Object.entries(statusText).map(([value, title]) => ({ title, value })),
  { title: 'Spør meg om en måned', value: SNOOZE },
  { title: 'Ikke mitt ansvar', value: NOT_MINE },
];

type Problem = AnswerProblem | 'person-unknown' | 'person-several' | 'picked-unknown';

/** What is wrong with what was filled in. */
export const answerProblemText: Readonly<Record<Problem, string>> = {
  'class-missing': 'Velg en status også.',
  'by-others-missing': 'Skriv hvem som følger det opp.',
  'by-others-too-long': 'Skriv kortere hvem som følger det opp, med høyst 1000 tegn.',
  'status-too-long': 'Teksten kan ha høyst 4000 tegn.',
  'due-no-day': 'Den nye fristen er en dag som ikke finnes. Skriv den på nytt.',
  'due-no-year': 'Skriv året for den nye fristen også.',
  'due-unknown': 'Jeg forstår ikke den nye fristen. Skriv den for eksempel som 31.12.26 eller «juni 2026».',
  'due-no-meeting': 'Utvalget har ikke planlagt neste møte ennå. Skriv en dato i stedet.',
  'due-passed': 'Den nye fristen er allerede ute. Skriv en dag fram i tid.',
  'due-too-long': 'Den nye fristen kan ha høyst 200 tegn.',
  'person-unknown': 'Jeg kjenner ingen med det navnet. Finn personen i Teams i stedet.',
  'person-several': 'Flere heter det. Skriv hele navnet, eller finn personen i Teams.',
  'picked-unknown': 'Teams oppgir ikke navnet på den du valgte. Skriv navnet også.',
};

function overdueText(asked: number, overdue: number): string {
  if (overdue === 0) return '';
  if (overdue < asked) return `, og ${overdue} er over fristen`;
  return asked === 1 ? ', og fristen er ute' : ', og alle er over fristen';
}

export const digestText = {
  title: 'Hvordan går det med disse tiltakene?',
  news: 'Om tiltak',
  summary: (asked: number, news: number) =>
    asked > 0
      ? `Hvordan går det med ${count(asked, 'tiltak', 'tiltak')}?`
      : `${count(news, 'beskjed', 'beskjeder')} om tiltak`,
  waiting: (asked: number, overdue: number) =>
    `${count(asked, 'tiltak', 'tiltak')} venter på et ord fra deg${overdueText(asked, overdue)}. Svar på dem du kan, så kan resten vente.`,
  nothing: 'Det er ingenting som venter på deg nå. Takk!',
  saved: 'Takk! Dette er registrert:',
  left: 'Dette står igjen:',
  status: (n: number) => `${n}. Status`,
  choose: 'Velg',
  prose: (n: number) => `${n}. Med noen få ord`,
  proseHint: 'Er det andre som følger det opp eller har ansvaret: skriv hvem',
  due: (n: number) => `${n}. Ny frist, hvis den er en annen`,
  dueHint: '31.12.26, «juni 2026» eller «neste møte»',
  send: 'Send svarene',
  whole: 'Les hele tiltaket',
  find: 'Finn personen',
  next: 'Neste side',
  previous: 'Forrige side',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}. Send svarene før du blar.`,
  away: 'Jeg er borte til …',
  awayTitle: 'Når er du tilbake?',
  awayAbout: 'Du blir ikke spurt om tiltak før da. Det telles ikke som at du ikke har svart.',
  awayDay: 'Første dag tilbake',
  awaySave: 'Lagre',
  awayUntil: (on: string) => `Du er borte til ${shortDayOn(on)}, og blir ikke spurt før da.`,
  back: 'Jeg er tilbake',
  daily: 'Spør meg hver arbeidsdag',
  weekly: 'Spør meg én gang i uken',
  cancel: 'Tilbake',
  tellLeader: 'Fortell lederen',
  leave: 'La det være',
  other: 'Finn en annen ansvarlig',
  answerIt: 'Svar',
  answerTitle: 'Hvordan går det med tiltaket?',
  classOne: 'Status',
  proseOne: 'Med noen få ord',
  othersOne: 'Følges det opp av andre: hvem?',
  othersPicked: 'Eller finn personen i Teams',
  pickedHint: 'Navn eller e-postadresse',
  dueOne: 'Ny frist, hvis den er en annen',
  sendOne: 'Send svaret',
  snooze: 'Spør meg om en måned',
  notMine: 'Ikke mitt ansvar',
  savedOne: 'Takk! Dette er registrert.',
  change: 'Endre svaret',
  onBehalf: 'Du svarer på vegne av den ansvarlige, og det vises.',
  done: 'Tiltaket er gjennomført. Er det ikke riktig, kan du endre det.',
  handTitle: 'Hvem har ansvaret for tiltaket?',
  handAbout: 'Den du velger, blir spurt i stedet, og ser at det kommer fra deg.',
  handPicked: 'Finn personen i Teams',
  handName: 'Eller skriv navnet på en i et av utvalgene',
  hand: 'Gi videre',
  nobody: 'Jeg vet ikke hvem',
  handedBy: (name: string) => `${name} har gitt deg dette tiltaket.`,
} as const;

/** «SSU: Hent tall fra kommunene» */
export function tiltakTitle(
  { text, place }: Pick<Tiltak, 'text' | 'place'>,
  committee: string,
  longest = 4000,
): string {
  const point = place.point ? `${place.point} ` : '';
  return `${committee}: ${point}${shortened(text, longest)}`;
}

/** Under which headings it stands in its plan. */
export function placeLine({ place: { focusArea, goal } }: Pick<Tiltak, 'place'>, longest: number): string[] {
  const above = [focusArea, goal].filter((one) => one).join(' – ');
  return above === '' ? [] : [shortened(above, longest)];
}

/** What is registered of a tiltak now, after somebody has answered. */
export function registeredText(tiltak: Tiltak, nameOf: (id: string) => string, today: string): string {
  const { snoozedUntil, handedOver, ownerKeys, due, dueOn } = tiltak;
  const status = newestStatus(tiltak);
  if (snoozedUntil !== undefined && snoozedUntil > today) return `Jeg spør igjen ${shortDayOn(snoozedUntil)}`;
  if (handedOver !== undefined && (status === undefined || handedOver.at > status.at))
    return givenText(handedOver.to, ownerKeys.length > 0, nameOf);
  if (status === undefined) return 'Uten status';
  return sentences(statusLine(status, nameOf), due && dueText(due, dueOn));
}

function givenText(to: string | undefined, isOwned: boolean, nameOf: (id: string) => string): string {
  if (!isOwned) return 'Sekretariatet finner ut hvem som har ansvaret';
  return to === undefined ? 'Andre har ansvaret' : `Gitt videre til ${nameOf(to)}`;
}

function dueText(due: string, dueOn: string | undefined): string {
  return `Frist: ${due}${dueOn && due !== shortDayOn(dueOn) ? ` (${shortDayOn(dueOn)})` : ''}`;
}

/** One after the other, each with one full stop between. */
function sentences(first: string, second: string | undefined): string {
  if (!second) return first;
  return `${first}${/[.!?]$/.test(first) ? '' : '.'} ${second}`;
}

type News = Exclude<Want, 'ask'>;

/** What the secretariat, or the chair, is told of a tiltak. `isToDecide`: there is a leader who can be told. */
export function newsText(want: News, tiltak: Tiltak, nameOf: (id: string) => string, isToDecide = false): string {
  const asked = [...new Set(tiltak.asks.map(({ personId }) => personId))].map(nameOf).join(' og ');
  const last = tiltak.asks.at(-1)?.at;
  const times = count(silencesOf(tiltak), 'gang', 'ganger');
  switch (want) {
    case 'silent':
      return `${asked} er spurt ${times} uten å svare${last ? `, sist ${shortDay(last)}` : ''}.${isToDecide ? ' Skal lederen få vite det?' : ''}`;
    case 'leader':
      return `${asked} er spurt ${times} uten å svare. Sekretariatet ber deg om hjelp til å få det fulgt opp.`;
    case 'unreached':
      return tiltak.unreached ? unreachedLine(nameOf(tiltak.unreached.personId), tiltak.unreached.why) : '';
    case 'owner':
      return `${tiltak.handedOver ? nameOf(tiltak.handedOver.by) : 'Den som ble spurt,'} sier at en annen har ansvaret for tiltaket, men vet ikke hvem. Hvem skal vi spørre?`;
  }
}

function unreachedLine(name: string, why: Unreached): string {
  return `Spørsmålet kom ikke fram: ${name} ${unreachedText[why]}. Du kan også finne en annen ansvarlig.`;
}
