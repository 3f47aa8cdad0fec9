export const tabMembersText = {
  rule: 'Når en e-postrunde er godkjent',
  asked: 'Hvem som spørres',
  notChosen: 'Ikke valgt ennå',
} as const;
