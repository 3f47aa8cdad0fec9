import type { Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { actingIn, type SakName } from './forfall.ts';
import { count, shortTime } from './format.ts';

export const agendaText = {
  title: 'Saksliste',
  none: 'Det er ingen sakslister å vise. En saksliste vises her når den er sendt.',
  state: ({ sent, state }: Pick<Meeting, 'sent' | 'state'>) =>
    state === 'cancelled' ? 'Avlyst' : sent ? `Saksliste sendt ${shortTime(sent.at)}` : 'Sakslisten er ikke sendt ennå',
  build: 'Bygg sakslisten',
  change: 'Endre sakslisten',
  open: 'Åpne sakslisten',
  more: (n: number) => `${count(n, 'senere møte', 'senere møter')} er ikke vist her.`,

  buildTitle: (title: string) => `Saksliste: ${title}`,
  buildAbout:
    'Rekkefølgen under er den sakene får nummer i når sakslisten sendes. Velg en sak for å flytte den, lukke den eller ta den av sakslisten.',
  sentAbout:
    'Sakslisten er sendt. Det du endrer nå, sendes når du forhåndsviser og sender på nytt. En ny sak får neste nummer.',
  line: (place: number, number: string | undefined, title: string) =>
    number ? `${place}. Sak ${number}: ${title}` : `${place}. ${title}`,
  closedMark: ' (lukket)',
  newMark: ' (ikke sendt ennå)',
  choose: 'Velg sak',
  up: 'Flytt opp',
  down: 'Flytt ned',
  takeOut: 'Ta av sakslisten',
  close: 'Lukk saken',
  reopen: 'Åpne saken',
  closeAbout: 'En lukket sak vises bare til stemmeberettigede medlemmer.',
  edit: 'Rediger fast tekst',
  order: 'Ny rekkefølge (plassnumre med komma mellom)',
  orderHint: '1, 3, 2',
  saveOrder: 'Lagre rekkefølgen',
  addTitle: 'Legg til sak',
  addAbout: 'Disse sakene er godkjent og står ikke på sakslisten.',
  addMore: (n: number) => `${count(n, 'sak', 'saker')} til vises når noen av disse er lagt til.`,
  addChoose: 'Velg sak å legge til',
  add: 'Legg til',
  proposals: (n: number) =>
    `${count(n, 'tiltak er uklart eller foreslås slettet', 'tiltak er uklare eller foreslås slettet')}, og utvalget må ta stilling til ${n === 1 ? 'det' : 'dem'}.`,
  addFollowUp: 'Sett oppfølging av tiltak på sakslisten',
  preview: 'Forhåndsvis',
  toCard: 'Vis den sendte sakslisten',
  toMeetings: 'Til møtene',

  editTitle: 'Rediger teksten',
  editAbout: 'Teksten skrives av seg selv. Endrer du den, blir den stående slik du skriver den.',
  background: 'Saksframstilling',
  proposal: 'Forslag til vedtak (ett punkt på hver linje)',
  save: 'Lagre',
  cancel: 'Avbryt',
  tooLongToEdit: 'Teksten er for lang til å redigeres i et kort.',

  previewOf: 'Forhåndsvisning av sakslisten',
  previewAbout:
    'Slik blir sakslisten sendt. Saksnumrene gis når den sendes; her står de neste ledige. Den går til utvalgets samtale, eller til hver enkelt når utvalget ikke har noen.',
  previewAgain:
    'Slik blir sakslisten sendt på nytt. Nye saker får de neste ledige saksnumrene. Kortet i utvalgets samtale oppdateres uten ny melding. Har utvalget ingen samtale, får de som ikke har svart på om de kommer, et nytt kort, og kortene til de andre oppdateres.',
  send: 'Send sakslisten',
  sendAgain: 'Send på nytt',
  back: 'Tilbake',

  cardTitle: (committee: string) => `Innkalling og saksliste: ${committee}`,
  time: 'Tid',
  saker: 'Saker',
  sak: (number: string, title: string) => `${number} ${title}`,
  closedSak: 'Lukket sak',
  cancelled: 'Møtet er avlyst.',
  published: (where: string | undefined, at: Date) =>
    `Sakslisten er publisert${where ? ` på ${where}` : ''} (registrert ${shortTime(at)}).`,
  comes: 'Kommer',
  forfall: 'Forfall',
  silent: 'Ikke svart',
  /** «3 (Marit Åsnes, Per Nes og 1 til)»; the number alone when there is no room for a name */
  named: (names: readonly string[], more: number) => {
    const shown = names.length > 0 ? ` (${names.join(', ')}${more > 0 ? ` og ${more} til` : ''})` : '';
    return `${names.length + more}${shown}`;
  },
  nobody: 'ingen',
  actedFor: (vara: string, scope: Scope, sakName: SakName) => `${vara} møter for deg${actingIn(scope, sakName)}.`,
  actsFor: (member: string, scope: Scope, sakName: SakName) =>
    `Du møter som vara for ${member}${actingIn(scope, sakName)}.`,
  varaFor: (vara: string, member: string) => `${vara} (vara for ${member})`,
  yours: (comes: boolean) => (comes ? 'Du har svart at du kommer.' : 'Du har meldt forfall.'),
  ask: 'Si fra om du kommer. Ingen spør om grunnen til forfall.',
  read: (number: string) => `Les sak ${number}`,
  readChoose: 'Velg en sak å lese',
  readChosen: 'Les saken',
  papers: 'Send meg sakspapirene',
  remind: 'Send på nytt som påminnelse',
  publish: 'Registrer som publisert',
  toAgenda: 'Tilbake til sakslisten',
  reminderTitle: (title: string) => `Kommer du? ${title}`,
  reminder: 'Du har ikke svart på om du kommer til møtet.',

  publishTitle: 'Registrer som publisert',
  publishAbout: 'Utvalgsbot publiserer ikke sakslisten. Registrer her når den er lagt ut.',
  publishWhere: 'Hvor er den publisert?',

  papersName: (committee: string, day: string) => `Sakspapirer ${committee} ${day}`,
  offerPapers: (title: string) => `Sakspapirer: ${title}`,
  offerVedlegg: (number: number, name: string) => `Vedlegg ${number}: ${name}`,
  asFile: 'sendes som egen fil',
} as const;

/** What is wrong with one of the forms about an agenda. */
export const agendaProblemText: Readonly<Record<string, string>> = {
  'background-too-long': 'Saksframstillingen kan ha høyst 60 000 tegn.',
  'point-too-long': 'Hvert punkt kan ha høyst 4000 tegn.',
  'too-many-points': 'Forslaget kan ha høyst 30 punkter.',
  'where-too-long': 'Adressen kan ha høyst 500 tegn.',
};
