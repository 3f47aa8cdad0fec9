import { describe, expect, test } from 'vitest';
import { meetingApprovalCard, publishCard, referatCard, referatPreviewCard } from '../../cards/referat-status.ts';
import { roundProblemText } from '../../cards/text/problems.ts';
import { agendaSentence, approvalText } from '../../cards/text/referat.ts';
import type { CommitteeSettings } from '../../store/committee/record.ts';
import { newest, type Referat } from '../../store/referat/record.ts';
import { approveInMeeting, followRound, registerPublished } from '../../store/referat/rules.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf } from '../support/cards.ts';
import { aCommittee, accepted, aReferat, aRound, DEADLINE, hashOf, NOW } from '../support/records.ts';

const committee = aCommittee();
const by = { personId: 'siv', now: new Date('2026-03-12T09:00:00Z') };
const followed = (status: ReturnType<typeof aRound>['status']) =>
  accepted(followRound(aReferat(), aRound({ version: 1, status, closedAt: DEADLINE }), NOW));
const approved = followed('approved');
const inMeeting = accepted(
  approveInMeeting(aReferat(), { on: '2026-03-11', sak: '2/26', vedtak: 'Referatet bekreftes godkjent.' }, by),
);
const published = (referat: Referat, where?: string) => accepted(registerPublished(referat, where, by));
const withSettings = (settings: Partial<CommitteeSettings>) =>
  aCommittee({ settings: { ...committee.settings, ...settings } });
const shown = (referat: Referat, of = committee, problem?: string) => {
  const card = referatCard(referat, of, problem);
  expectValidCard(card);
  return card;
};
const titles = (referat: Referat) => buttonsOf(shown(referat)).map(({ title }) => title);

describe('the preview', () => {
  const choices = { approvalRule: { kind: 'everyone' }, askedGroup: 'voting' } as const;
  type Preview = Parameters<typeof referatPreviewCard>[1];
  const preview = (referat = aReferat(), overrides: Partial<Preview> = {}) => {
    const card = referatPreviewCard(referat, { committee, choices, asked: 2, ...overrides });
    expectValidCard(card);
    return card;
  };

  test('says to how many, until when and by which rule, and sends just the revision it shows', () => {
    const card = preview(aReferat({ revision: 3 }));
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'Utvalg: Strategisk samarbeidsutvalg',
        'Møtedato: 26.02.26',
        'Svarfrist: mandag 9. mars 2026 kl. 15.00',
        'Sendes til: 2 medlemmer',
        'Spørres: Alle stemmeberettigede medlemmer',
        'Én sak.',
        'Sak 1: Innkalling og dagsorden er godkjent.',
      ]),
    );
    expect(linesOf(card).join()).not.toContain('fridag');
    expect(buttonOf(card, 'Send på e-postrunde').data).toEqual({
      verb: 'round.open',
      referatId: 'referat-1',
      revision: 3,
    });
  });

  test('says so when the deadline was moved off a day off, and when something is wrong', () => {
    const lines = linesOf(preview(aReferat(), { moved: true, problem: 'deadline-passed' }));
    expect(lines).toContain('Fristen du valgte, faller på en fridag. Den er flyttet til neste arbeidsdag.');
    expect(lines).toContain('Svarfristen er passert. Velg en ny frist.');
  });

  test('says that the choices of a first round stay, and that nothing can be sent without any', () => {
    expect(linesOf(preview(aReferat({ choices }))).join()).toContain('gjelder for utvalget når runden er sendt');
    expect(linesOf(preview(aReferat(), { choices: undefined, asked: 1 }))).toEqual(
      expect.arrayContaining([
        'Sendes til: 1 medlem',
        'Regel: Utvalget har ikke valgt hvordan referater godkjennes. Valget må gjøres før en e-postrunde kan starte.',
      ]),
    );
  });

  test('a long text is paged, with the summary on the first page', () => {
    const text = Array.from({ length: 1000 }, (_, n) => `Avsnitt ${n} ${'ord '.repeat(40)}`).join('\n\n');
    const referat = aReferat({ versions: [{ ...newest(aReferat()), text, hash: hashOf(text) }] });
    expect(buttonOf(preview(referat), 'Neste side').data).toEqual({
      verb: 'referat.page',
      referatId: 'referat-1',
      page: 1,
    });
    expect(linesOf(preview(referat, { page: 1 }))).not.toContain('Én sak.');
  });
});

