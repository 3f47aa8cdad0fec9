import { MAX_VARAS } from '../../store/committee/record.ts';
import type { SettingsProblem } from '../../store/committee/rules-settings.ts';
import type { LineProblem } from '../../store/setup/rules-lines.ts';
import type { PeopleProblem } from '../../store/setup/rules-people.ts';
import { type Element, paragraph } from '../elements.ts';
import { count } from './format.ts';
import { notice } from './notices.ts';

/** What is wrong with a set-up, in which line, and which other line it collides with. */
export type SetupFormProblem = {
  readonly problem: string;
  readonly line?: number | undefined;
  readonly other?: number | undefined;
};

export const setupProblemText: Record<
  LineProblem | PeopleProblem | SettingsProblem | SeatProblem | 'nobody-runs',
  string
> = {
  'committee-name': 'Skriv navnet på utvalget, med høyst 200 tegn.',
  'short-name': 'Skriv et kortnavn på høyst 40 tegn.',
  'round-days': 'Skriv lengden på en e-postrunde som et helt tall fra 1 til 90.',
  'consensus-number':
    'Skriv antallet som må godkjenne, som et helt tall og ikke høyere enn antallet som spørres, eller la feltet stå tomt.',
  'published-too-long': 'Adressen kan ha høyst 200 tegn.',
  'mandate-link': 'Lenken til mandatet må være en hel adresse som begynner med https://.',
  'vedtekter-link': 'Lenken til vedtektene må være en hel adresse som begynner med https://.',
  quorum:
    'Skriv hvor mange stemmeberettigede plasser som må være dekket, som et helt tall og ikke høyere enn antallet, eller la feltet stå tomt.',
  'chosen-for-good': 'Utvalget har valgt hvordan referater godkjennes. Velg en annen regel, eller la valget stå.',
  'changed-by-another':
    'Utvalget er endret av en annen i mellomtiden, så ingenting er lagret ennå. Skjemaet viser det du fylte inn. Lagre på nytt hvis det skal gjelde.',
  'no-lines': 'Skriv inn medlemmene, én på hver linje.',
  'too-many-lines': 'Listen er for lang. Et utvalg kan ha høyst 200 plasser, 20 i sekretariatet og 400 varaer.',
  'too-many-secretaries': 'Et utvalg kan ha høyst 20 personer i sekretariatet.',
  'nobody-runs':
    'Minst én leder eller én i sekretariatet må være koblet til Teams, ellers kan ingen endre oppsettet. Sett deg selv opp som sekretariat hvis du er i tvil.',
  'too-many-columns': 'Det er flere enn fem felt. Skriv navn; e-post; rolle; representerer; vara for.',
  'name-missing': 'Navnet mangler. Skriv «Ledig» for en ledig plass.',
  'name-too-long': 'Navnet kan ha høyst 200 tegn.',
  'email-odd': 'E-postadressen er ikke gyldig.',
  'email-missing': 'Skriv e-postadressen. Det er ikke nøyaktig én person med dette navnet blant deltakerne her.',
  'role-unknown': 'Rollen er ukjent. Skriv leder, nestleder, medlem, møte- og talerett, sekretariat eller vara.',
  'seat-too-long': 'Det plassen representerer, kan ha høyst 200 tegn.',
  'vacant-role': 'En ledig plass kan ikke være leder, nestleder eller sekretariat.',
  'role-as-seat':
    'Siste felt er en rolle. Skriv flere roller i samme felt med «og» mellom, eller semikolon mellom feltene.',
  'neither-seat-nor-role': 'Den som er uten plass, må ha en rolle. Skriv hva plassen representerer, eller en rolle.',
  'vara-for-missing': 'Skriv hvem eller hvilken plass vedkommende er vara for.',
  'vara-vacant': 'En ledig varaplass skal ikke ha en egen linje. Ta den bort.',
  'vara-with-role': 'En vara har ingen rolle på samme linje. Skriv rollen på en egen linje, med «uten plass».',
  'vara-unknown': 'Plassen eller medlemmet som vedkommende er vara for, står ikke på listen.',
  'vara-unclear':
    'Det er flere plasser som kan være ment. Skriv navnet på medlemmet som vedkommende er vara for, i stedet.',
  'vara-has-seat': 'Vedkommende har en egen plass, og kan ikke være vara for en annen.',
  'varas-too-many': `En plass kan ha høyst ${MAX_VARAS} varaer.`,
  'person-twice': 'Samme person står på en annen linje også.',
  'two-chairs': 'Utvalget har allerede en leder.',
  'two-vice-chairs': 'Utvalget har allerede en nestleder.',
  'seat-missing': 'Velg plassen.',
  'person-wanted': 'Velg hvem som skal ha plassen, eller kryss av for at den skal stå ledig.',
  'person-or-vacant': 'Velg enten hvem som skal ha plassen, eller at den skal stå ledig.',
  'person-or-name': 'Velg enten personen i Teams, eller skriv navnet. Navnet du skrev, er en annens.',
  'name-wanted': 'Skriv navnet også. Teams oppgir det ikke for den du har valgt.',
  'email-wanted': 'Skriv e-postadressen også, eller søk etter personen i Teams.',
  'has-seat': 'Personen har en plass i utvalget fra før.',
  'no-such-seat': 'Plassen finnes ikke lenger. Velg en annen.',
  'seat-name': 'Skriv hva plassen heter, med høyst 200 tegn.',
  'seat-represents': 'Velg hvem plassen representerer.',
  'too-many-seats': 'Et utvalg kan ha høyst 200 plasser.',
  'too-many-varas': `Plassen har ${MAX_VARAS} varaer allerede.`,
  'holds-already': 'Personen har plassen allerede.',
  'from-odd': 'Datoen finnes ikke. Skriv den som 12.03.2027, eller la feltet stå tomt.',
  'from-past': 'Datoen er passert. Velg en dag fram i tid, eller la feltet stå tomt.',
  'from-far': 'Datoen er mer enn tre år fram i tid. Velg en tidligere dag.',
};

export type SeatProblem =
  | 'seat-missing'
  | 'person-wanted'
  | 'person-or-vacant'
  | 'person-or-name'
  | 'name-wanted'
  | 'email-wanted'
  | 'has-seat'
  | 'no-such-seat'
  | 'seat-name'
  | 'seat-represents'
  | 'too-many-seats'
  | 'too-many-varas'
  | 'holds-already'
  | 'from-odd'
  | 'from-past'
  | 'from-far';

/** So many are read at a time; the rest shows when these are mended. */
const SHOWN = 10;

/** «Linje 3: …», one paragraph each; nothing when nothing is wrong. */
export function setupProblemLines(problems: readonly SetupFormProblem[]): Element[] {
  if (problems.length === 0) return [];
  return [paragraph('Rett dette først:'), ...setupProblemTexts(problems).map(paragraph)];
}

/** The same as one text, for where only a sentence can stand. */
export function setupProblemTexts(problems: readonly SetupFormProblem[]): string[] {
  const left = problems.length - SHOWN;
  return [
    ...problems.slice(0, SHOWN).map(said),
    ...(left > 0 ? [`Det er ${count(left, 'feil', 'feil')} til. Rett disse først.`] : []),
  ];
}

function said({ problem, line, other }: SetupFormProblem): string {
  const text = Object.hasOwn(setupProblemText, problem)
    ? setupProblemText[problem as keyof typeof setupProblemText]
    : notice(problem);
  if (line === undefined) return text;
  return `Linje ${line}: ${text}${other === undefined ? '' : ` Se linje ${other}.`}`;
}
