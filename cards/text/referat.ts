import type { ReferatProblem } from '../../store/referat/rules.ts';

export const referatProblemText: Record<ReferatProblem | 'too-large', string> = {
  committee: 'Velg utvalget referatet gjelder.',
  'meeting-day': 'Fyll inn datoen møtet ble holdt.',
  'meeting-in-future': 'Møtedatoen er fram i tid. Velg datoen møtet ble holdt.',
  title: 'Skriv en tittel på høyst 200 tegn.',
  summary: 'Sammendraget kan ha høyst 1000 tegn.',
  'text-missing': 'Lim inn referatet.',
  'text-too-long': 'Referatet er for langt. Det kan ha høyst 14 000 tegn.',
  'too-large': 'Referatet er for langt for et kort i Teams. Kort det ned og prøv igjen.',
  deadline: 'Fyll inn svarfristen, som dato og klokkeslett.',
  'deadline-passed': 'Svarfristen er passert. Velg en frist fram i tid.',
  'deadline-too-far': 'Svarfristen er mer enn 90 dager fram i tid. Velg en tidligere frist.',
};
