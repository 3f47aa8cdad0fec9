import { parseArgs } from 'node:util';
import { planFieldText } from '../cards/text/plan-read.ts';
import type { PlanField } from '../store/plan/record.ts';
import { fieldOf, headingKey } from '../store/plan/rules-columns.ts';

/** What `npm run import` was asked for. */
export type ImportFlags = {
  readonly file: string;
  readonly committee?: string;
  readonly plan?: string;
  readonly fields: Readonly<Record<string, PlanField>>;
  readonly dryRun: boolean;
  readonly json: boolean;
};

export const importUsage =
  'Bruk: npm run import -- FIL --committee UTVALG [--plan NAVN] [--column "Overskrift=felt"] [--dry-run] [--json]\n' +
  `Felt: ${Object.values(planFieldText).join(', ')}.`;

const SWITCHES = ['dry-run', 'json'];
const NAMED = ['committee', 'plan', 'column'];

/** Reads the command line; what is odd in it, one line each. */
export function readImportFlags(argv: readonly string[]): ImportFlags | { readonly problems: readonly string[] } {
  const options = {
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' as const }])),
    ...Object.fromEntries(NAMED.map((name) => [name, { type: 'string' as const, multiple: true as const }])),
  };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const problems: string[] = [];
  const files: string[] = [];
  const given: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value = '' } = token;
    if (![...SWITCHES, ...NAMED].includes(name)) problems.push(`${rawName} er ukjent`);
    else if (NAMED.includes(name) && (value.trim() === '' || value.startsWith('--')))
      problems.push(`${rawName} mangler en verdi`);
    else if (SWITCHES.includes(name) && value !== '') problems.push(`${rawName} skal ikke ha noen verdi`);
    else given[name] = [...(given[name] ?? []), value];
  }
  const [file, ...others] = files;
  if (file === undefined) problems.push('Filen mangler');
  if (others.length > 0) problems.push(`Bare én fil om gangen: ${others.join(' ')} er én for mye`);
  for (const name of ['committee', 'plan'])
    if ((given[name]?.length ?? 0) > 1) problems.push(`--${name} er gitt flere ganger`);
  const fields = fieldsOf(given.column ?? [], problems);
  const dryRun = given['dry-run'] !== undefined;
  const [committee] = given.committee ?? [];
  const [plan] = given.plan ?? [];
  if (committee === undefined && !dryRun) problems.push('--committee mangler: navnet eller kortnavnet på utvalget');
  if (problems.length > 0 || file === undefined) return { problems };
  return {
    file,
    ...(committee !== undefined && { committee }),
    ...(plan !== undefined && { plan }),
    ...{ fields, dryRun, json: given.json !== undefined },
  };
}

function fieldsOf(columns: readonly string[], problems: string[]): Record<string, PlanField> {
  const named = new Map(Object.entries(planFieldText).map(([field, text]) => [headingKey(text), field as PlanField]));
  const fields: Record<string, PlanField> = {};
  for (const column of columns) {
    const at = column.lastIndexOf('=');
    const [heading, name] = [column.slice(0, Math.max(at, 0)).trim(), column.slice(at + 1)];
    const field = named.get(headingKey(name)) ?? fieldOf(name)?.field;
    if (heading === '' || field === undefined) problems.push(`--column "${column}" er ikke "Overskrift=felt"`);
    else fields[heading] = field;
  }
  return fields;
}
