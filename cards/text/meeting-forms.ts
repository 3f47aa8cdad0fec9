import type { FixedSak } from '../../store/committee/record.ts';
import { count } from './format.ts';

export const fixedNames: Readonly<Record<FixedSak, string>> = {
  innkalling: 'Innkalling og dagsorden',
  'godkjenning-av-referat': 'Godkjenning av referat',
  oppfolging: 'Oppfølging av saker',
  'kort-orientering': 'Kort orientering fra partnerne',
  referatsaker: 'Referatsaker',
  eventuelt: 'Eventuelt',
  'neste-mote': 'Neste møte og kommende saker',
  evaluering: 'Evaluering av møtet',
};

export const meetingFormText = {
  newTitle: 'Nytt møte',
  changeTitle: 'Flytt eller endre møtet',
  changeAbout: 'Utvalget får beskjed om endringen, og de som har møtet i kalenderen, får et nytt kalendervedlegg.',
  on: 'Dato',
  from: 'Fra',
  to: 'Til',
  mode: 'Møteform',
  modeUnknown: 'Ikke bestemt',
  place: 'Sted (valgfritt)',
  placeHint: 'Teams, eller rom og adresse',
  save: 'Lagre',
  cancel: 'Avbryt',

  linesTitle: 'Lim inn møter',
  linesAbout:
    'Skriv ett møte på hver linje, eller lim inn fra Excel eller Word. Et møte som står i planen samme dag, blir oppdatert.',
  lines: 'Møter, ett på hver linje',
  linesHint: 'Tirsdag 13. februar 12.00-14.00 Digitalt',
  preview: 'Forhåndsvis',
  understood: (n: number) => `Slik er det forstått: ${count(n, 'møte', 'møter')}`,
  understoodPage: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  more: 'Vis flere',
  tooLong: 'Teksten er for lang for et kort i Teams. Lim inn færre møter om gangen.',
  fates: { new: 'nytt', moved: 'endres', same: 'som før' },
  dayOff: 'Ikke en vanlig arbeidsdag.',

  cancelTitle: 'Avlys møtet',
  cancelAbout: (when: string) =>
    `Møtet ${when} avlyses. Utvalget får beskjed, og sakene på sakslisten går tilbake til dem som venter på et møte.`,
  reason: 'Begrunnelse (valgfritt)',
  reasonAbout: 'Begrunnelsen vises for utvalget. Skriv ikke hvorfor enkeltpersoner er borte.',
  cancelMeeting: 'Avlys møtet',
  keep: 'Behold møtet',

  comingTitle: (committee: string) => `Kommende saker i ${committee}`,
  comingAbout: 'Listen følger med fra møte til møte. En sak som blir meldt inn, tas av listen.',
  comingEmpty: 'Det står ingen saker på listen.',
  comingNew: 'Ny sak på listen',
  comingWished: 'Ønsket møte',
  noWish: 'Ikke bestemt',
  comingChosen: 'Saker på listen',
  comingMore: 'Vis andre saker på listen',
  comingAdd: 'Legg til',
  comingWish: 'Sett ønsket møte for de valgte',
  comingRemove: 'Fjern de valgte',

  settingsTitle: 'Saksliste og innmelding',
  settingsButton: 'Saksliste og innmelding',
  fixedAbout:
    'Velg de faste sakene i den rekkefølgen de skal stå. Innmeldte saker kommer etter innkalling, godkjenning av referat og oppfølging, og før de andre.',
  fixed: (n: number) => `Fast sak ${n}`,
  fixedNone: 'Ingen',
  firstNumber: 'Første saksnummer (valgfritt)',
  firstNumberHint: '12/24',
  firstNumberAbout: 'Fyll inn hvis utvalget allerede har brukt saksnumre i år. Ellers begynner året på 1.',
  proposeDays: 'Siste dag for å melde sak: antall dager før møtet (valgfritt)',
  referaterFrom: 'Utvalg som legger fram referatene sine her, som «Referatsaker» (valgfritt)',
  referaterLeft: (n: number) => `${count(n, 'utvalg', 'utvalg')} til er ikke vist her.`,
  saveSettings: 'Lagre endringene',
} as const;
