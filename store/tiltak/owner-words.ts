/** A name as it is compared: words in small letters, and a comma for every mark that may stand between two owners. */
export function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/(?<!\p{L})v\//gu, 'ved ')
    .replace(/[|;,/+&\n]/g, ' , ')
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
    .replace(/^[ ,]+|[ ,]+$/g, '');
}

const SEPARATOR = /\s*(?:[|;,/+&\n]|(?<!\p{L})(?:og|samt|eller)(?!\p{L}))\s*(?![^(]*\))/gu;

/** Where the parts of an owner stand in what is written. «v/» is no separator. */
export function partsOf(written: string): readonly { readonly at: number; readonly end: number }[] {
  const text = written.replace(/(?<!\p{L})v\//giu, 'v.');
  const parts: { at: number; end: number }[] = [];
  let at = 0;
  for (const found of [...text.matchAll(SEPARATOR), { index: text.length, 0: '' }]) {
    if (keyOf(text.slice(at, found.index)) !== '') parts.push({ at, end: found.index });
    at = found.index + found[0].length;
  }
  return parts;
}

/** The words of a role, in either Norwegian; whoever is the committee's secretary is its secretariat. */
const ROLE_WORDS = {
  chair: '(?:utvalgs?|utvals)?le(?:der|iar)(?:en)?',
  viceChair: 'nestle(?:der|iar)(?:en)?',
  secretariat: '(?:sekr|(?:samhandlings|utvalgs|utvals|helsefellesskapets )?sekret(?:ariat(?:et)?|ær(?:en)?))',
} as const;
type OwnerRole = keyof typeof ROLE_WORDS;
const ROLES = (['chair', 'viceChair', 'secretariat'] as const).map((role) => ({
  role,
  first: new RegExp(`^${ROLE_WORDS[role]}(?: (?:(?:av|i|for|til) )?(?<of>.+))?$`, 'u'),
  last: new RegExp(`^(?<of>.+?)(?: (?:v|ved))? ${ROLE_WORDS[role]}$`, 'u'),
}));

/** The role that a key names, and the key of whose it is: «nestleder i FSU BU», «FSU BU v/leder», «SEKR». */
export function roleIn(key: string): { readonly role: OwnerRole; readonly of: string | undefined } | undefined {
  for (const { role, first, last } of ROLES) {
    const found = first.exec(key) ?? last.exec(key);
    if (found) return { role, of: found.groups?.of };
  }
  return undefined;
}

const GROUP =
  'kommun|utvalg|utval|sykehus|sjukehus|sjef|leder|leiar|koordinator|rådgiver|rådgivar|representant|medlem|medlemm|partner|part|lege|legar|gruppe|avdeling|klinikk|region|foretak|fsu|ssu|lfso';
const COLLECTIVE = new RegExp(
  `^(?:felles|alle|alle .*|begge(?: .*)?|fsu)$|(?:${GROUP}) ?(?:ene|ane|ne|a)$|(?:kommun|represent?ant|medlemm?|koordinator|sjef|part|grupp)(?:er|ar)$|(?:leder|rådgiver|partner)e$`,
  'u',
);

/** More than one, though it is one word: «Felles», «kommunene», «Utvalgsrepresentanter». */
export const isCollective = (key: string) => COLLECTIVE.test(key);

const ERRAND =
  /^(?:tas?|se|(?:sett|følg|lag|utarbeid|kartlegg|avklar|drøft|inviter|vurder|meld|legg)(?:e|es|ast|er))(?: |$)/;
const MOST_WORDS = 6;
const MOST_PARTS = 20;

/** Work to be done where an owner belongs («Tas opp i LFSO-ene …», domain a9), a question, or more than anybody lists. */
export function isErrand(written: string, parts: readonly string[]): boolean {
  if (written.includes('?') || parts.length > MOST_PARTS) return true;
  return parts.map(keyOf).some((key) => ERRAND.test(key) || key.split(' ').length > MOST_WORDS);
}
