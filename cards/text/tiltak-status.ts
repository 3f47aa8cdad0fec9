import type { StatusClass } from '../../store/tiltak/record.ts';

/** How it goes with a tiltak, as the plans' own documents say it. */
export const classText: Readonly<Record<StatusClass, string>> = {
  'not-followed-up': 'Ikke fulgt opp',
  'in-progress': 'I gang',
  delayed: 'Forsinket',
  done: 'Gjennomført',
  unclear: 'Uklart',
  'delete-proposed': 'Foreslås slettet',
  'by-others': 'Følges opp av andre',
};
