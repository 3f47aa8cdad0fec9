import type { AssignRefusal, CallRefusal } from '../../store/meeting/rules-call-answer.ts';
import type { ReportRefusal, TakeBackRefusal } from '../../store/meeting/rules-forfall.ts';
import type { MeetingApprovalRefusal, VersionRefusal } from '../../store/referat/rules.ts';
import type { AnswerRefusal, RegisterRefusal } from '../../store/round/rules.ts';
import type { OpenRefusal } from '../../store/round/rules-open.ts';
import type { MatterRefusal } from '../../store/round/rules-open-matter.ts';
import type { EditRefusal } from '../../store/tiltak/rules-edit.ts';
import { agendaNotices } from './agenda-notices.ts';
import { digestNotices } from './digest-notices.ts';
import { fileNotices } from './file-notices.ts';
import { forfallNotices } from './forfall-notices.ts';
import { lifeNotices } from './life-notices.ts';
import { meetingNotices } from './meeting-notices.ts';
import { minutesNotices } from './minutes-notices.ts';
import { nominationNotices } from './nomination-notices.ts';
import { planNotices } from './plan-notices.ts';
import { referatNotices } from './referat-notices.ts';
import { roundNotices } from './round-notices.ts';
import { sakNotices } from './sak-notices.ts';
import { setupNotices } from './setup-notices.ts';
import { tabNotices } from './tab-notices.ts';
import { tiltakNotices } from './tiltak-notices.ts';

/** Refusals of rules that are said as they are: one without a sentence does not compile. */
type Refusal =
  | EditRefusal
  | OpenRefusal
  | MatterRefusal
  | AnswerRefusal
  | RegisterRefusal
  | MeetingApprovalRefusal
  | VersionRefusal
  | ReportRefusal
  | TakeBackRefusal
  | CallRefusal
  | AssignRefusal;

const commonNotices = {
  'not-found': 'Det du ser etter, finnes ikke lenger.',
  unreadable: 'Svaret kunne ikke leses, så ingenting ble registrert. Skriv «hjelp» for å begynne på nytt.',
  'personal-only': 'Dette gjør vi i en-til-en-chatten. Skriv det samme til meg der.',
  'not-for-you': 'Dette er bare for sekretariatet og lederen i utvalget.',
  'app-link-sent': 'Lenken ligger i et eget kort i en-til-en-chatten. Kopier teksten, og send den.',
  'too-large': 'Teksten er for lang for et kort i Teams. Den står fortsatt i kortet: Gjør den kortere, og prøv igjen.',
} as const;

/** What the bot says when something could not be done, and what to do instead. One line for each stem's own file. */
export const noticeText = {
  ...commonNotices,
  ...referatNotices,
  ...roundNotices,
  ...fileNotices,
  ...sakNotices,
  ...setupNotices,
  ...meetingNotices,
  ...agendaNotices,
  ...minutesNotices,
  ...lifeNotices,
  ...forfallNotices,
  ...nominationNotices,
  ...planNotices,
  ...tiltakNotices,
  ...digestNotices,
  ...tabNotices,
} satisfies Record<Refusal, string>;
export type Notice = keyof typeof noticeText;

/** The sentence for a notice; one that an older program stored and this one does not know is said in general terms. */
export function notice(code: string): string {
  return Object.hasOwn(noticeText, code) ? noticeText[code as Notice] : noticeText.unreadable;
}
