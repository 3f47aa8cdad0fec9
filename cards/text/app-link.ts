/** How somebody who lacks the app gets it: by a link that the secretariat sends. */
export const appLinkText = {
  button: 'Lenke til appen',
  title: 'Lenke til appen',
  about:
    'Noen kan ikke nås fordi de ikke har lagt til Utvalgsbot i Teams. Kopier teksten under, og send den til dem, for eksempel på e-post. Når de har lagt til appen, får de det som venter på dem, med en gang.',
  text: (committee: string, url: string) =>
    `Hei! ${committee} bruker Utvalgsbot i Teams til saker, møter og e-postrunder, og du har noe å svare på der. Åpne lenken og velg «Legg til», så får du det i Teams:\n\n${url}`,
  guests:
    'Den som er gjest fra en annen organisasjon, åpner lenken i vår organisasjon i Teams. Går det ikke, må den som styrer appene i Teams hos oss, slippe gjester til.',
  open: 'Prøv lenken selv',
} as const;
