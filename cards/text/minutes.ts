import type { Ballot, Vote } from '../../store/ballot/record.ts';
import { type Count, countOf } from '../../store/ballot/rules.ts';
import type { Outcome } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { count, number } from './format.ts';

export const minutesText = {
  title: 'Møtet',
  overview: 'Før møtet til protokoll',
  open: 'Åpne møtet',
  notBegun: 'Når møtet har begynt, kan du registrere oppmøte og vedtak her.',
  cancelled: 'Møtet er avlyst.',
  noItems: 'Møtet har ingen saksliste.',
  saker: 'Saker',
  presence: 'Til stede',
  vara: 'Vara',
  around: 'Møteleder og deltakere',
  rounds: 'Behandle sakene på e-postrunde',
  end: 'Avslutt møtet',
  makeReferat: 'Lag referat',
  remake: 'Lag referatet på nytt',
  toReferat: 'Til referatet',
  notRegistered: 'Ikke registrert',
  present: (present: number, of: number) => `${number(present)} av ${number(of)}`,
  write: 'Før vedtak',
  change: 'Endre',
  next: 'Flere saker',
  pages: (page: number, pages: number) => `Del ${page + 1} av ${pages} av sakslisten.`,
  save: 'Lagre',
  back: 'Tilbake til møtet',

  presenceTitle: 'Hvem var til stede?',
  presenceAbout: 'Alle som ikke er krysset av, føres med forfall. Årsaken føres ikke.',
  presenceFrom: 'De som har svart «Kommer», er krysset av.',
  presenceSeats: 'Til stede',
  nobodyToTick: 'Utvalget har ingen medlemmer å krysse av.',

  varaTitle: 'Hvem var vara?',
  varaAbout: 'En vara møter for ett bestemt medlem. La navnet stå tomt for å fjerne en vara som er registrert.',
  varaSeat: 'Vara for',
  varaName: 'Navn på vara',
  varaPicked: 'Vara, hvis hun eller han er i Teams',
  varaPickedHint: 'Søk etter navn',
  varaVotes: 'Bare en vara som er valgt i Teams, kan stemme med kort.',
  moreSeats: 'Flere plasser',

  aroundTitle: 'Møteleder, referent og deltakere',
  ledBy: 'Møteleder',
  minuteTaker: 'Referent',
  guests: 'Deltakere på sak, én på hver linje: navn, sak 02/24',
  others: 'Andre til stede, én på hver linje (sekretariatet føres her)',
  nextMeetingOn: 'Dato for neste møte',

  proposal: 'Forslag til vedtak',
  outcome: 'Hva ble utfallet?',
  text: 'Tekst i referatet (valgfritt)',
  vedtak: 'Vedtak, med ett punkt på hver linje. Lengre punkter kan nummereres: 1. … 2. …',
  keptText: (length: number) => `Teksten (${number(length)} tegn) er for lang til å vises her, og er beholdt uendret.`,
  keptVedtak: (length: number) =>
    `Vedtaket (${number(length)} tegn) er for langt til å vises her, og er beholdt uendret.`,
  phrase: 'Standardformulering',
  phraseHint: 'Velg en formulering',
  usePhrase: 'Sett inn',
  adopt: 'Vedta forslaget',
  postpone: 'Utsett',
  lapse: 'Utgikk',
  followUp: 'Følges opp',
  vote: 'Avstemning',
  toVote: 'Til avstemningen',
  recused: 'Inhabile',
  nextSak: 'Neste sak',
  saved: 'Lagret.',
  approves: 'Referater som godkjennes med dette vedtaket',

  recusedTitle: 'Hvem er inhabile i saken?',
  recusedAbout: 'Inhabile stemmer ikke og teller ikke med. Avkryssingen gjelder avstemninger som åpnes etterpå.',

  outdated: 'Noe er endret i møtet eller avgjort på e-postrunde etter at referatet ble laget.',
  remakeTitle: 'Referatet er endret for hånd',
  remakeAbout:
    'Teksten er endret etter at referatet ble laget fra møtet. Lager du det på nytt, blir det en ny versjon uten disse endringene. Den gamle versjonen blir ikke slettet.',
  remakeKeep: 'Behold referatet',
  remakeNew: 'Lag ny versjon fra møtet',
  toMeeting: 'Godkjenn i neste møte',
  toMeetingAbout: 'Referatet tas opp til godkjenning i neste møte.',
  toMinutes: 'Til møtet',

  onRound: 'På e-postrunde',
  byRound: 'Vedtatt på e-postrunde',
  isOnRound: 'Saken avgjøres på e-postrunde.',
  toRound: 'Til e-postrunden',
  roundsNone: 'Det er ingen saker igjen med forslag til vedtak.',
  roundsTitle: 'Behandle saker på e-postrunde',
  roundsAbout: 'Velg sakene som skal avgjøres på e-postrunde i stedet for i møtet. Hver sak blir en runde for seg.',
  roundsSaker: 'Saker',
  roundsDeadlineDay: 'Svarfrist, dato',
  roundsDeadlineTime: 'Svarfrist, klokkeslett',
  roundsSend: 'Send på e-postrunde',
} as const;

