/** What is said about meetings and their plan. */
export const meetingNotices = {
  'not-planner': 'Dette er bare for lederen, nestlederen og sekretariatet i utvalget.',
  'meeting-no-committee':
    'Du er ikke med i noe utvalg her ennå. Skriv «oppsett» for å sette opp et, eller be sekretariatet legge deg til.',
  'meeting-vara':
    'Møteplanen er for dem som er med i utvalget. Skriv «forfall» for å se møtene du er spurt om å møte i som vara.',
  'meeting-not-yours': 'Møteplanen er bare for dem som er med i utvalget.',
  'plan-cancelled': 'Møtet er avlyst, og kan ikke endres.',
  'plan-held': 'Møtet er holdt, og kan ikke endres.',
  'plan-past':
    'Tidspunktet for møtet er passert, så det kan ikke flyttes. Før protokollen og avslutt møtet. Ble det ikke holdt, avlyser du det og legger inn et nytt.',
  'agenda-other-year':
    'Sakslisten er sendt, og sakene er nummerert for året møtet er innkalt i. Avlys møtet og legg inn et nytt hvis det skal holdes i et annet år.',
  'plan-changed':
    'Møtet er endret av en annen i mellomtiden, så ingenting er lagret ennå. Skjemaet viser det du fylte inn. Lagre på nytt hvis det skal gjelde.',
  'meeting-saved': 'Møtet er lagret.',
  'meeting-moved': 'Endringen er lagret. Utvalget får beskjed.',
  'meeting-called-off': 'Møtet er avlyst. Utvalget får beskjed.',
  'plan-saved': 'Møteplanen er lagret.',
  'plan-unchanged': 'Møtene sto i planen fra før. Ingenting er endret.',
  'plan-full': 'Møteplanen kan ha høyst 100 kommende møter. Ingenting er lagret.',
  'plan-seen': 'Teksten er endret etter forhåndsvisningen. Kontroller på nytt før du lagrer.',
  'plan-list-saved': 'Listen er lagret.',
  'coming-no-meeting': 'Legg inn et møte i planen først. Listen følger med fra møte til møte.',
} as const;
