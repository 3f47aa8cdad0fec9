import type { Role } from '../committee/record.ts';

export type RoleWord = Role | 'voting' | 'speaking' | 'vara';

/** How roles and rights are written in a list: bokmål, nynorsk and English. */
const WORDS: Readonly<Record<RoleWord, readonly string[]>> = {
  chair: ['leder', 'leiar', 'chair', 'chairperson', 'leader'],
  'vice-chair': ['nestleder', 'nestleiar', 'vice chair', 'vice-chair', 'deputy chair'],
  secretariat: ['sekretariat', 'sekretariatet', 'sekretær', 'secretariat', 'secretary'],
  voting: ['medlem', 'fast medlem', 'stemmeberettiget', 'røysteføre', 'røysterett', 'stemmerett', 'member'],
  speaking: ['talerett', 'observatør', 'observer'],
  vara: ['vara', 'varamedlem', 'vararepresentant', 'deputy', 'deputy member', 'substitute', 'alternate'],
};
const KNOWN = new Map(Object.entries(WORDS).flatMap(([word, names]) => names.map((name) => [name, word as RoleWord])));

/** What a word says of somebody's role, in whatever case. */
export function roleWord(written: string): RoleWord | undefined {
  return KNOWN.get(written.trim().toLowerCase());
}
