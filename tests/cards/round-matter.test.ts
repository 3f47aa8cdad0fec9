import { describe, expect, test } from 'vitest';
import { overviewCard } from '../../cards/overview.ts';
import { receiptCard, reminderCard } from '../../cards/round.ts';
import { matterCard } from '../../cards/round-matter.ts';
import { registerCard } from '../../cards/round-register.ts';
import { sharedCard } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { askedText } from '../../cards/text/matter.ts';
import { committeeVoteText, voteRuleText } from '../../cards/text/round-vote.ts';
import { wordsOf as wordsOfKind } from '../../cards/text/round-words.ts';
import type { Choice, Round } from '../../store/round/record.ts';
import { registerAnswer } from '../../store/round/rules.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import { closeRound, liftToMeeting, withdrawRound } from '../../store/round/rules-run.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { everyone, majority, three } from '../support/clauses.ts';
import { aDocument } from '../support/documents.ts';
import { afterSaying, anInnspill, aVote, clocks } from '../support/matter-rounds.ts';
import { accepted, DEADLINE, REAL_NOW } from '../support/records.ts';

const over = { now: DEADLINE, realNow: REAL_NOW };
const ended = (round: Round) => (round.status === 'open' ? accepted(closeRound(round, over)) : round);
const outcome = (round: Round) => wordsOfKind(round).outcome(round);
const status = (round: Round) => wordsOfKind(round).status(round);

describe('how a vote is said to have ended', () => {
  const voted = (...said: Parameters<typeof afterSaying>[1][]) => afterSaying(aVote(majority), ...said);

  test.each([
    ['it runs', () => voted(), 'Pågår', 'E-postrunden pågår.'],
    [
      'carried',
      () => ended(voted(['kari', 'for'], ['ola', 'for'], ['ida', 'for'], ['jens', 'against'])),
      'Vedtatt',
      'Forslaget er vedtatt: 3 stemte for, 1 stemte mot, 0 avsto.',
    ],
    [
      'voted down',
      () => ended(voted(['kari', 'against'], ['ola', 'abstain'])),
      'Ikke vedtatt',
      'Forslaget er ikke vedtatt: 0 stemte for, 1 stemte mot, 1 avsto.',
    ],
    [
      'too few',
      () => ended(voted(['kari', 'for'])),
      'Ikke avgjort',
      'Saken er ikke avgjort: For få stemte for forslaget innen fristen (1 stemte for, 0 stemte mot, 0 avsto).',
    ],
    [
      'somebody wants it in the meeting',
      () => ended(voted(['kari', 'lift-to-meeting'])),
      'Ikke avgjort',
      'Saken er ikke avgjort: Minst ett medlem vil ta den opp i møtet.',
    ],
    [
      'taken to the meeting',
      () => accepted(liftToMeeting(ended(voted(['kari', 'lift-to-meeting'])), 'siv', over)),
      'Ikke avgjort',
      'Saken er ikke avgjort: Minst ett medlem vil ta den opp i møtet. Saken tas opp i neste møte.',
    ],
    [
      'withdrawn',
      () => accepted(withdrawRound(voted(), 'Feil sak', 'siv', clocks)),
      'Trukket',
      'E-postrunden er trukket. Begrunnelse: Feil sak',
    ],
  ] as const)('%s', (_case, play, label, sentence) => {
    const round = play();
    expect([status(round), outcome(round)]).toEqual([label, sentence]);
  });

  test.each([
    ['nobody answered', () => anInnspill(), 'E-postrunden er avsluttet: Ingen har svart.'],
    [
      'nobody had anything to say',
      () => afterSaying(anInnspill(), ['kari', 'no-comment']),
      'E-postrunden er avsluttet: Ingen har gitt innspill, 1 har ingen innspill.',
    ],
  ] as const)('innspill says it when %s', (_what, round, sentence) => {
    expect(outcome(ended(round()))).toBe(sentence);
  });

  test('innspill is collected, and nothing is decided', () => {
    const round = afterSaying(anInnspill(), ['kari', 'comment', 'Bra'], ['ola', 'no-comment']);
    expect(outcome(ended(round))).toBe('Innspillene er samlet inn: 1 har gitt innspill, 1 har ingen innspill.');
    expect(status(ended(round))).toBe('Avsluttet');
    expect(outcome(round)).toBe('E-postrunden pågår.');
    expect(wordsOfKind(round).rule(round)).toBe(
      'Ingenting vedtas. Innspillene samles i ett dokument når alle har svart eller fristen er ute.',
    );
  });
});

