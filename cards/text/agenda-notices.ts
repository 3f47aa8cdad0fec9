/** What is said of agendas: why something was not done, and what can be done instead. */
export const agendaNotices = {
  'agenda-not-for-you': 'Dette er bare for lederen, nestlederen og sekretariatet i utvalget.',
  'agenda-no-committee':
    'Du er ikke med i noe utvalg her, så det er ingen saksliste å vise. Skal du møte som vara likevel, åpner du sakslisten fra kortet du fikk om det.',
  'not-in-this-committee':
    'Sakslisten er for dem som er med i utvalget. Ta kontakt med sekretariatet hvis du skulle ha vært med.',
  'meeting-over': 'Møtet er holdt, avlyst eller forbi, så dette kan ikke gjøres nå.',
  'agenda-being-sent': 'Sakslisten blir sendt akkurat nå, så ingenting er endret. Prøv igjen om litt.',
  'agenda-changed-meanwhile': 'Sakslisten er endret i mellomtiden, så ingenting er gjort ennå. Slik er den nå.',
  'agenda-empty': 'Sakslisten er tom. Legg til minst én sak før den sendes.',
  'agenda-sent-now': 'Sakslisten er sendt.',
  'agenda-sent-before': 'Sakslisten er allerede sendt slik den står.',
  'agenda-not-sent': 'Sakslisten er ikke sendt ennå.',
  'agenda-full': 'Sakslisten er full. En saksliste kan ha høyst 100 saker.',
  'not-on-agenda': 'Velg en sak som står på sakslisten.',
  'choose-sak': 'Velg en sak først.',
  'bad-order':
    'Rekkefølgen kunne ikke leses. Skriv plassnumrene fra listen med komma mellom, hver bare én gang, for eksempel: 1, 3, 2.',
  'already-numbered':
    'Saken er sendt ut med nummer, og kan ikke tas av sakslisten. Før den som utsatt eller utgått i møtet.',
  'not-accepted': 'Saken er ikke godkjent for sakslisten, eller står på en annen.',
  'not-fixed': 'Bare tekstene i de faste sakene skrives her. En innmeldt sak endres av den som meldte den.',
  'no-seat':
    'Du har ingen plass i utvalget, så det er ikke registrert noe svar for deg. Du er velkommen til å lese sakene.',
  'all-have-said': 'Alle har svart på om de kommer, så det er ingen å minne på.',
  'meeting-reminded-today': 'De som ikke har svart, har fått eller får påminnelsen i dag. Prøv igjen neste arbeidsdag.',
  'meeting-reminded':
    'Påminnelsen går til dem som ikke har svart. Utenom arbeidstid venter den til neste arbeidsdag, med mindre det er under et døgn til møtet.',
  'agenda-published-before': 'Det er allerede registrert at sakslisten er publisert.',
  'sak-closed':
    'Saken er lukket og vises bare til stemmeberettigede medlemmer. De kan lese den i en-til-en-chatten med meg.',
  'papers-coming': 'Sakspapirene kommer i en-til-en-chatten.',
  'coming-saved': 'Svaret ditt er registrert.',
} as const;
