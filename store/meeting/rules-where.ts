import type { MeetingMode } from './record.ts';

/** How and where a meeting is held, as far as it is said. */
export type Where = { readonly mode?: MeetingMode; readonly place?: string };

const BOTH = '(?:fysisk ?(?:og|eller|/|\\+) ?digitalt?|digitalt? ?(?:og|eller|/|\\+) ?fysisk)';
const MODES: readonly (readonly [MeetingMode, RegExp])[] = [
  ['kombinert', new RegExp(`(?:kombinert[e]?|hybrid[et]?)(?: ?møte)?(?: ?\\(?${BOTH}\\)?)?|${BOTH}(?: møte)?`, 'i')],
  ['digitalt', /(?<![a-zæøå])(?:digital[te]?(?: ?møte)?|teams-?møte|nettmøte|videomøte)(?![a-zæøå])/i],
  ['fysisk', /(?<![a-zæøå])(?:fysiske?(?: ?møte)?|oppmøte)(?![a-zæøå])/i],
];
const ONLINE = /(?<![a-zæøå])(?:teams|zoom|skype|join)(?![a-zæøå])/i;

/** Reads how and where from what stands beside the time; pieces are on lines of their own. */
export function whereIn(text: string): Where {
  const [said, pattern] = MODES.find(([, words]) => words.test(text)) ?? [];
  const place = (pattern ? text.replace(pattern, '\n') : text)
    .split('\n')
    .map(tidied)
    .filter((part) => part !== '')
    .join(', ');
  const mode = said ?? (ONLINE.test(place) ? 'digitalt' : undefined);
  return { ...(mode && { mode }), ...(place && { place }) };
}

/** Without the marks and small words that tied it to what was taken out. */
function tidied(part: string): string {
  return part
    .trim()
    .replace(/^[\s,;:.|–—-]+/, '')
    .replace(/[\s,;:|–—-]+$/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^(?:(?:møte|møtested|sted|dato|via|på|i)(?![a-zæøå]):? ?)+/i, '')
    .replace(/^\(\)$/, '')
    .trim();
}
