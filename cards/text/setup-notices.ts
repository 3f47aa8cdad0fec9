/** What is said about a committee that is set up or changed. */
export const setupNotices = {
  'set-up-created':
    'Utvalget er opprettet. Skriv «referat» for å sende det første referatet. Du kan endre oppsettet her når som helst.',
  'set-up-created-without-you':
    'Utvalget er opprettet. Du er ikke med i det selv, så lederen eller sekretariatet går videre.',
  'set-up-changed': 'Endringene er lagret.',
  'set-up-changed-without-you': 'Endringene er lagret. Du er ikke lenger med i utvalget.',
  'set-up-attached': 'Chatten eller kanalen er knyttet til utvalget.',
  'set-up-before':
    'Det er allerede satt opp et utvalg for denne chatten eller kanalen. Be lederen eller sekretariatet legge deg til hvis du hører til der.',
  'set-up-done': 'Dette skjemaet er allerede brukt. Skriv «oppsett» for å se og endre utvalget.',
  'set-up-sent': 'Jeg har sendt deg et kort i en-til-en-chatten. Vi fortsetter der.',
  'set-up-unreached':
    'Jeg når deg ikke i en en-til-en-chat. Legg til Utvalgsbot for deg selv i Teams (Apper, søk etter Utvalgsbot, «Legg til»), så får du kortet der.',
  'not-your-form': 'Dette skjemaet tilhører en annen. Skriv «oppsett» for å få ditt eget.',
  'not-in-committee': 'Oppsettet er bare for dem som er med i utvalget.',
  'not-in-conversation':
    'Du er ikke blant deltakerne i chatten eller kanalen som utvalget skal høre til, så ingenting ble opprettet. Be noen som er med der, om å sette det opp.',
  'conversation-silent':
    'Teams svarer ikke på hvem som er med i chatten, så ingenting er lagret ennå. Prøv igjen om litt. Er jeg tatt ut av chatten, må jeg legges til igjen først.',
  'other-organisation': 'Chatten eller kanalen hører til en annen organisasjon enn utvalget.',
  'has-conversation': 'Utvalget har allerede en chat eller kanal.',
  'changed-meanwhile':
    'Utvalget er endret av en annen i mellomtiden, så ingenting er lagret ennå. Her er forskjellen fra slik det er nå.',
  'seat-saved': 'Plassen er lagret.',
  'seat-added': 'Plassen er lagt til, og er ledig. Velg «Bytt medlem» for å gi den til noen.',
  'seat-vara-named': 'Varaen er lagt til.',
  'seat-removed': 'Plassen er tatt bort.',
  'member-list-unread': 'Medlemslisten i filen kan ikke leses. Rett den, og slipp filen på nytt.',
  'member-list-long':
    'Medlemslisten i filen er for lang. Et utvalg kan ha høyst 200 plasser, 20 i sekretariatet og 400 varaer. Ingenting er lagret.',
  'too-many-varas':
    'En plass får da flere enn ti varaer. Skriv «vara» og ta ut noen først, eller ta dem bort fra listen. Ingenting er lagret.',
  'nobody-runs':
    'Minst én leder eller én i sekretariatet må være koblet til Teams, ellers kan ingen endre oppsettet. Ingenting er lagret.',
} as const;
