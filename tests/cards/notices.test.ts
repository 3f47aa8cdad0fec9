import { expect, test } from 'vitest';
import { agendaNotices } from '../../cards/text/agenda-notices.ts';
import { fileNotices } from '../../cards/text/file-notices.ts';
import { forfallNotices } from '../../cards/text/forfall-notices.ts';
import { lifeNotices } from '../../cards/text/life-notices.ts';
import { meetingNotices } from '../../cards/text/meeting-notices.ts';
import { minutesNotices } from '../../cards/text/minutes-notices.ts';
import { nominationNotices } from '../../cards/text/nomination-notices.ts';
import { noticeText } from '../../cards/text/notices.ts';
import { referatNotices } from '../../cards/text/referat-notices.ts';
import { roundNotices } from '../../cards/text/round-notices.ts';
import { sakNotices } from '../../cards/text/sak-notices.ts';
import { setupNotices } from '../../cards/text/setup-notices.ts';

const stems = [
  agendaNotices,
  fileNotices,
  lifeNotices,
  forfallNotices,
  meetingNotices,
  minutesNotices,
  nominationNotices,
  referatNotices,
  roundNotices,
  sakNotices,
  setupNotices,
];

test('a notice of one stem never takes the place of another stem’s', () => {
  const codes = stems.flatMap((notices) => Object.keys(notices));
  expect(codes.filter((code, n) => codes.indexOf(code) !== n)).toEqual([]);
  expect(Object.keys(noticeText)).toEqual(expect.arrayContaining(codes));
});
