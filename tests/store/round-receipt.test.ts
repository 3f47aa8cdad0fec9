import { describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { RECEIPT_FORMAT, receiptOf } from '../../store/round/receipt.ts';
import type { Round } from '../../store/round/record.ts';
import {
  approves,
  closes,
  corrects,
  lifts,
  moves,
  notReached,
  objects,
  play,
  reached,
  registers,
  remarksTypo,
  reminded,
  replaces,
  type Step,
  takesToMeeting,
  undoes,
  withdraws,
} from '../support/play.ts';
import { aCommittee, aReferat, aSeat, DEADLINE, hashOf, NOW } from '../support/records.ts';

const people = ['kari', 'ola', 'ida', 'jens', 'siri'];
const committee = aCommittee({ seats: people.map((id) => aSeat(id)) });
const file = { id: 'file-1', name: 'Referat.docx', sha256: hashOf('docx'), bytes: 9 };
const opened = { ...newest(aReferat()), file };
const corrected = { text: 'Rettet', hash: hashOf('rettet'), at: DEADLINE, by: 'siv' };
const sent = aReferat({ versions: [opened], presentSeatIds: people.slice(0, 4).map((id) => `seat-${id}`) });
const referat = { ...sent, versions: [opened, corrected] };
const at = NOW.toISOString();

const receipt = (round: Round) => receiptOf(round, { committee, referat, nameOf: (id) => `navn på ${id}` });
const played = (...steps: readonly Step[]) => receipt(play({ committee, referat: sent }, ...steps).round);

describe('the receipt of a round', () => {
  const whole = () =>
    played(
      reached('kari', 'ola', 'ida', 'siri'),
      notReached('jens'),
      approves('kari'),
      remarksTypo('ola'),
      reminded('ida'),
      corrects('rettet'),
      closes,
    );

  test('says what was asked, by which rule, when and by whom', () => {
    const said = whole();
    expect(said).toMatchObject({
      format: RECEIPT_FORMAT,
      committee: 'Strategisk samarbeidsutvalg',
      referat: { title: 'Referat fra møte i SSU', meetingOn: '2026-02-26' },
      round: {
        number: 1,
        rule: { kind: 'everyone' },
        asked: 'voting',
        openedAt: at,
        openedBy: 'navn på siv',
        deadline: DEADLINE.toISOString(),
        closedAt: DEADLINE.toISOString(),
        status: 'undecided',
        liftedToMeeting: false,
      },
    });
    expect(said.round).not.toHaveProperty('reason');
  });

  test('names every version by its hash, and the file that it came from', () => {
    expect(whole().versions).toEqual([
      { textSha256: opened.hash, at, file: { name: 'Referat.docx', sha256: file.sha256 } },
      { textSha256: corrected.hash, at: DEADLINE.toISOString() },
    ]);
  });

  test('a version that the referat does not hold any more is dated by the opening', () => {
    const lost = receiptOf(play({ committee, referat: sent }).round, {
      committee,
      referat: { ...referat, versions: [corrected] },
      nameOf: (id) => id,
    });
    expect(lost.versions).toEqual([{ textSha256: opened.hash, at }]);
  });

  test('counts active yes, objections, silent, absent and not reached apart', () => {
    expect(whole().counts).toEqual({
      asked: 5,
      yes: 2,
      against: 0,
      abstained: 0,
      heard: 0,
      comments: 0,
      objection: 0,
      silent: 1,
      absent: 1,
      'not-reached': 1,
      remarks: 1,
    });
  });

  test('says for every seat what was delivered, reminded and answered, when and through which channel', () => {
    expect(whole().seats).toEqual([
      {
        seat: 'kari kommune',
        holder: 'KARI',
        wasAbsent: false,
        delivered: at,
        reminded: [],
        outcome: 'yes',
        answer: { choice: 'approve', at, channel: 'teams', textSha256: opened.hash },
      },
      {
        seat: 'ola kommune',
        holder: 'OLA',
        wasAbsent: false,
        delivered: at,
        reminded: [],
        outcome: 'yes',
        answer: {
          choice: 'remark',
          at,
          channel: 'teams',
          textSha256: opened.hash,
          remark: { kind: 'skrivefeil', text: 'Navnet er skrevet feil' },
        },
      },
      { seat: 'ida kommune', holder: 'IDA', wasAbsent: false, delivered: at, reminded: [at], outcome: 'silent' },
      {
        seat: 'jens kommune',
        holder: 'JENS',
        wasAbsent: false,
        notReached: 'not-installed',
        reminded: [],
        outcome: 'not-reached',
      },
      { seat: 'siri kommune', holder: 'SIRI', wasAbsent: true, delivered: at, reminded: [], outcome: 'absent' },
    ]);
  });

  test('a card still on its way was neither delivered nor refused', () => {
    const [kari] = played().seats;
    expect(kari).toEqual({
      seat: 'kari kommune',
      holder: 'KARI',
      wasAbsent: false,
      reminded: [],
      outcome: 'not-reached',
    });
  });

  test('tells what happened, in order, with names, and the bot as itself', () => {
    const { history } = whole();
    expect(history.map(({ by, what, seat }) => [by, what, seat])).toEqual([
      ['navn på siv', 'opened', undefined],
      ['navn på kari', 'approved', 'kari kommune'],
      ['navn på ola', 'remark-skrivefeil', 'ola kommune'],
      ['navn på siv', 'typos-corrected', undefined],
      ['bot', 'undecided', undefined],
    ]);
    expect(history[0]).toEqual({ at, by: 'navn på siv', what: 'opened' });
  });

  test('an open round has no end yet', () => {
    expect(played(approves('kari')).round).not.toHaveProperty('closedAt');
  });

  test('why it was withdrawn, and that the meeting takes it up, is said', () => {
    expect(played(withdraws).round).toMatchObject({ status: 'withdrawn', reason: 'Feil vedlegg' });
    expect(played(closes, takesToMeeting).round).toMatchObject({ status: 'undecided', liftedToMeeting: true });
  });
});

describe('an answer that came another way', () => {
  test('says which way, and who registered it on whose behalf', () => {
    const { seats, history } = played(registers('seat-kari', 'approve', 'e-post'));
    expect(seats[0]?.answer).toEqual({
      choice: 'approve',
      at,
      channel: 'e-post',
      registeredBy: 'navn på siv',
      textSha256: opened.hash,
    });
    expect(history.at(-1)).toEqual({
      at,
      by: 'navn på siv',
      what: 'registered-approved',
      seat: 'kari kommune',
      onBehalfOf: 'navn på kari',
    });
  });
});

describe('a seat that moved', () => {
  test('is the new holder’s, and an answer that stands is still the former one’s', () => {
    const { seats, remarks } = played(objects('kari'), moves('seat-kari', 'vera', 'KARI'));
    expect(seats[0]).toMatchObject({ holder: 'VERA', actsFor: 'KARI', outcome: 'objection', answer: { by: 'KARI' } });
    expect(remarks).toMatchObject([{ by: 'KARI' }]);
  });

  test('once the new holder has answered it is theirs', () => {
    const { seats } = played(objects('kari'), moves('seat-kari', 'vera', 'KARI'), approves('vera'));
    expect(seats[0]?.answer).not.toHaveProperty('by');
  });
});

test('a remark that was taken back is told under the name of its author', () => {
  const { remarks } = played(objects('kari'), approves('kari'));
  expect(remarks).toEqual([
    { by: 'navn på kari', kind: 'realitet', text: 'Vedtakspunkt 2 mangler', became: 'taken-back' },
  ]);
});

describe('what became of a remark', () => {
  const became = (...steps: readonly Step[]) => played(...steps).remarks.map(({ became }) => became);
  test.each([
    ['an objection stands', [objects('kari'), closes], ['stands']],
    ['an objection stands though typos were corrected', [objects('kari'), corrects('rettet')], ['stands']],
    ['a typo that was corrected afterwards', [remarksTypo('kari'), corrects('rettet')], ['typos-corrected']],
    ['a typo in the corrected text', [corrects('rettet'), remarksTypo('kari')], ['noted']],
    ['a typo that nobody corrected', [remarksTypo('kari'), closes], ['noted']],
    [
      'the content was changed',
      [objects('kari'), remarksTypo('ola'), replaces('nytt')],
      ['content-changed', 'content-changed'],
    ],
    ['one whose author answered anew is told as that', [objects('kari'), approves('kari')], ['taken-back']],
    ['one that was only repeated is told once', [objects('kari'), objects('kari')], ['stands']],
    [
      'one of an earlier holder, with another answer registered in its place',
      [objects('kari'), moves('seat-kari', 'vera'), registers('seat-kari', 'approve')],
      ['taken-back'],
    ],
    [
      'one of an earlier holder that counts again',
      [objects('kari'), moves('seat-kari', 'vera'), registers('seat-kari', 'approve'), undoes('seat-kari')],
      ['stands'],
    ],
    [
      'one of an earlier holder, once the new one has answered',
      [objects('kari'), moves('seat-kari', 'vera'), registers('seat-kari', 'approve'), lifts('vera')],
      ['taken-back'],
    ],
    ['a wish to take it to the meeting is none', [lifts('kari')], []],
  ])('%s', (_what, steps, expected) => {
    expect(became(...steps)).toEqual(expected);
  });
});
