/** What is said about a committee's own life. */
export const lifeNotices = {
  'committee-closed':
    'Utvalget er avsluttet, så ingenting nytt kan settes i gang i det. Alt som er gjort, kan fortsatt leses. Sekretariatet kan åpne utvalget igjen under «oppsett».',
  'committee-closed-now': 'Utvalget er avsluttet. Ingen får flere påminnelser fra det, og alt kan fortsatt leses.',
  'committee-reopened': 'Utvalget er åpnet igjen.',
  'reopen-not-for-you': 'Bare sekretariatet kan åpne utvalget igjen.',
  'still-running': 'Utvalget kan ikke avsluttes ennå. Noe pågår fortsatt.',
  'life-saved': 'Datoene er lagret.',
  'rotation-moved': 'Rulleringen er flyttet fram. Kontroller hvilken part som har tur neste gang.',
  'holder-planned': 'Byttet er planlagt. Det skjer av seg selv fra begynnelsen av dagen, og da får dere beskjed.',
  'holder-plan-taken-back': 'Det planlagte byttet er tatt tilbake.',
  'appointing-saved': 'Oppnevningen er lagret.',
} as const;