describe('a referat, in each of its states', () => {
  test.each([
    [
      'a draft',
      aReferat(),
      'Utkast',
      ['Endre', 'Godkjenn i neste møte', 'Godkjent i møtet', 'Send meg referatet som fil'],
    ],
    ['on its round', followed('open'), 'På e-postrunde', ['Om e-postrunden', 'Send meg referatet som fil']],
    [
      'undecided',
      followed('undecided'),
      'Ikke avgjort',
      ['Om e-postrunden', 'Godkjenn i neste møte', 'Godkjent i møtet', 'Send meg referatet som fil'],
    ],
  ] as const)(
    '%s: how far it has come, what can be done, and that it cannot be published',
    (_what, referat, state, buttons) => {
      const lines = linesOf(shown(referat));
      expect(lines).toContain(`Status: ${state}`);
      expect(lines).toContain('Referatet er ikke godkjent, og kan ikke registreres som publisert.');
      // what was not decided is reported as that; the others are nobody's news yet
      expect(lines.join().includes('er ikke godkjent ennå.')).toBe(state === 'Ikke avgjort');
      expect(titles(referat)).toEqual(buttons);
    },
  );

  test('the sentence for the next agenda is there once the round is over, also when it was not decided', () => {
    expect(linesOf(shown(followed('undecided')))).toContain('Referatet fra møtet 26.02.26 er ikke godkjent ennå.');
    for (const early of [aReferat(), followed('open')])
      expect(linesOf(shown(early)).join()).not.toContain('Til neste saksliste');
  });

  test('approved by a round: when, the sentence for the next agenda, and the receipt', () => {
    const lines = linesOf(shown(approved));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Status: Godkjent',
        'Godkjenning: Godkjent via e-postrunde 09.03.26 kl. 15.00.',
        'Til neste saksliste (kan kopieres):',
        'Referatet fra møtet 26.02.26 er godkjent via e-postrunde.',
      ]),
    );
    expect(lines.join()).not.toContain('kan ikke registreres');
    expect(titles(approved)).toEqual([
      'Registrer som publisert',
      'Om e-postrunden',
      'Send meg referatet som fil',
      'Send meg kvitteringen',
      'Kvittering for systemer (JSON)',
    ]);
  });

  test('approved in a meeting: its day, sak and vedtak, and no receipt', () => {
    expect(linesOf(shown(inMeeting))).toEqual(
      expect.arrayContaining([
        'Godkjenning: Godkjent i møtet 11.03.26, sak 2/26. Vedtak: Referatet bekreftes godkjent.',
        'Referatet fra møtet 26.02.26 er godkjent i møtet 11.03.26.',
      ]),
    );
    expect(titles(inMeeting)).toEqual(['Registrer som publisert', 'Send meg referatet som fil']);
  });

  test('published: where and when, in the sentence too', () => {
    const card = shown(published(approved, 'www.helsefellesskapet.no'));
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'Status: Godkjent og publisert',
        'Publisert: 12.03.26 kl. 10.00, www.helsefellesskapet.no',
        'Referatet fra møtet 26.02.26 er godkjent via e-postrunde, og publisert på www.helsefellesskapet.no.',
      ]),
    );
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Registrer som publisert');
  });

  test('the file is that of the text that counts, and why something could not be done is said', () => {
    const card = shown(approved, committee, 'already-published');
    expect(linesOf(card)).toContain('Referatet er allerede registrert som publisert.');
    expect(buttonOf(card, 'Send meg referatet som fil').data).toMatchObject({ offer: { hash: newest(approved).hash } });
  });

  test('the longest vedtak, title and address fit one card, as they were written', () => {
    const long = { ...inMeeting, title: '*'.repeat(200) };
    const approval = {
      ...inMeeting.approval,
      how: 'meeting',
      on: '2026-03-11',
      sak: '_'.repeat(100),
      vedtak: '<'.repeat(1000),
      at: NOW,
      by: 'siv',
    } as const;
    shown({ ...published({ ...long, approval }, '['.repeat(500)) });
  });
});

