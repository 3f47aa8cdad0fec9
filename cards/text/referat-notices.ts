/** What is said of a referat that cannot be sent, approved or published. */
export const referatNotices = {
  'not-secretariat': 'Bare sekretariatet og lederen i utvalget kan sende ut en e-postrunde.',
  'already-sent': 'Referatet er allerede sendt på e-postrunde.',
  'changed-since-preview': 'Utkastet er endret etter denne forhåndsvisningen. Her er det nyeste utkastet.',
  'no-rule': 'Utvalget har ikke valgt hvordan referater godkjennes. Valget må gjøres før en e-postrunde kan starte.',
  'chosen-before': 'Utvalget har allerede valgt hvordan referater godkjennes. Forhåndsvisningen viser nå det valget.',
  'presence-unknown': 'Kryss av for dem som var til stede i møtet, før runden sendes. Velg «Endre».',
  'on-round': 'Referatet er på e-postrunde.',
  'already-approved': 'Referatet er allerede godkjent.',
  'approved-before-meeting': 'Datoen er før møtet som referatet er fra.',
  'approved-in-future': 'Datoen er fram i tid.',
  'not-on-round': 'Referatet er ikke på e-postrunde.',
  'same-text': 'Teksten er den samme som i en tidligere versjon.',
  'too-many-versions': 'Referatet har nådd det høyeste antallet versjoner. Ta det opp i neste møte.',
  'not-approved': 'Referatet er ikke godkjent, og kan ikke registreres som publisert.',
  'already-published': 'Referatet er allerede registrert som publisert.',
} as const;