describe('the rule of a vote in plain words', () => {
  test('says what it takes, and that silence is never a yes', () => {
    const silence = 'Den som ikke svarer, regnes aldri som enig.';
    for (const rule of [everyone, majority, three]) expect(voteRuleText(rule)).toContain(silence);
    expect(voteRuleText(three)).toContain('minst 3 av dem som er spurt, har stemt for, ingen har stemt mot');
  });

  test('a committee of silent consent is told that it is another one', () => {
    expect(committeeVoteText({ kind: 'silent-consent' })).toBe(
      `For referater regner utvalget den som ikke svarer, som enig. For vedtak gjelder ikke det: ${voteRuleText({ kind: 'consensus' })}`,
    );
    expect(committeeVoteText(majority)).toBe(voteRuleText(majority));
  });
});

describe('the card of somebody who votes', () => {
  const holders = { 'seat-kari': { holderId: 'vera', holderName: 'Vera', actsFor: 'Kari Vik' } };
  const asked = () => aVote(majority, { holders });
  const shown = (vote = asked()) =>
    matterCard(vote, { matter: vote.matter ?? { text: '', proposal: [] }, personId: 'vera' });

  test('says what is voted on first, in which sak, and in whose place', () => {
    const card = shown();
    expectValidCard(card);
    const lines = linesOf(card);
    expect(lines[0]).toBe('Til vedtak: sak 12/26 Møteplan for 2027');
    expect(lines.indexOf('SSU vedtar ny møteplan for 2027.')).toBeLessThan(lines.indexOf('Planen følger vedlagt.'));
    expect(wordsOf(card)).toContain('{"title":"Vara for","value":"Kari Vik"}');
  });

  test('has the four answers, each with the comment, bound to the text', () => {
    const vote = asked();
    const card = shown(vote);
    const data = (title: string) => buttonOf(card, title).data;
    const common = { verb: 'round.vote', roundId: 'round_sak-1_1', textHash: vote.textHashes[0] };
    expect(data('For')).toEqual({ ...common, choice: 'for' });
    expect(data('Mot')).toEqual({ ...common, choice: 'against' });
    expect(data('Avstår')).toEqual({ ...common, choice: 'abstain' });
    expect(data('Ta opp i møtet')).toEqual({ ...common, choice: 'lift-to-meeting' });
    expect(buttonOf(card, 'Mot')).not.toHaveProperty('associatedInputs');
    expect(inputsOf(card)).toMatchObject([{ id: 'text', label: 'Kommentar (valgfritt)', maxLength: 4000 }]);
  });

  test('a reminder leads to it, and votes nothing by itself', () => {
    expect(buttonsOf(reminderCard(asked())).map(({ title }) => title)).toEqual(['Les og svar']);
  });
});

describe('what is asked about', () => {
  test('is the proposal, numbered when it has several points, and what lies behind it', () => {
    expect(askedText({ text: 'Bakgrunn.', proposal: ['Vedtas.', 'Sendes.'] })).toBe(
      'Forslag til vedtak:\n\n1. Vedtas.\n\n2. Sendes.\n\nSaksframstilling:\n\nBakgrunn.',
    );
    expect(askedText({ text: '', proposal: ['Vedtas.'] })).toBe('Forslag til vedtak:\n\nVedtas.');
    expect(askedText({ text: 'Et utkast.', proposal: [] })).toBe('Et utkast.');
  });
});

describe('the receipt of a vote', () => {
  const said = (choice: Choice) =>
    linesOf(receiptCard(afterSaying(aVote(majority), ['kari', choice]), 'kari'))[1]?.replace(
      / 02\.03\.26 kl\. 10\.00/,
      '',
    );

  test('says what was answered', () => {
    expect((['for', 'against', 'abstain', 'lift-to-meeting'] as const).map(said)).toEqual([
      'Du stemte for.',
      'Du stemte mot.',
      'Du avsto fra å stemme.',
      'Du ba om at saken tas opp i møtet.',
    ]);
  });

  test('says what the secretariat registered, of each vote', () => {
    const registered = (choice: Choice) => {
      const registration = { seatId: 'seat-kari', choice, way: 'telefon' } as const;
      const round = accepted(registerAnswer(aVote(majority), registration, 'siv', clocks));
      return linesOf(receiptCard(round, 'kari'))[1]?.split(' kl. 10.00 ')[1];
    };
    expect((['for', 'against', 'abstain', 'lift-to-meeting'] as const).map(registered)).toEqual([
      'at du stemmer for. Er det feil, kan du endre svaret her.',
      'at du stemmer mot. Er det feil, kan du endre svaret her.',
      'at du avstår. Er det feil, kan du endre svaret her.',
      'at du vil ta saken opp i møtet. Er det feil, kan du endre svaret her.',
    ]);
  });

  test('shows the comment, or that it is kept when it is too long for the card', () => {
    expect(linesOf(receiptCard(afterSaying(aVote(majority), ['kari', 'for', 'Bra']), 'kari'))).toContain('Bra');
    // somebody with two seats: their own comment, and the one of whoever had the other seat before
    const both = afterSaying(aVote(majority), ['kari', 'for', 'æ'.repeat(4000)], ['ola', 'for', '\\'.repeat(4000)]);
    const moved = accepted(moveSeat(both, 'seat-kari', { holderId: 'ola', holderName: 'OLA' }, 'siv', clocks));
    expectValidCard(receiptCard(moved, 'ola'));
    expect(linesOf(receiptCard(moved, 'ola'))).toContain(
      'Det du skrev, er lagret, men er for langt til å vises i dette kortet.',
    );
  });
});