describe('the sentence for the next agenda', () => {
  test.each([
    ['is not approved yet', followed('open'), {}, 'Referatet fra møtet 26.02.26 er ikke godkjent ennå.'],
    [
      'says «elektronisk» where the committee says so',
      approved,
      { approvedBy: 'elektronisk' },
      'Referatet fra møtet 26.02.26 er godkjent elektronisk.',
    ],
    [
      'says only that it is published when nobody said where',
      published(approved),
      {},
      'Referatet fra møtet 26.02.26 er godkjent via e-postrunde, og publisert.',
    ],
    [
      'says the committee’s own place',
      published(approved),
      { publishedAt: 'utvalgets side' },
      'Referatet fra møtet 26.02.26 er godkjent via e-postrunde, og publisert på utvalgets side.',
    ],
    [
      'says where it was published before the committee’s own place',
      published(inMeeting, 'Fastlegenytt'),
      { publishedAt: 'utvalgets side' },
      'Referatet fra møtet 26.02.26 er godkjent i møtet 11.03.26, og publisert på Fastlegenytt.',
    ],
  ] as const)('%s', (_what, referat, settings, sentence) => {
    expect(agendaSentence(referat, withSettings(settings))).toBe(sentence);
  });

  test('how it was approved is said in the committee’s own word, and not at all before', () => {
    expect(approvalText(approved, 'elektronisk')).toBe('Godkjent elektronisk 09.03.26 kl. 15.00.');
    expect(approvalText(aReferat())).toBeUndefined();
    const bare = accepted(approveInMeeting(aReferat(), { on: '2026-03-11', sak: 'Sak 02/26' }, by));
    expect(approvalText(bare)).toBe('Godkjent i møtet 11.03.26, Sak 02/26.');
  });
});

describe('the small forms', () => {
  test('«Godkjent i møtet» asks when, and may be told which sak and which vedtak', () => {
    const card = meetingApprovalCard(aReferat(), { typed: {}, problems: [] });
    expectValidCard(card);
    expect(inputsOf(card).map(({ id, isRequired }) => [id, isRequired])).toEqual([
      ['on', true],
      ['sak', undefined],
      ['vedtak', undefined],
    ]);
    expect(buttonOf(card, 'Avbryt').data).toEqual({ verb: 'referat.show', referatId: 'referat-1' });
  });

  test('keeps what was typed, and says what is wrong', () => {
    const typed = { on: '2026-03-11', sak: '2/26', vedtak: 'Godkjent' };
    const card = meetingApprovalCard(aReferat(), { typed, problems: ['meeting-day', 'on-round'] });
    expectValidCard(card);
    expect(Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]))).toEqual(typed);
    expect(linesOf(card)).toContain(
      `Rett dette først: ${roundProblemText['meeting-day']} ${roundProblemText['on-round']}`,
    );
  });

  test('publication proposes the committee’s own place, and keeps another one', () => {
    const where = (typed: Record<string, string>, problems: readonly string[] = []) => {
      const card = publishCard(approved, withSettings({ publishedAt: 'www.helsefellesskapet.no' }), {
        typed,
        problems,
      });
      expectValidCard(card);
      return inputsOf(card)[0]?.value;
    };
    expect(where({})).toBe('www.helsefellesskapet.no');
    expect(where({ where: 'Fastlegenytt' }, ['where-too-long'])).toBe('Fastlegenytt');
    expect(where({ where: '' })).toBeUndefined();
  });

  test.each(Object.entries(roundProblemText))('the problem «%s» is a whole sentence', (problem, text) => {
    expect(text).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(linesOf(meetingApprovalCard(aReferat(), { typed: {}, problems: [problem] }))).toContain(
      `Rett dette først: ${text}`,
    );
  });
});
