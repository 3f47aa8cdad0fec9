import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const folder = new URL('../../../shared/data/', import.meta.url);

const sakSchema = z.object({
  utvalg: z.string(),
  saksnr: z.string().nullable(),
  tittel: z.string(),
  fra: z.string().nullable(),
  merknad: z.string().nullable(),
  forslag_til_vedtak: z.array(z.string()),
  vedtak: z.array(z.string()),
});
const presenceSchema = z.object({ antall: z.number(), liste: z.array(z.string()).nullish() }).nullable();
const meetingSchema = z.object({
  utvalg: z.string(),
  dato: z.string(),
  saker: z.array(z.string()),
  til_stede: presenceSchema,
  forfall: presenceSchema,
});

const planRowSchema = z.object({
  innsatsomrade: z.string(),
  hva_vil_vi: z.string(),
  punkt: z.string().optional(),
  tiltak: z.string(),
  ansvarlig: z.string(),
  nar: z.string(),
  status: z.string(),
  uncertain: z.enum(['true', 'false']),
});
export type RealPlanRow = z.infer<typeof planRowSchema>;
const PLANS = { finnmark: 31, 'troms-ofoten': 25 } as const;

/** The plans of two helsefellesskap: how many rows each has, the file itself, and what it says; undefined where the project stands alone. */
export function realPlans() {
  if (!existsSync(folder)) {
    process.stdout.write('Tests on real plans are absent: their data does not lie beside this clone.\n');
    return undefined;
  }
  return Object.entries(PLANS).map(([name, size]) => {
    const bytes = readFileSync(new URL(`tiltak-${name}.csv`, folder));
    const rows = () => z.array(planRowSchema).parse(parse(bytes, { delimiter: ';', columns: true }));
    return { name, size, bytes, rows };
  });
}

/** The whole text of sak 13/24 of the SSU, 10,000 characters long; undefined where the project stands alone. */
export function realSakText(): string | undefined {
  const file = new URL('sak-13-24-saksframlegg.txt', folder);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  process.stdout.write('The test on a real saksframlegg is absent: its text does not lie beside this clone.\n');
  return undefined;
}

/** Saker and meetings from public documents, or undefined where the project stands alone; said in one line then. */
export function realData() {
  if (!existsSync(folder)) {
    process.stdout.write('Tests on real saker and meetings are absent: their data does not lie beside this clone.\n');
    return undefined;
  }
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return {
    saker: z.array(sakSchema).parse(read('saker.json')),
    meetings: z.array(meetingSchema).parse(read('moter.json')),
  };
}

const committeeSchema = z.object({ helsefellesskap: z.string(), kortnavn: z.string(), navn: z.string() });

/** The owners of the real plans, row by row, and the committees around them; undefined where the project stands alone. */
export function realOwners() {
  const plans = realPlans();
  if (plans === undefined) return undefined;
  const written: unknown = JSON.parse(readFileSync(new URL('utvalg.json', folder), 'utf8'));
  const committees = z.array(committeeSchema).parse(written);
  const ownersOf = (name: keyof typeof PLANS, area: string) => ({
    owners: plans.filter((plan) => plan.name === name).flatMap(({ rows }) => rows().map(({ ansvarlig }) => ansvarlig)),
    committees: committees.filter(({ helsefellesskap }) => helsefellesskap === area),
  });
  return { finnmark: ownersOf('finnmark', 'Finnmark'), troms: ownersOf('troms-ofoten', 'Troms og Ofoten') };
}