describe('where a vote stands', () => {
  const played = () =>
    afterSaying(aVote(majority, { recusedSeatIds: ['seat-jens'] }), ['kari', 'for'], ['ola', 'against', 'For dyrt']);

  test('tells for, mot, avstår, and those who are inhabil, apart', () => {
    const card = roundStatusCard(played());
    const words = wordsOf(card);
    expect(words).toContain('{"title":"For","value":"1 av 3 (minst 2 trengs)"}');
    expect(words).toContain('{"title":"Mot","value":"1"}');
    expect(words).toContain('{"title":"Avstår","value":"0"}');
    expect(words).toContain('{"title":"Vil ta opp i møtet","value":"0"}');
    expect(words).toContain('{"title":"Kommentarer","value":"1"}');
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'For: KARI (kari kommune)',
        'Mot: OLA (ola kommune)',
        'Inhabile, er ikke spurt og teller ikke med: JENS (jens kommune)',
        'OLA (ola kommune), stemte mot: For dyrt',
      ]),
    );
  });

  test('offers no new version of what is asked about', () => {
    expect(buttonsOf(roundStatusCard(played())).map(({ title }) => title)).toEqual([
      'Oppdater',
      'Send påminnelse til dem som ikke har svart',
      'Registrer svar mottatt på annen måte',
      'Forleng fristen',
      'Trekk runden',
      'Om saken',
      'Send meg saken som fil',
    ]);
  });

  test('collected innspill can be fetched as one document', () => {
    const collected = roundStatusCard(ended(afterSaying(anInnspill(), ['kari', 'comment', 'Bra'])));
    expect(buttonOf(collected, 'Send meg innspillene som fil').data).toEqual({
      verb: 'file.send',
      offer: { what: 'innspill', roundId: 'round_document-1_1' },
    });
    expect(buttonsOf(roundStatusCard(anInnspill())).map(({ title }) => title)).not.toContain(
      'Send meg innspillene som fil',
    );
  });

  test('the form for an answer that came another way has the answers of this kind', () => {
    const choices = (of: Round) => {
      const input = inputsOf(registerCard(of, { typed: {}, problems: [] })).find(({ id }) => id === 'choice');
      return input && 'choices' in input ? input.choices.map(({ title }) => title) : [];
    };
    expect(choices(played())).toEqual(['Stemmer for', 'Stemmer mot', 'Avstår', 'Vil ta saken opp i møtet']);
    expect(choices(anInnspill())).toEqual(['Har innspill', 'Har ingen innspill']);
  });
});

test('the shared card shows nobody’s vote, and how many have answered', () => {
  const card = sharedCard(afterSaying(aVote(majority), ['kari', 'against', 'For dyrt']));
  expect(wordsOf(card)).toContain('1 av 4 har svart');
  expect(wordsOf(card)).not.toContain('For dyrt');
  expect(buttonOf(card, 'Les saken').data).toEqual({ verb: 'round.shared', roundId: 'round_sak-1_1', page: 0 });
});

test('the overview says what each round is for, and has the drafts of those who run rounds', () => {
  const card = overviewCard({
    waiting: [aVote(majority), anInnspill()],
    answered: [],
    running: [afterSaying(aVote(majority), ['kari', 'for'])],
    referater: [],
    drafts: [aDocument({ title: 'Et utkast' })],
    runsRounds: true,
  });
  const lines = linesOf(card).join('\n');
  expect(lines).toContain('Til vedtak: sak 12/26 Møteplan for 2027 (SSU).');
  expect(lines).toContain('Til innspill: Utkast til prosedyre (SSU).');
  expect(lines).toContain('1 stemte for, 0 stemte mot, 0 avsto, av 4 som er spurt.');
  expect(lines).toContain('Et utkast');
  expect(buttonOf(card, 'Fortsett på utkastet').data).toEqual({ verb: 'document.edit', documentId: 'document-1' });
});
