import { MAX_VARAS } from '../../store/committee/record.ts';
import type {
  Candidate,
  Nomination,
  NominationAnswer,
  NominationKind,
  Request,
} from '../../store/nomination/record.ts';
import type { ProposeRefusal } from '../../store/nomination/rules.ts';
import type { CandidateProblem, NominationProblem } from '../../store/nomination/rules-form.ts';
import type { PlaceRefusal } from '../../store/nomination/rules-place.ts';
import type { ExtendRefusal } from '../../store/nomination/rules-run.ts';
import { shortened } from '../size.ts';
import { count, shortDay, shortTime } from './format.ts';
import { nominationNotices } from './nomination-notices.ts';
import { deadlineText } from './problems.ts';
import { unreachedText } from './round.ts';

/** What somebody is proposed for, within a sentence. */
function soughtText({ kind, title = '' }: Pick<Nomination, 'kind' | 'title'>): string {
  switch (kind) {
    case 'vara':
      return 'vararepresentanter';
    case 'seat':
      return 'ledig plass';
    case 'group':
      return `arbeidsgruppen «${title}»`;
  }
}

/** «FSU BU: vararepresentanter, frist 12.12.26» */
export function nominationName(nomination: Nomination): string {
  const { committeeName, deadline } = nomination;
  const until = deadline ? `, frist ${shortDay(deadline)}` : ', foreslått av medlemmet selv';
  return `${committeeName}: ${soughtText(nomination)}${until}`;
}

/** «Meld inn din vararepresentant innen 12.12.26 kl. 15.00.» */
export function askedText({ kind, title = '', deadline, wanted }: Nomination, { seatName }: Request): string {
  const until = deadline ? ` innen ${shortTime(deadline)}` : '';
  switch (kind) {
    case 'vara':
      return wanted === 1
        ? `Meld inn din vararepresentant${until}.`
        : `Meld inn inntil ${wanted} vararepresentanter for deg${until}, i den rekkefølgen de skal spørres.`;
    case 'seat':
      return `Meld inn hvem som skal ha den ledige plassen ${seatName}${until}.`;
    case 'group':
      return `Meld inn aktuelle medlemmer til arbeidsgruppen «${title}»${until}. Gruppen skal ha ${count(wanted, 'medlem', 'medlemmer')}, og settes sammen i et senere møte.`;
  }
}

/** «Vil du være vararepresentant for Marit Åsnes, Havnes kommune, i SSU?» */
export function willText({ kind, committeeName }: Nomination, { seatName, holderName }: Request): string {
  if (kind === 'vara') return `Vil du være vararepresentant for ${holderName ?? ''}, ${seatName}, i ${committeeName}?`;
  return `Vil du være medlem i ${committeeName} på plassen ${seatName}?`;
}

/** What somebody says yes to. */
export const meansText: Readonly<Record<NominationKind, string>> = {
  vara: 'Når medlemmet melder forfall til et møte, blir du spurt om å møte. Sier du ja til det, har du plassen i det møtet: Du får sakspapirene, stemmer, svarer på e-postrunder fra møtet, og er med på å godkjenne referatet. Ellers har medlemmet plassen. Du kan si nei hver gang.',
  seat: 'Som medlem får du innkalling og sakspapirer, deltar i møtene, og svarer på e-postrunder.',
  group: '',
};

/** «Vera Lund, Havnes kommune: har sagt ja» */
export function candidateText(candidate: Candidate): string {
  return `${candidateName(candidate)}: ${standsText(candidate)}`;
}

/** Names and places of work are seldom longer; the whole name stands where somebody has got a place. */
const NAME = 80;

/** «Vera Lund, Havnes kommune» */
export function candidateName({ name, workplace }: Pick<Candidate, 'name' | 'workplace'>): string {
  const called = shortened(name, NAME);
  return workplace ? `${called}, ${shortened(workplace, NAME)}` : called;
}

function standsText({ state, late, onBehalf, unreached, registeredBy, problem, repliedAt }: Candidate): string {
  const on = repliedAt ? ` ${shortDay(repliedAt)}` : '';
  const other = registeredBy ? ', registrert av sekretariatet' : '';
  switch (state) {
    case 'proposed':
      return `foreslått${late ? ' etter fristen' : ''}${onBehalf ? ', registrert av sekretariatet' : ''}`;
    case 'asked':
      return unreached ? `spurt, men ikke nådd: ${unreachedText[unreached]}` : 'spurt, har ikke svart ennå';
    case 'accepted':
      return `${repliedAt ? 'har sagt ja' : 'bekreftet'}${on}${other}${problem ? `. ${placeProblem(problem)}` : ''}`;
    case 'declined':
      return `har sagt nei${on}${other}`;
    case 'set-aside':
      return 'lagt til side';
  }
}

