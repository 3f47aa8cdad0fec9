import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { notice } from '../../cards/text/notices.ts';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { aPlanRoom, PLAN, type PlanRoom } from '../support/plan-room.ts';
import { aPlanXlsx } from '../support/plan-tables.ts';

let room: PlanRoom;
beforeEach(async () => {
  room = await aPlanRoom();
  await room.deps.persons.collection.insert(inChat('ny'));
});
afterEach(() => room.end());

const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);
const membersIn = (card: Card) => inputsOf(card).find(({ id }) => id === 'members')?.value;
const LIST = `Navn;E-post;Rolle;Representerer;Vara for;Telefon
ny;ny@x.no;sekretariat;;;1
Anne Vik;anne@x.no;leder;Storvik kommune;;2
Per Øy;per@x.no;;;Anne Vik;3
`;
const BEGUN = 'Bruk i oppsettet jeg har begynt på';

describe('a list of members that is dropped by somebody who sets up a committee', () => {
  beforeEach(async () => {
    await room.card('ny', { verb: 'setup.start' });
  });

  test('is told of as it was understood, and becomes a committee with its varas', async () => {
    const card = await room.drop('ny', 'Medlemmer.csv', Buffer.from(LIST, 'latin1'));
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'Jeg leser dette som en medlemsliste: 3 rader, med kolonnene «Navn», «E-post», «Rolle», «Representerer», «Vara for».',
        'Ikke brukt: «Telefon».',
      ]),
    );
    expect(titles(card)).toEqual([BEGUN]);
    const form = await room.click('ny', card, BEGUN);
    expect(membersIn(form)?.split('\n')).toHaveLength(4);
    expect(wordsOf(form)).not.toContain('Rett dette først');
    const preview = await room.click('ny', form, 'Forhåndsvis', { name: 'Arbeidsgruppe', shortName: 'AG' });
    expect(linesOf(preview)).toContain('Storvik kommune (kommune): Anne Vik, leder. Stemmeberettiget. Vara: Per Øy.');
    const made = await room.click('ny', preview, 'Opprett utvalget');
    expect(linesOf(made).join('\n')).toContain(
      'Anne Vik, leder (ikke koblet til Teams ennå). Stemmeberettiget. Vara: Per Øy.',
    );
    const [committee] = (await room.deps.committees.of((await room.deps.persons.collection.get('ny'))?.id ?? '')) ?? [];
    expect(committee?.seats.map(({ name, varas }) => [name, varas?.map((vara) => vara.name)])).toEqual([
      ['Storvik kommune', ['Per Øy']],
    ]);
    expect(committee?.varaIds).toHaveLength(1);
  });

  test('with something wrong in it says what, in which row, and nothing is set up', async () => {
    const odd = LIST.replace('leder', 'sjef').replace('per@x.no', 'per').replace('Anne Vik;3', 'Ida;3');
    const form = await room.click('ny', await room.drop('ny', 'Medlemmer.csv', odd), BEGUN);
    expect(linesOf(form).slice(1, 5)).toEqual([
      'Rett dette først:',
      expect.stringMatching(/^Linje 3: Rollen er ukjent/),
      'Linje 4: E-postadressen er ikke gyldig.',
      expect.stringMatching(/^Linje 4: Plassen eller medlemmet/),
    ]);
    expect(membersIn(form)).toContain('Anne Vik; anne@x.no; sjef; Storvik kommune');
    expect(await room.deps.committees.of('ny')).toEqual([]);
  });

  test('that has no headings is not kept, and says which it needs', async () => {
    const card = await room.drop('ny', 'Medlemmer.csv', 'Kari;k@x.no;leder;Storvik\nOla;o@x.no;;Havnes\n');
    expect(wordsOf(card)).toContain('Er det en medlemsliste, må én av radene være overskrifter');
    expect(buttonsOf(card)).toEqual([]);
  });

  test('is the first of several in a workbook, and says that the others are not read', async () => {
    const [heading, siv, vara] = [
      ['Navn', 'E-post', 'Rolle'],
      ['Siv', 's@x.no', 'leder'],
      ['Per', 'p@x.no', 'vara'],
    ];
    const more = 'Filen har flere medlemslister. Bare den første er lest.';
    const two = await room.drop('ny', 'To.xlsx', aPlanXlsx({ Medlemmer: [heading, siv], Varaer: [heading, vara] }));
    expect(wordsOf(two)).toContain('1 rad');
    expect(wordsOf(two)).toContain(more);
    const form = await room.click('ny', two, BEGUN);
    expect(membersIn(form)).not.toContain('Per');
    const empty = await room.drop('ny', 'En.xlsx', aPlanXlsx({ Tomt: [], Medlemmer: [heading, siv], Mal: [heading] }));
    expect(wordsOf(empty)).toContain('1 rad');
    expect(wordsOf(empty)).not.toContain(more);
  });

  test('of thousands is too long for a committee, and what was typed before stays', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Navn ${n};n${n}@x.no;medlem;Kommune ${n}`);
    const card = await room.drop('ny', 'L.csv', `Navn;E-post;Rolle;Representerer\n${rows.join('\n')}\n`);
    expect(wordsOf(await room.click('ny', card, BEGUN))).toContain(notice('member-list-long'));
    const [setup] = await room.deps.setups.openOf('ny');
    expect(setup?.typed.members ?? '').not.toContain('Navn 1');
  });

  test('is offered as a sheet to fill in, which is read as the same again', async () => {
    const begun = await room.card('ny', { verb: 'setup.start' });
    const form = await room.click('ny', begun, 'Forhåndsvis', { members: LIST });
    await room.press('ny', buttonsOf(form).find(({ title }) => title === 'Last ned listen som Excel-fil')?.data ?? {});
    await room.deliver();
    const [offer] = room.offers('ny');
    if (offer === undefined) throw new Error('nothing was offered');
    const card = await room.drop('ny', 'Medlemmer.xlsx', await room.take('ny', offer));
    expect(linesOf(card).join('\n')).toContain('medlemsliste: 3 rader');
    const again = await room.click('ny', card, BEGUN);
    expect(membersIn(again)?.split('\n').slice(1)).toEqual([
      'ny; ny@x.no; sekretariat',
      'Anne Vik; anne@x.no; leder; Storvik kommune',
      'Per Øy; per@x.no; ; ; Anne Vik',
    ]);
  });

  test('is theirs alone, for a form of their own', async () => {
    const card = await room.drop('ny', 'Medlemmer.csv', LIST);
    const [use] = buttonsOf(card);
    expect(wordsOf(await room.card('siv', use?.data ?? {}))).toContain(notice('not-for-you'));
    const theirs = await room.drop('siv', 'Medlemmer.csv', LIST);
    const [mine] = buttonsOf(theirs);
    const [setup] = await room.deps.setups.openOf('ny');
    expect(wordsOf(await room.card('siv', { ...mine?.data, committeeId: undefined, setupId: setup?.id }))).toContain(
      notice('not-your-form'),
    );
  });
});

describe('a list of members that is dropped by whoever runs a committee', () => {
  const SSU = 'Bruk for medlemmene i SSU';

  test('is the difference from those who are there, and nothing is changed before it is saved', async () => {
    const list = aPlanXlsx({
      Liste: [
        ['Namn', 'E-post', 'Rolle', 'Representerar', 'Varamedlem for'],
        ['kari', '', 'leiar', 'kari kommune', ''],
        ['siv', '', 'sekretær', '', ''],
        ['Tor Vik', 'tor@x.no', '', '', 'kari'],
      ],
    });
    const card = await room.drop('siv', 'Liste.xlsx', list);
    expect(titles(card)).toEqual(expect.arrayContaining([SSU, 'Sett opp et nytt utvalg med listen']));
    const preview = await room.click('siv', card, SSU);
    expect(linesOf(preview)).toEqual(expect.arrayContaining(['Ny vara: kari kommune (kommune), Tor Vik']));
    const seatOf = async () =>
      (await room.deps.committees.collection.get('committee-1'))?.seats.find(({ name }) => name === 'kari kommune');
    expect((await seatOf())?.varas).toBeUndefined();
    await room.click('siv', preview, 'Lagre endringene');
    expect((await seatOf())?.varas).toMatchObject([{ name: 'Tor Vik' }]);
  });

  test('may be for a new committee', async () => {
    const form = await room.click('siv', await room.drop('siv', 'L.csv', LIST), 'Sett opp et nytt utvalg med listen');
    expect(linesOf(form)[0]).toBe('Sett opp utvalg');
    expect(membersIn(form)).toContain('Anne Vik');
  });

  test('is a list and no plan by most of its columns, and the other way round', async () => {
    const list = await room.drop('siv', 'L.csv', 'Navn;E-post;Rolle;Oppgave;Status\nKari;k@x.no;leder;Møte;Ny\n');
    expect(titles(list)).toContain(SSU);
    expect(wordsOf(list)).not.toContain('Les inn som handlingsplan');
    const plan = await room.drop('siv', 'P.csv', `${PLAN.replace('nar;status', 'nar;status;navn;part')}`);
    expect(titles(plan)).toContain('Les inn som handlingsplan (5 rader)');
    expect(wordsOf(plan)).not.toContain('medlemsliste');
  });
});

test('a list of members of somebody who sets up nothing is not taken', async () => {
  expect(wordsOf(await room.drop('ny', 'Medlemmer.csv', LIST))).toContain(notice('file-for-others'));
});
