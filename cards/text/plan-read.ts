import type { PlanProblem, PlanProblemAt } from '../../store/plan/read.ts';
import type { PlanField } from '../../store/plan/record.ts';
import type { Doubt } from '../../store/plan/row.ts';
import { number } from './format.ts';

/** What a column of a plan holds, in words that a column can be set by. */
export const planFieldText: Record<PlanField, string> = {
  focusArea: 'innsatsområde',
  goal: 'mål',
  how: 'hvordan',
  point: 'punkt',
  text: 'tiltak',
  owner: 'ansvarlig',
  due: 'frist',
  status: 'status',
  priority: 'prioritert',
  uncertain: 'usikker',
  other: 'annet',
};

/** Why a row should be looked at. */
export const doubtText: Record<Doubt, string> = {
  'no-text': 'Tiltaket mangler tekst. Målet eller framgangsmåten sier hva det gjelder.',
  'several-tiltak': 'Det ser ut til å stå flere tiltak i samme celle.',
  'text-merged': 'Cellen med tiltaket er slått sammen over flere rader, så radene er lest som ett tiltak.',
  'owner-merged':
    'Ansvarlig står i en celle som er slått sammen med raden over, og er regnet med for denne raden også.',
  'due-merged': 'Fristen står i en celle som er slått sammen med raden over, og er regnet med for denne raden også.',
  'due-no-year': 'Fristen mangler årstall.',
  'due-no-day': 'Datoen i fristen finnes ikke.',
  'due-unknown': 'Fristen er ikke forstått som en dato.',
  'due-no-meeting': 'Fristen er neste møte, og det er ikke kjent når det er.',
  'column-guessed': 'Hva en av kolonnene inneholder, er gjettet ut fra overskriften eller tabellen over.',
  'heading-guessed': 'Innsatsområdet er gjettet ut fra overskriftene foran tabellen.',
  marked: 'Raden er merket som usikker i filen.',
  'owner-unknown': 'Ansvarlig er ikke gjenkjent som et utvalg, en rolle eller en person.',
  'owner-collective': 'Flere står som ansvarlige. Velg hvem som skal spørres.',
};

/** Why a sheet is neither a plan nor a list of members. */
type SheetProblem = PlanProblem | 'no-member-columns';
export type SheetProblemAt = Omit<PlanProblemAt, 'problem'> & { readonly problem: SheetProblem };

const problemText: Record<SheetProblem, string> = {
  'no-member-columns':
    'Er det en medlemsliste, må én av radene være overskrifter: «Navn», og minst én av «E-post», «Rolle», «Representerer» og «Vara for».',
  'file-empty': 'Filen er tom.',
  'file-too-large': 'Filen er for stor. En plan kan være på høyst 16 MB.',
  'file-unreadable': 'Filen kan ikke leses. Åpne den, lagre den på nytt, og prøv igjen.',
  'file-not-plan': 'Filen er verken .csv, .xlsx eller .docx.',
  'file-old-format':
    'Filen er i et eldre format eller har passord. Lagre den som .xlsx eller .docx uten passord, og prøv igjen.',
  'no-table': 'Det er ingen tabell i filen.',
  'no-columns':
    'Ingen av tabellene har kolonner som kjennes igjen, som «Tiltak», «Ansvarlig» og «Når». Si hva kolonnene inneholder.',
  'no-rows': 'Det er ingen tiltak under overskriftene.',
  'column-unknown': 'Ingen tabell har denne overskriften.',
  'too-many-columns': 'Planen har for mange kolonner.',
  'too-many-rows': 'Planen har for mange rader.',
  'cell-too-long': 'Teksten er for lang.',
  'too-many-cells': 'Raden har flere celler enn det er overskrifter. Et skilletegn i teksten må stå i anførselstegn.',
  'quote-open': 'Anførselstegnet som begynner her, blir aldri avsluttet.',
};

/** «Linje 12, «Når»: Teksten er for lang. Det er plass til 200.» */
export function planProblemText({ problem, line, heading, most }: SheetProblemAt): string {
  const where = [line !== undefined && `Linje ${line}`, heading && `«${heading}»`].filter(Boolean).join(', ');
  const room = most === undefined ? '' : ` Det er plass til ${number(most)}.`;
  return `${where && `${where}: `}${problemText[problem]}${room}`;
}