/** How far a seat's answer has come. */
export function answerText(answer: NominationAnswer | undefined): string {
  if (answer?.none) return `Har ingen å foreslå${answer.onBehalf ? ' (registrert av sekretariatet)' : ''}`;
  return 'Har ikke svart';
}

const placeProblemText: Record<PlaceRefusal | 'not-found', string> = {
  'vara-own-member': 'Vedkommende har plassen selv nå.',
  'too-many-varas': `Plassen har ${MAX_VARAS} varaer allerede.`,
  'no-such-seat': 'Plassen finnes ikke lenger.',
  'not-secretariat': 'Den som bekreftet, er ikke lenger i sekretariatet. Bekreft på nytt.',
  'seat-filled': 'En annen har fått plassen.',
  'has-seat': 'Vedkommende har en plass i utvalget fra før.',
  'nobody-runs': 'Minst én leder eller én i sekretariatet må være koblet til Teams.',
  'changed-by-another': 'Utvalget er endret i mellomtiden. Bekreft på nytt.',
  'committee-closed': 'Utvalget er avsluttet.',
  'not-found': 'Utvalget finnes ikke lenger.',
};

function placeProblem(problem: string): string {
  return Object.hasOwn(placeProblemText, problem) ? placeProblemText[problem as PlaceRefusal] : problem;
}

export const nominationProblemText: Record<
  | NominationProblem
  | CandidateProblem
  | ExtendRefusal
  | Exclude<ProposeRefusal, 'not-asked-here' | 'nomination-closed'>
  | 'all-asked'
  | 'asked-already'
  | 'already-vara'
  | 'vara-has-seat'
  | 'committee-closed'
  | 'seat-wanted'
  | 'has-candidates',
  string
> = {
  ...deadlineText,
  'wanted-odd': 'Skriv hvor mange det skal være, som et helt tall fra 1 til 10.',
  'group-title': 'Skriv hva arbeidsgruppen heter, med høyst 200 tegn.',
  'vacant-seat': 'Velg en ledig plass. Er listen tom, er alle plassene besatt.',
  'all-asked': 'Det er ingen å spørre: Alle plassene har så mange varaer, eller står ledige.',
  'asked-already':
    'Alle det gjelder, er spurt i en innmelding som pågår, og har ikke svart ennå. Følg den fra «vara». Der kan fristen også utsettes.',
  'person-wanted': 'Søk etter personen i Teams, eller skriv navn og e-postadresse.',
  'name-wanted': 'Skriv navnet også. Teams oppgir det ikke for den du har valgt.',
  'email-wanted': 'Skriv e-postadressen også, eller søk etter personen i Teams.',
  'email-odd': 'E-postadressen er ikke gyldig.',
  'name-too-long': 'Navnet kan ha høyst 200 tegn.',
  'workplace-too-long': 'Arbeidsstedet kan ha høyst 200 tegn.',
  'vara-own-member': 'Medlemmet kan ikke være sin egen vara. Velg en annen.',
  'too-many-candidates': 'Det kan ikke foreslås flere enn ti for samme plass.',
  'committee-closed': 'Utvalget er avsluttet, så det meldes ikke inn noen.',
  'already-vara': 'Vedkommende er allerede vara for plassen.',
  'vara-has-seat': 'Vedkommende har en egen plass i utvalget, og kan ikke møte for en annen. Velg en annen.',
  'seat-wanted': 'Velg hvilken plass svaret gjelder.',
  'has-candidates': 'Det er meldt inn noen for plassen. De må trekkes eller legges til side først.',
  'nomination-closed': nominationNotices['nomination-closed'],
  'not-later': 'Den nye fristen må være etter den gamle.',
};

/** «1. Vera Lund, 2. Vidar Moe» */
export function numbered(names: readonly string[]): string {
  return names.map((name, n) => `${n + 1}. ${name}`).join(', ');
}

