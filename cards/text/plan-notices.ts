import type { ImportRefusal } from '../../store/plan/rules-import.ts';

/** What became of a plan that is read from a file. */
export const planNotices = {
  'plan-used': 'Planen er allerede lest inn.',
  'plan-half': 'Innlesingen er begynt, men ikke fullført. Trykk «Les inn» for å fullføre den.',
  'plan-dropped': 'Innlesingen er avbrutt, og ingenting er lagret. Slipp filen på nytt for å begynne igjen.',
  'import-changed': 'Noe er endret siden dette ble vist. Se over det på nytt før du leser inn.',
  'not-your-import': 'Denne filen er det en annen som leser inn.',
  'row-gone': 'Raden finnes ikke lenger. Planen er lest på nytt i mellomtiden.',
  'import-under-way': 'En annen leser inn i den samme planen akkurat nå. Prøv igjen om et par minutter.',
  'plan-no-committee': 'Velg hvilket utvalg planen gjelder først.',
  'plan-too-large':
    'Planen har for mange rader til å vises i chatten. Jeg tar høyst 2000 her. Den som drifter boten, kan lese den inn med «npm run import».',
  'row-mended': 'Raden er rettet.',
  'row-split': 'Raden er delt.',
  'columns-set': 'Planen er lest på nytt med kolonnene du valgte.',
  'plan-taken-out': 'Tiltakene som ikke står i filen, er tatt ut av planen. Historikken deres er beholdt.',
  'contacts-saved': 'Det er lagret. De blir spurt fra nå av.',
  'contacts-put-off': 'Ingen blir spurt foreløpig.',
  'date-saved': 'Fristen er lagret.',
  'plan-not-for-you': 'Filen ble ikke tatt imot. En handlingsplan leses inn av sekretariatet eller lederen i utvalget.',
} as const satisfies Record<ImportRefusal, string> & Record<string, string>;
