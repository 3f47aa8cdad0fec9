import { headingKey } from '../plan/rules-columns.ts';

/** What a column of a list of members holds; a name may stand in two. */
export type MemberColumn = 'name' | 'first' | 'last' | 'email' | 'role' | 'seat' | 'vara';

/** What the columns are called: bokmål, nynorsk and English, as `headingKey` writes them. */
const NAMES: Readonly<Record<MemberColumn, readonly string[]>> = {
  name: [
    'navn',
    'namn',
    'fullt navn',
    'fullt namn',
    'fornavn og etternavn',
    'fornamn og etternamn',
    'for og etternavn',
    'for og etternamn',
    'medlem',
    'medlemmer',
    'medlemer',
    'representant',
    'name',
    'full name',
    'member',
  ],
  first: ['fornavn', 'fornamn', 'forenavn', 'forenamn', 'first name', 'given name'],
  last: ['etternavn', 'etternamn', 'last name', 'surname', 'family name'],
  email: [
    'e post',
    'epost',
    'e postadresse',
    'epostadresse',
    'e post adresse',
    'mail',
    'mailadresse',
    'e mail',
    'email',
    'e mail address',
    'email address',
  ],
  role: ['rolle', 'roller', 'rolla', 'verv', 'rolle i utvalget', 'rolle i utvalet', 'role', 'roles'],
  seat: [
    'representerer',
    'representerar',
    'part',
    'plass',
    'virksomhet',
    'verksemd',
    'organisasjon',
    'represents',
    'representing',
    'organisation',
    'organization',
    'seat',
  ],
  vara: [
    'vara for',
    'vara til',
    'varamedlem for',
    'varamedlem til',
    'vararepresentant for',
    'er vara for',
    'deputy for',
    'deputy to',
    'substitute for',
    'alternate for',
  ],
};
const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as MemberColumn])),
);

/** What a column with this heading holds. */
export function memberColumn(heading: string): MemberColumn | undefined {
  return COLUMNS.get(headingKey(heading));
}

/** The columns that a heading names, in its order, each once; undefined when the row is a member. */
export function columnsIn(cells: readonly string[]): readonly (MemberColumn | undefined)[] | undefined {
  const named = cells.map(memberColumn);
  const columns = named.map((column, n) => (named.indexOf(column) === n ? column : undefined));
  const isName = (column: MemberColumn | undefined) => column === 'name' || column === 'first' || column === 'last';
  const isOther = (column: MemberColumn | undefined) => column !== undefined && !isName(column);
  return columns.some(isName) && columns.some(isOther) ? columns : undefined;
}