export const nominationText = {
  title: 'Vararepresentanter',
  waiting: 'Venter på deg',
  own: (committee: string, seat: string) => `${committee}, ${seat}`,
  ownVaras: (names: readonly string[]) =>
    names.length === 0
      ? 'Plassen din har ingen vara.'
      : names.length === 1
        ? `Varaen din er ${names[0]}.`
        : `Varaene dine, i den rekkefølgen de spørres: ${numbered(names)}`,
  actsFor: (member: string, seat: string, committee: string) => `Du er vara for ${member}, ${seat}, i ${committee}.`,
  nothing: 'Du har ingen plass i et utvalg, og er ikke vara for noen.',
  covered: (committee: string, covered: number, filled: number, vacant: number) =>
    `${committee}: ${covered} av ${filled} besatte plasser har vara.${vacant > 0 ? ` ${vacant} ${vacant === 1 ? 'plass' : 'plasser'} står ledig.` : ''}`,
  committee: 'Utvalg',
  running: 'Innmeldinger som pågår',
  follow: 'Følg med',
  run: 'For sekretariatet og lederen',
  askVaras: 'Be om vararepresentanter',
  fillSeat: 'Fyll ledig plass',
  askGroup: 'Be om medlemmer til arbeidsgruppe',
  seats: 'Vara per plass',
  proposeOwn: 'Foreslå vara',
  proposeAbout:
    'Foreslå en som kan møte for deg når du har forfall. Sekretariatet bekrefter, og den du foreslår, blir spurt. Skal en vara tas ut eller flyttes opp, ber du sekretariatet om det.',
  answerIt: 'Svar',
  see: 'Se og endre',
  back: 'Tilbake',
  formTitle: { vara: 'Be om vararepresentanter', seat: 'Fyll ledig plass', group: 'Be om medlemmer til arbeidsgruppe' },
  formAbout: {
    vara: 'Hvert medlem med færre varaer enn dette får et kort, og påminnelser til de har svart.',
    seat: 'Kontakten hos den som oppnevner, får et kort når den er kjent i Teams. Ellers registrerer du svaret.',
    group: 'Hvert medlem får et kort. De som meldes inn, samles i en liste, og et senere møte setter sammen gruppen.',
  },
  perSeat: 'Varaer per plass',
  groupSize: 'Antall medlemmer i gruppen',
  groupTitle: 'Hva arbeidsgruppen heter',
  vacantSeat: 'Ledig plass',
  noVacant: 'Utvalget har ingen ledige plasser å fylle.',
  deadlineDay: 'Frist',
  deadlineTime: 'Klokkeslett',
  send: 'Send',
  picked: 'Søk etter personen i Teams',
  pickedHint: 'Navn eller e-postadresse',
  outside: 'Er personen ikke i Teams, skriver du navn, e-postadresse og arbeidssted:',
  name: 'Navn',
  email: 'E-postadresse',
  workplace: 'Arbeidssted',
  propose: 'Meld inn',
  nobody: 'Har ingen å foreslå',
  proposed: 'Meldt inn, i den rekkefølgen de ønskes:',
  saidNobody: 'Du har svart at du ikke har noen å foreslå.',
  oneMore: 'Meld inn én til',
  withdraw: 'Trekk forslaget',
  which: 'Hvem det gjelder',
  closed: 'Innmeldingen er avsluttet.',
  lateNow: 'Fristen er ute. Du kan fortsatt melde inn, men sekretariatet avgjør om det tas med.',
  reminder: 'Påminnelse',
  yes: 'Ja',
  no: 'Nei',
  saidYes: 'Du har sagt ja. Takk! Du får et kort her når det er bruk for deg.',
  saidNo: 'Du har sagt nei. Sekretariatet og den som foreslo deg, får beskjed.',
  goneAsk: 'Spørsmålet gjelder ikke lenger.',
  status: (asked: number, answered: number) => `${answered} av ${asked} har svart.`,
  until: (deadline: Date, isOver: boolean) => `${isOver ? 'Fristen er ute' : 'Frist'}: ${shortTime(deadline)}`,
  unreached: (why: string) => `Ikke nådd: ${why}.`,
  noContact: 'Ingen kontakt i Teams. Registrer svaret når det kommer.',
  confirm: 'Bekreft',
  again: 'Be om en annen',
  registerYes: 'Registrer ja',
  registerNo: 'Registrer nei',
  register: 'Registrer svar',
  registerAbout: 'Et svar som kom på e-post eller telefon. Det vises at du har registrert det.',
  seat: 'Plass',
  extend: 'Utsett fristen',
  close: 'Avslutt',
  refresh: 'Vis på nytt',
  next: 'Neste side',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  list: 'Bekreftede navn, til å kopiere',
  seatsTitle: (committee: string) => `Vara per plass i ${committee}`,
  vacant: 'ledig',
  none: 'ingen vara',
  vara: 'Vara',
  raise: 'Flytt opp',
  remove: 'Ta ut',
} as const;
