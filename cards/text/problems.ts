import type { MeetingApprovalRefusal } from '../../store/referat/rules.ts';
import type { DeadlineProblem, ReferatProblem } from '../../store/referat/rules-form.ts';
import type { RegisterRefusal } from '../../store/round/rules.ts';
import { type Element, paragraph } from '../elements.ts';
import { notice } from './notices.ts';

/** What is wrong with a typed deadline. */
export const deadlineText: Record<DeadlineProblem, string> = {
  deadline: 'Fyll inn svarfristen, som dato og klokkeslett.',
  'deadline-passed': 'Svarfristen er passert. Velg en frist fram i tid.',
  'deadline-too-far': 'Svarfristen er mer enn 90 dager fram i tid. Velg en tidligere frist.',
};

/** What is wrong with the form for a referat. */
export const referatProblemText: Record<ReferatProblem | 'too-large', string> = {
  ...deadlineText,
  committee: 'Velg utvalget referatet gjelder.',
  'meeting-day': 'Fyll inn datoen møtet ble holdt.',
  'meeting-in-future': 'Møtedatoen er fram i tid. Velg datoen møtet ble holdt.',
  title: 'Skriv en tittel på høyst 200 tegn.',
  summary: 'Sammendraget kan ha høyst 1000 tegn.',
  'text-missing': 'Lim inn referatet.',
  'text-too-long': 'Referatet er for langt. Det kan ha høyst 200 000 tegn.',
  'too-large': 'Teksten er for lang for et kort i Teams. Slipp referatet som .docx-fil i chatten.',
  rule: 'Velg når et referat er godkjent.',
  'consensus-number':
    'Skriv antallet som må godkjenne, som et helt tall og ikke høyere enn antallet som spørres, eller la feltet stå tomt.',
  'consensus-beyond': 'Regelen krever at flere godkjenner enn det er å spørre. Endre den under «oppsett».',
  'text-only-link':
    'En lenke alene er ikke nok, for innholdet kan endres etter godkjenningen. Lim inn teksten, eller slipp filen i chatten.',
  asked: 'Velg hvem som skal svare.',
  presence: 'Kryss av for dem som var til stede i møtet.',
};

type RoundProblem =
  | DeadlineProblem
  | MeetingApprovalRefusal
  | RegisterRefusal
  | 'seat'
  | 'choice'
  | 'way'
  | 'reason'
  | 'reason-too-long'
  | 'scale'
  | 'text-missing'
  | 'text-too-long'
  | 'same-text'
  | 'not-later'
  | 'meeting-day'
  | 'vedtak-too-long'
  | 'where-too-long'
  | 'role-moved';

/** What is wrong with one of the smaller forms. */
export const roundProblemText: Record<RoundProblem, string> = {
  ...deadlineText,
  seat: 'Velg hvem svaret gjelder.',
  choice: 'Velg hva svaret er.',
  way: 'Velg hvordan svaret kom.',
  reason: 'Skriv en begrunnelse.',
  'reason-too-long': 'Begrunnelsen kan ha høyst 500 tegn.',
  scale: 'Velg om bare skrivefeil er rettet, eller om innholdet er endret.',
  'text-missing': 'Lim inn den nye teksten.',
  'text-too-long': 'Teksten er for lang. Den kan ha høyst 200 000 tegn.',
  'same-text': 'Teksten er den samme som før. Det er ingen ny versjon å sende.',
  'not-later': 'Den nye fristen må være senere enn den gamle.',
  'answered-themselves': 'Medlemmet har svart selv, og kan endre svaret sitt. Det kan ikke registreres et annet svar.',
  'no-such-seat': 'Plassen er ikke med i denne e-postrunden.',
  'other-kind': 'Velg et av svarene som hører til denne e-postrunden.',
  'not-electronic': 'Bare en signatur som kom på e-post, kan registreres. Andre må signere i kortet sitt.',
  'role-moved':
    'Rollen er en annens nå, så signaturen kan ikke registreres. Trekk runden, og send dokumentet på nytt til dem som leder utvalget nå.',
  'too-late': 'Svarfristen er ute. Forleng fristen hvis svaret skal telle med.',
  closed: 'E-postrunden er avsluttet, og svaret kan ikke registreres.',
  withdrawn: 'E-postrunden er trukket, og svaret kan ikke registreres.',
  replaced: 'Innholdet er endret, og en ny e-postrunde er sendt. Registrer svaret i den nye runden.',
  'meeting-day': 'Fyll inn datoen for møtet som godkjente referatet.',
  'approved-in-future': 'Datoen er fram i tid. Velg datoen for møtet som godkjente referatet.',
  'approved-before-meeting': 'Datoen er før møtet som referatet er fra.',
  'already-approved': 'Referatet er allerede godkjent.',
  'on-round': 'Referatet er på e-postrunde. Trekk runden først hvis referatet er godkjent i et møte.',
  'vedtak-too-long': 'Sak kan ha høyst 100 tegn, og vedtaket høyst 1000.',
  'where-too-long': 'Adressen kan ha høyst 500 tegn.',
};

/** Problems of a form in its own words, all at once. */
export function problemText(problems: readonly string[], texts: Readonly<Record<string, string>>): string {
  const said = problems.map((problem) => (Object.hasOwn(texts, problem) ? texts[problem] : notice(problem)));
  return `Rett dette først: ${said.join(' ')}`;
}

/** The same, as it stands above a form; nothing when nothing is wrong. */
export function problemLines(problems: readonly string[], texts: Readonly<Record<string, string>>): Element[] {
  return problems.length === 0 ? [] : [paragraph(problemText(problems, texts))];
}
