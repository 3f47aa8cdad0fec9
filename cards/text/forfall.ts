import type { Call, Forfall, Scope } from '../../store/meeting/forfall.ts';
import type { CallStanding } from '../../store/meeting/rules-call-stands.ts';
import { clock, longTime } from './format.ts';

/** What a sak is called within a sentence. */
export type SakName = (sakId: string) => string;

/** «sak 12/24»; of one that has no number yet, that there is one. */
export function sakNumber(number: string | undefined): string {
  return number === undefined ? 'en sak på sakslisten' : `sak ${number}`;
}

/** For how much of a meeting, within a sentence: «hele møtet», «fra kl. 12.30 til kl. 13.00», «sak 12/24 og sak 13/24». */
export function scopeText(scope: Scope, sakName: SakName): string {
  if (scope.what === 'whole') return 'hele møtet';
  if (scope.what === 'sak') return sakName(scope.sakId);
  if (scope.sakIds.length > 0) return listed(scope.sakIds.map(sakName));
  const from = scope.from && `fra kl. ${clock(scope.from)}`;
  const to = scope.to && `til kl. ${clock(scope.to)}`;
  return [from, to].filter((part) => part !== undefined).join(' ');
}

/** After the words that somebody acts for somebody else: nothing for all of it, « i sak 12/24», « fra kl. 12.30». */
export function actingIn(scope: Scope, sakName: SakName): string {
  if (scope.what === 'whole') return '';
  const isBySak = scope.what === 'sak' || scope.sakIds.length > 0;
  return `${isBySak ? ' i' : ''} ${scopeText(scope, sakName)}`;
}

