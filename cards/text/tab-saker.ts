import type { SakStatus } from '../../store/sak/record.ts';
import type { Look } from './tab.ts';

/** How the state of a sak looks beside its words. */
export const sakLook: Readonly<Record<SakStatus, Look>> = {
  draft: 'neutral',
  proposed: 'warning',
  returned: 'warning',
  accepted: 'info',
  scheduled: 'info',
  decided: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

/** What the list of saker can be narrowed to. */
export const sakFilters = {
  alle: 'Alle',
  behandles: 'Under behandling',
  saksliste: 'På saksliste',
  behandlet: 'Behandlet',
  avsluttet: 'Avvist eller trukket',
} as const;

export const tabSakText = {
  background: 'Saksframstilling',
  committee: 'Utvalg',
  to: 'Til',
  kind: 'Type',
  round: 'E-postrunden om saken',
  laterRound: (number: number) => `E-postrunde nummer ${number} om saken`,
  tiltak: (text: string) => `Tiltak: ${text}`,
} as const;
