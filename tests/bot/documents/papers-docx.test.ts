import { expect, test } from 'vitest';
import { papersDocx } from '../../../bot/documents/papers-docx.ts';
import { anAcceptedSak, aSentMeeting, numbersOf } from '../../support/agendas.ts';
import { strictText } from '../../support/docx.ts';
import { aCommittee } from '../../support/records.ts';

const open = anAcceptedSak('a', {
  title: 'Behov for stillinger',
  background: 'Innledning.\n\nSted | Antall\nNord | 4\nSør | 2',
  proposal: ['SSU tar saken til etterretning.', 'Saken følges opp.'],
  attachments: [{ kind: 'link', url: 'https://www.eksempel.no/plan', name: 'Plan' }],
});
const closed = anAcceptedSak('b', { title: 'Jury for prisen', background: 'Hemmelig begrunnelse.', closed: true });
const saker = [open, closed];

test('the papers of a meeting hold every sak that the reader may see in full, and of a closed one that it is closed', async () => {
  const papers = { meeting: aSentMeeting(saker), committee: aCommittee(), saker, numberOf: numbersOf(saker) };
  const forAll = await strictText(await papersDocx({ ...papers, maySee: (sak) => !sak.closed }));
  for (const words of ['Behov for stillinger', 'Innledning.', 'Nord', '4', 'SSU tar saken til etterretning.', 'Plan'])
    expect(forAll).toContain(words);
  expect(forAll).toContain('Lukket sak');
  expect(forAll).not.toContain('Jury for prisen');
  expect(forAll).not.toContain('Hemmelig begrunnelse.');
  const forVoters = await strictText(await papersDocx({ ...papers, maySee: () => true }));
  expect(forVoters).toContain('Hemmelig begrunnelse.');
});
