/** What is said of rounds: why an answer was not taken, and what can be done instead. */
export const roundNotices = {
  closed:
    'E-postrunden er avsluttet, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  withdrawn: 'E-postrunden er trukket, så svaret ble ikke registrert.',
  replaced:
    'Innholdet er endret, og en ny e-postrunde er sendt. Svaret gjaldt den gamle teksten og ble ikke registrert. Skriv «referat» for å svare i den nye runden.',
  'too-late':
    'Svarfristen er ute, så svaret ble ikke registrert. Ta kontakt med sekretariatet hvis du har noe å legge til.',
  'not-asked':
    'Du er ikke blant dem som er bedt om å svare i denne e-postrunden. Ta kontakt med sekretariatet hvis det er feil.',
  'role-moved':
    'Du har ikke lenger rollen du ble spurt i, så dokumentet er ikke signert. Sekretariatet kan trekke runden og sende dokumentet på nytt.',
  'not-electronic': 'Bare en signatur som kom på e-post, kan registreres.',
  'seat-moved': 'Plassen er flyttet. En annen svarer for den nå, så svaret ditt ble ikke registrert.',
  'other-text': 'Teksten er endret etter at dette kortet ble sendt. Skriv «referat» for å se den nyeste teksten.',
  'other-kind': 'Dette svaret hører ikke til denne e-postrunden. Skriv «referat» for å se den.',
  'no-new-version': 'Det som er sendt ut, kan ikke endres mens runden pågår. Trekk runden, og send en ny.',
  'comment-missing': 'Skriv innspillet, eller velg «Ingen innspill».',
  'too-long-comment': 'Teksten er for lang. Den kan ha høyst 4000 tegn. Send heller en fil til sekretariatet.',
  'sent-before': 'Dette er allerede sendt på e-postrunde.',
  'no-chair': 'Utvalget har ingen leder som kan signere. Registrer lederen under «Oppsett» først.',
  'no-proposal': 'Det er ikke skrevet noe forslag til vedtak å stemme over.',
  'consensus-beyond': 'Regelen krever at flere stemmer for enn det er å spørre. Endre den under «oppsett».',
  'nobody-asked': 'Utvalget har ingen medlemmer å spørre i denne runden.',
  'deadline-passed': 'Svarfristen er passert. Velg en ny frist.',
  'remark-missing': 'Skriv hva merknaden gjelder.',
  'remark-kind-missing': 'Velg om merknaden gjelder en skrivefeil eller innholdet.',
  'too-long-remark': 'Merknaden er for lang. Den kan ha høyst 2000 tegn.',
  'too-long-sak': 'Feltet for sak kan ha høyst 100 tegn.',
  'no-such-seat': 'Plassen er ikke med i denne e-postrunden.',
  'answered-themselves': 'Medlemmet har svart selv, og kan endre svaret sitt.',
  'not-open': 'E-postrunden er ikke åpen lenger.',
  'not-running': 'E-postrunden er avsluttet.',
  'not-undecided': 'E-postrunden venter ikke på en avgjørelse.',
  'everybody-answered': 'Alle har svart, så det er ingen å minne på.',
  'reminded-today': 'De som ikke har svart, har fått eller får melding om runden i dag. Prøv igjen i morgen.',
  reminded: 'Påminnelsen går til dem som ikke har svart, på arbeidsdager mellom kl. 08 og 16.',
  'not-registered': 'Svaret er ikke registrert av sekretariatet, og kan bare endres av medlemmet selv.',
  'round-lost':
    'Den nye runden kunne ikke åpnes. E-postrunden er derfor trukket, og referatet er et utkast igjen. Send det på nytt med en ny frist.',
} as const;
