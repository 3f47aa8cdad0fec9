import type { AgendaSettingsProblem } from '../../store/committee/rules-agenda.ts';
import type { InMeetingLine, MeetingLineProblem } from '../../store/meeting/rules-lines.ts';
import { type Element, paragraph } from '../elements.ts';
import { count, longDate } from './format.ts';
import { notice } from './notices.ts';
import { setupProblemText } from './setup-problems.ts';

type FormProblem =
  | 'day-taken'
  | 'reason-too-long'
  | 'coming-title'
  | 'coming-chosen'
  | 'coming-full'
  | 'wished-gone'
  | 'changed-by-another';

/** What is wrong with a form about meetings. */
const meetingProblemText: Record<MeetingLineProblem | FormProblem | AgendaSettingsProblem, string> = {
  'no-lines': 'Skriv inn møtene, ett på hver linje.',
  'too-many-lines': 'Lim inn høyst 100 møter om gangen.',
  'date-missing': 'Datoen mangler, eller ble ikke forstått. Skriv den som «13. februar 2027» eller «13.02.27».',
  'no-such-day': 'Datoen finnes ikke.',
  'weekday-differs': 'Ukedagen passer ikke til datoen.',
  'time-missing': 'Klokkeslettet mangler, eller ble ikke forstått. Skriv det som «kl. 12.00–14.00».',
  'end-missing': 'Skriv også når møtet slutter: «kl. 12.00–14.00».',
  'no-such-time': 'Klokkeslettet finnes ikke.',
  'ends-before': 'Møtet slutter før det begynner.',
  'in-past': 'Tidspunktet er passert. Velg et tidspunkt fram i tid.',
  'too-far': 'Møtet er mer enn tre år fram i tid. Kontroller årstallet.',
  'place-too-long': 'Stedet kan ha høyst 300 tegn.',
  'too-much': 'Det står mer enn én dato eller ett klokkeslett på linjen. Skriv ett møte på hver linje.',
  'same-day': 'Det står et annet møte samme dag.',
  'day-taken': 'Utvalget har allerede et møte denne dagen. Åpne det i møteplanen for å endre det.',
  'reason-too-long': 'Begrunnelsen kan ha høyst 500 tegn.',
  'coming-title': 'Skriv hva saken gjelder, med høyst 300 tegn.',
  'coming-chosen': 'Kryss av for hvilke saker det gjelder.',
  'coming-full': 'Listen er full. Den kan ha høyst 100 saker.',
  'wished-gone': 'Møtet er ikke lenger i planen. Velg et annet.',
  'fixed-twice': 'Samme faste sak er valgt to ganger.',
  'fixed-order':
    'Innkalling, godkjenning av referat og oppfølging kommer før de innmeldte sakene. Sett dem før de andre faste sakene.',
  'first-number': 'Skriv det første saksnummeret som nummer og år, for eksempel «12/24».',
  'propose-days': 'Skriv antall dager som et helt tall fra 0 til 60, eller la feltet stå tomt.',
  'changed-by-another': setupProblemText['changed-by-another'],
  'referater-from': 'Ett av utvalgene finnes ikke lenger. Velg på nytt.',
};

/** So many are read at a time; the rest shows when these are mended. */
const SHOWN = 10;

/** «Linje 3: …», one paragraph each; nothing when nothing is wrong. */
export function meetingProblemLines(problems: readonly Problem[]): Element[] {
  if (problems.length === 0) return [];
  return [paragraph('Rett dette først:'), ...meetingProblemTexts(problems).map(paragraph)];
}

/** The same as sentences. */
function meetingProblemTexts(problems: readonly Problem[]): string[] {
  const left = problems.length - SHOWN;
  return [
    ...problems.slice(0, SHOWN).map(said),
    ...(left > 0 ? [`Det er ${count(left, 'feil', 'feil')} til. Rett disse først.`] : []),
  ];
}

type Problem = { readonly problem: string } & { readonly [K in 'line' | 'other']?: number | undefined } & {
  readonly day?: InMeetingLine['day'] | undefined;
};

function said({ problem, line, other, day }: Problem): string {
  const text = Object.hasOwn(meetingProblemText, problem)
    ? meetingProblemText[problem as keyof typeof meetingProblemText]
    : notice(problem);
  const meant = problem === 'weekday-differs' && day ? ` Det er ${longDate(new Date(`${day}T12:00:00Z`))}.` : '';
  const beside = other === undefined ? '' : ` Se linje ${other}.`;
  return `${line === undefined ? '' : `Linje ${line}: `}${text}${meant}${beside}`;
}