/** «a», «a og b», «a, b og c» */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`;
}

/** What somebody has reported: «Forfall til hele møtet», «Forfall i sak 12/24», «Inhabil i sak 12/24». */
export function reportedText({ scope }: Pick<Forfall, 'scope'>, sakName: SakName): string {
  if (scope.what === 'sak') return `Inhabil i ${sakName(scope.sakId)}`;
  return scope.what === 'whole' ? 'Forfall til hele møtet' : `Forfall${actingIn(scope, sakName)}`;
}

/** How far it has come with one vara. */
export function callText({ state, askedAt, answerBy, registeredBy }: Call, name: string, now: Date): string {
  switch (state) {
    case 'asked':
      return askedAt > now
        ? `${name} blir spurt ${longTime(askedAt)}. Svarfrist: ${longTime(answerBy)}.`
        : `${name} er spurt. Svarfrist: ${longTime(answerBy)}.`;
    case 'accepted':
      return `${name} møter som vara${registeredBy === undefined ? '' : ' (registrert av sekretariatet)'}.`;
    case 'declined':
      return `${name} har svart nei.`;
    case 'timed-out':
      return `${name} svarte ikke innen fristen.`;
    case 'unreached':
      return `${name} ble ikke nådd i Teams.`;
    case 'withdrawn':
      return `Det er ikke behov for ${name} likevel.`;
    case 'elsewhere':
      return `${name} møter for en annen plass.`;
  }
}

export const callInText = {
  title: (meeting: string) => `Kan du møte som vara? ${meeting}`,
  actingTitle: (meeting: string) => `Du er vara: ${meeting}`,
  endedTitle: (meeting: string) => `Vara: ${meeting}`,
  meeting: 'Møte',
  time: 'Tid',
  forWhom: 'Vara for',
  howMuch: 'Gjelder',
  answerBy: 'Svarfrist',
  saker: 'Saker',
  inhabil: (scope: string) => `${scope} (medlemmet er inhabilt)`,
  notSent: 'Sakslisten er ikke sendt ennå.',
  moreSaker: (n: number) => `og ${n} til. Se sakslisten.`,
  asked: 'Medlemmet har meldt forfall, og du er vararepresentant for plassen. Kan du møte?',
  askedInSak:
    'Medlemmet er inhabilt i en sak i møtet, og du er vararepresentant for plassen. Kan du møte i den ene saken?',
  means: (votes: boolean) =>
    `Sier du ja, har du plassen i det forfallet gjelder: Du får sakspapirene, ${votes ? 'stemmer' : 'deltar og taler'} i møtet og svarer på e-postrunder om sakene. Sier du nei, eller svarer du ikke innen fristen, blir neste vara spurt, om plassen har flere.`,
  yes: 'Ja, jeg kommer',
  no: 'Nei, jeg kan ikke',
  notAfterAll: 'Jeg kan ikke likevel',
  agenda: 'Saksliste',
  papers: 'Send meg sakspapirene',
  toCall: 'Åpne',
  acting: (name: string) => `Du møter for ${name}. Takk for at du stiller opp.`,
  actingWhole:
    'Plassen er din i dette møtet: sakspapirene, avstemningene, e-postrundene om sakene og godkjenningen av referatet.',
  actingPart: 'Plassen er din i det forfallet gjelder: sakspapirene, avstemningene og e-postrundene om de sakene.',
  hasActed: 'Du har stemt eller svart for plassen. Kan du ikke likevel, må du ta kontakt med sekretariatet.',
} as const;

/** Why nothing has to be answered; the others are said by what is asked. */
export const callStandingText: Readonly<Record<Exclude<CallStanding, 'asked' | 'accepted'>, string>> = {
  late: 'Svarfristen er ute, og neste vara blir spurt. Plassen er fortsatt udekket, så du kan si ja helt til en annen gjør det.',
  declined: 'Du har svart at du ikke kan. Kan du likevel, kan du si ja så lenge plassen er udekket.',
  covered: 'En annen møter for plassen nå, så du trenger ikke gjøre noe. Takk for at du er vara.',
  'member-comes': 'Medlemmet møter likevel, så du trenger ikke gjøre noe. Takk for at du er vara.',
  changed: 'Forfallet er endret, så dette spørsmålet gjelder ikke lenger. Trengs du, får du et nytt spørsmål.',
  moved:
    'Møtet er flyttet, så dette spørsmålet gjelder ikke lenger. Trengs du i det nye møtet, får du et nytt spørsmål.',
  elsewhere: 'Du møter for en annen plass i dette møtet, så en annen vara blir spurt.',
  'not-vara': 'Du er ikke lenger oppført som vara for plassen. Ta kontakt med sekretariatet hvis det er feil.',
  cancelled: 'Møtet er avlyst, så du trenger ikke møte.',
  over: 'Møtet er over, så dette kan ikke besvares lenger.',
};

/** To a vara who had said yes to a meeting that is cancelled. */
export const cancelledActing =
  'Møtet er avlyst, så du trenger ikke møte. Blir sakene behandlet på e-postrunde, er det du som svarer for plassen.';

/** What leads from an agenda or a meeting to its forfall. */
export const forfallButtons = {
  report: 'Meld forfall',
  part: 'Del av møtet eller inhabil',
  own: 'Se hvem som møter',
  status: 'Forfall og vara',
} as const;

export const ownForfallText = {
  title: (meeting: string) => `Forfallet ditt: ${meeting}`,
  none: 'Du har plassen din i dette møtet. Det er ikke meldt forfall for den.',
  registered: (name: string) => `Meldt for deg av ${name}.`,
  acts: (name: string) => `${name} møter for deg.`,
  actsMeans:
    'Sakslisten, avstemningene og e-postrundene fra møtet går til varaen. Eldre møters e-postrunder svarer du fortsatt på selv.',
  hasActed: 'Varaen har stemt eller svart for plassen. Nå kan bare sekretariatet flytte den tilbake til deg.',
  until: 'Inntil en vara har sagt ja, har du plassen selv.',
  inhabil: 'Du deltar ikke i denne saken, heller ikke når ingen vara møter.',
  dry: 'Det er ingen flere varaer å spørre. Sekretariatet har fått beskjed.',
  noVara: 'Plassen har ingen vara. Sekretariatet har fått beskjed.',
  over: 'Møtet er over.',
  cancelled: 'Møtet er avlyst.',
  back: 'Jeg kan likevel',
  notInhabil: 'Jeg er ikke inhabil likevel',
  another: 'Meld del av møtet eller inhabilitet',
  report: 'Meld forfall',
  toAgenda: 'Saksliste',
  toList: 'Til møtene mine',
} as const;

export const forfallListText = {
  title: 'Forfall',
  about: 'Her er de kommende møtene dine. Meld forfall så tidlig du kan, så rekker vi å spørre vara.',
  none: 'Du har ingen kommende møter.',
  comes: 'Du har svart at du kommer.',
  silent: 'Du har ikke svart på om du kommer.',
  noSeat: 'Du har ingen plass i utvalget.',
  calledTitle: 'Du er vara',
  report: 'Meld forfall',
  see: 'Se forfallet',
  status: 'Forfall og vara i møtet',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  next: 'Neste side',
} as const;

export const forfallFormText = {
  title: 'Meld forfall',
  meeting: (committee: string, when: string) => `Møte i ${committee} ${when}.`,
  onBehalfTitle: 'Meld forfall for et medlem',
  onBehalfAbout: 'Medlemmet får beskjed, og det vises at du meldte det.',
  seat: 'Hvem gjelder det?',
  moreSeats: 'Vis flere',
  what: 'Hva gjelder forfallet?',
  whole: 'Hele møtet',
  part: 'En del av møtet',
  inhabil: 'Inhabil i en sak',
  from: 'Borte fra kl. (ved del av møtet)',
  to: 'Borte til kl. (ved del av møtet)',
  saker: 'Saker det gjelder (ved inhabilitet, eller ved del av møtet i stedet for klokkeslett)',
  notSent: 'Sakslisten er ikke sendt ennå. Når den er sendt, kan du også velge saker og melde inhabilitet.',
  reason: 'Årsak (valgfritt)',
  reasonAbout: 'Du trenger ikke oppgi årsak. Kategorien blir bare talt opp, uten navn.',
  none: 'Vil ikke oppgi',
  sykdom: 'Sykdom',
  kollisjon: 'Kollisjon med annet møte',
  annet: 'Annet',
  send: 'Meld forfall',
  cancel: 'Avbryt',
} as const;
