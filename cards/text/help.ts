export const helpText = {
  title: 'Utvalgsbot',
  unknown: 'Det forsto jeg ikke. Her er det jeg kan hjelpe med:',
  about: 'Jeg sender referater på e-postrunde i chatten, og holder greie på hvem som har svart.',
  secretariat:
    'Du kan skrive et referat, sende det på e-postrunde og følge med på svarene. Referater du selv skal svare på, finner du samme sted.',
  member: 'Du får et kort når et referat skal godkjennes. Under «Referat» ser du hva som venter på deg.',
  commands: 'Du kan også skrive «referat» eller «hjelp».',
} as const;
