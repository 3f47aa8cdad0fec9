import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardAction } from '../../cards/actions.ts';
import { button, buttons, card } from '../../cards/elements.ts';
import { likenessOf } from '../../store/sak/rules-likeness.ts';
import { aProposing, fsu, type Proposing, textOf } from '../support/proposing.ts';
import { aCommittee, aFile, hashOf, TENANT } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';

let bot: Proposing;
beforeEach(async () => {
  bot = await aProposing();
});
afterEach(() => bot.end());

/** What somebody gets who sends what none of their cards holds. */
const send = async (personId: string, action: CardAction) =>
  textOf((await bot.press(personId, card(buttons(button('Trykk', action))), 'Trykk')).card);
const like = {
  id: 'sak-fsu',
  committeeId: fsu.id,
  openIn: fsu.id,
  title: 'Overgang sykehus',
  proposedBy: 'eva',
  likeness: likenessOf('Overgang sykehus kommune', TENANT),
};
const mine = { likeness: likenessOf('Overgang sykehus kommune', TENANT), similarTo: ['sak-fsu'] };

test('a sak that more is asked about is written on by its proposer alone, whoever may read it', async () => {
  await bot.deps.saker.collection.insert(aSak({ status: 'returned', typed: { title: 'Under arbeid' } }));
  for (const verb of ['sak.edit', 'sak.committees', 'sak.page', 'sak.preview'] as const)
    expect(await send('lise', { verb, sakId: 'sak-1' }), verb).toBe(
      'Denne saken tilhører en annen. Skriv «meld sak» for å melde din egen.',
    );
});

test('a sak that was sent stays with its committee', async () => {
  await bot.deps.saker.collection.insert(aSak({ status: 'returned' }));
  expect(await send('ola', { verb: 'sak.committees', sakId: 'sak-1' })).toContain('Saken er allerede sendt inn.');
  const chosen = await send('ola', { verb: 'sak.choose', sakId: 'sak-1', committeeId: fsu.id });
  expect(chosen).toContain('Saken er allerede sendt inn.');
});

test('a committee of another organisation is not proposed to', async () => {
  const foreign = aCommittee({ id: 'committee-9', tenantId: 'another', people: ['kari'] });
  await bot.deps.committees.collection.insert(foreign);
  await bot.deps.saker.collection.insert(aDraft());
  const refused = await send('ola', { verb: 'sak.choose', sakId: 'sak-1', committeeId: 'committee-9' });
  expect(refused).toContain('Du kan melde sak til utvalgene i din egen organisasjon');
});

test('which committee a sak is for is chosen, and not typed', async () => {
  await bot.deps.saker.collection.insert(aDraft());
  const kept = await send('ola', { verb: 'sak.keep', sakId: 'sak-1', committeeId: fsu.id, title: 'Ny' });
  expect(kept).toContain('Meld sak til SSU');
  expect(await bot.deps.saker.collection.get('sak-1')).toMatchObject({
    committeeId: 'committee-1',
    typed: { committeeId: 'committee-1', title: 'Ny' },
  });
});

test('a file of another is not attached, whatever the form names', async () => {
  await bot.deps.files.collection.insert(aFile({ id: 'file-1', by: 'kari', name: 'Hemmelig.pdf' }));
  const typed = { title: 'Ny sak', from: 'Ola', fileIds: 'file-1', fileId: 'file-1' };
  await bot.deps.saker.collection.insert(aDraft());
  await send('ola', { verb: 'sak.preview', sakId: 'sak-1', ...typed });
  expect(await bot.deps.saker.collection.get('sak-1')).toMatchObject({ title: 'Ny sak', attachments: [] });
});

test('a file is sent with a sak that it belongs to, to those who may read it then', async () => {
  const attached = { kind: 'file', fileId: 'file-1', name: 'a.pdf', sha256: hashOf('a'), bytes: 1 } as const;
  for (const id of ['file-1', 'file-2']) await bot.deps.files.collection.insert(aFile({ id, by: 'ola' }));
  const sak = aSak({ attachments: [attached] });
  await bot.deps.saker.collection.insert(sak);
  const offers = () => bot.teams.requests.filter(({ kind }) => kind === 'offer');
  const file = (fileId: string): CardAction => ({
    verb: 'file.send',
    offer: { what: 'attachment', sakId: 'sak-1', fileId },
  });
  expect(await send('lise', file('file-2'))).toContain('finnes ikke lenger');
  await send('per', file('file-1'));
  await bot.deps.saker.collection.replace({ ...sak, closed: true, version: 1 }, 0);
  await bot.deliver();
  expect(offers()).toEqual([]);
  await send('lise', file('file-1'));
  await bot.deliver();
  expect(offers()).toHaveLength(1);
});

test('a sak that looks like one is shown to those who run the agenda, while it does and is open', async () => {
  await bot.deps.saker.collection.insert(aSak(mine));
  await bot.deps.saker.collection.insert(aSak(like));
  const show = { verb: 'sak.show', sakId: 'sak-1' } as const;
  expect(await send('lise', show)).toContain('Ligner på en sak i FSU BU');
  expect(await send('kari', show)).not.toContain('Ligner på');
  await bot.deps.saker.collection.replace({ ...aSak(like), closed: true, version: 1 }, 0);
  expect(await send('lise', show)).not.toContain('Ligner på');
  const other = { ...aSak(like), likeness: likenessOf('Hospitering', TENANT), version: 2 };
  await bot.deps.saker.collection.replace(other, 1);
  expect(await send('lise', show)).not.toContain('Ligner på');
});

test('what was not pointed out is not shown as similar', async () => {
  await bot.deps.saker.collection.insert(aSak());
  await bot.deps.saker.collection.insert(aSak(like));
  const shown = await send('lise', { verb: 'sak.similar', sakId: 'sak-1', otherId: 'sak-fsu' });
  expect(shown).toBe('Saken er bare for dem som er med i utvalget.');
});