export const outcomeText: Readonly<Record<Outcome, string>> = {
  vedtak: 'Vedtak',
  utsatt: 'Utsatt',
  utgikk: 'Utgikk',
  'folges-opp': 'Følges opp',
  ingen: 'Uten vedtak',
};

/** The phrase of a sak that there was no time for: it is no vedtak, and says the whole of what became of it. */
export const NO_TIME = 'ikke-tid';

/** The phrases that a sak is written down in (domain e). The subject is the committee's short form. */
export function phrasesFor(subject: string): Readonly<Record<string, string>> {
  return {
    'sak-til-orientering': `${subject} tar saken til orientering.`,
    'informasjon-til-orientering': `${subject} tar informasjonen til orientering.`,
    'sak-til-etterretning': `${subject} tar saken til etterretning.`,
    'informasjon-til-etterretning': `${subject} tar informasjonen til etterretning.`,
    takker: `${subject} takker for informasjonen og tar saken til orientering.`,
    'vedlagte-referat': `${subject} tar vedlagte referat til orientering.`,
    'neste-mote': `${subject} tar informasjonen om neste møte og rutine for innmelding av saker til orientering.`,
    innkalling: 'Innkalling og dagsorden er godkjent.',
    referat: 'Referat fra … bekreftes godkjent.',
    'ny-behandling': `${subject} ber om at bearbeidet versjon legges fram til ny behandling i neste møte.`,
    godkjenner: `${subject} godkjenner …`,
    'stiller-seg-bak': `${subject} stiller seg bak …`,
    støtter: `${subject} støtter …`,
    ber: `${subject} ber sekretariatet …`,
    [NO_TIME]: 'Utgikk – ikke tid.',
  };
}

const inSak = (sak: string | undefined) => (sak ? `i sak ${sak}` : 'i møtet');

/** Why a referat did not follow the vedtak about it. */
export const unfollowedText = {
  'on-round': (title: string, sak?: string) =>
    `«${title}» er på e-postrunde, og ble ikke godkjent med vedtaket ${inSak(sak)}. Trekk runden og før vedtaket på nytt, eller la runden avgjøre.`,
  'already-published': (title: string, sak?: string) =>
    `«${title}» er publisert, og står som godkjent slik det var før vedtaket ${inSak(sak)} ble endret.`,
} as const;

/** «Sak 05/24 Årsrapport 2023» */
export function sakHeading({ number: sakNumber, title }: Pick<Sak, 'number' | 'title'>): string {
  return sakNumber ? `Sak ${sakNumber} ${title}` : `Sak: ${title}`;
}

/** The first names of a list, and how many more there are. */
export function firstOf(names: readonly string[], most: number): string {
  const left = names.length - most;
  return left > 0 ? `${names.slice(0, most).join(', ')} og ${number(left)} til` : names.join(', ');
}

export const voteText: Readonly<Record<Vote, string>> = { for: 'For', against: 'Mot', abstain: 'Avstår' };

/** «For: 9, mot: 2, avstår: 1» */
export function resultText({ for: yes, against, abstain }: Count): string {
  return `For: ${number(yes)}, mot: ${number(against)}, avstår: ${number(abstain)}`;
}

/** A voting as the referat has it; a card names no more inhabile seats than `most`. */
export function votingLine(ballot: Ballot, most = Number.POSITIVE_INFINITY): string {
  const counted = countOf(ballot);
  const silent = counted.silent > 0 ? ` ${count(counted.silent, 'stemte', 'stemte')} ikke.` : '';
  const recused =
    ballot.recused.length > 0
      ? ` Inhabil og ikke med i avstemningen: ${firstOf(
          ballot.recused.map(({ seatName }) => seatName),
          most,
        )}.`
      : '';
  return `${ballot.secret ? 'Hemmelig avstemning' : 'Avstemning'}: ${resultText(counted)}.${silent}${recused}`;
}
