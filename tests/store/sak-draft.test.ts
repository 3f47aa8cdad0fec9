import { describe, expect, test } from 'vitest';
import type { Sak } from '../../store/sak/record.ts';
import { sakSchema } from '../../store/sak/record.ts';
import {
  addFile,
  chooseCommittee,
  draftSak,
  handOver,
  isUntouched,
  keepTyped,
  switchForm,
  typedOf,
} from '../../store/sak/rules-draft.ts';
import { aCommittee, accepted, aSeat, hashOf, NOW, TENANT } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';

const committee = aCommittee({ seats: [aSeat('ola'), aSeat('ida', { represents: 'bruker', name: 'Ungdomsrådet' })] });
const begin = (changes: Partial<Parameters<typeof draftSak>[0]> = {}) =>
  draftSak({ id: 'sak-1', personId: 'ola', name: 'Ola Nes', committee, isChosen: true, ...changes });

describe('a sak that is begun', () => {
  test('is for the committee, and from whoever begins it, with their seat', () => {
    const sak = begin();
    expect(sakSchema.parse(sak)).toEqual(sak);
    expect(sak).toMatchObject({ status: 'draft', draftOf: 'ola', form: 'full', committeeId: 'committee-1' });
    expect(sak.typed).toEqual({ committeeId: 'committee-1', from: 'Ola Nes, ola kommune' });
    expect(sak).not.toHaveProperty('openIn');
  });

  test('is for none yet when its proposer has to choose, and says nothing of a seat', () => {
    expect(begin({ isChosen: false }).typed).toEqual({ from: 'Ola Nes' });
    expect(begin({ isChosen: false, personId: 'ida' }).form).toBe('full');
  });

  test('is the short form for those who represent users, with what is known of it', () => {
    const sak = begin({ personId: 'ida', typed: { title: 'Tittel', background: 'Tekst', proposal: 'Ønske' } });
    expect(sak.form).toBe('short');
    expect(sak.typed).toMatchObject({ what: 'Tittel\n\nTekst', wish: 'Ønske', from: 'Ola Nes, Ungdomsrådet' });
    expect(sak.typed).not.toHaveProperty('title');
  });

  test('keeps what it was made from, and whom it is already said to be from', () => {
    const source = { text: 'Hei', link: 'https://teams.example/1' };
    expect(begin({ source, typed: { from: 'UiT' } })).toMatchObject({ source, typed: { from: 'UiT' } });
    expect(begin()).not.toHaveProperty('source');
    const longest = `https://teams.example/${'x'.repeat(1978)}`;
    expect(begin({ source: { text: 'x'.repeat(70_000), link: longest } }).source).toEqual({
      text: 'x'.repeat(60_000),
      link: longest,
    });
    for (const link of [`${longest}x`, 'javascript:alert(1)', 'http://a.no', 'x https://a.no'])
      expect(begin({ source: { text: 'Hei', link } }).source).toEqual({ text: 'Hei' });
  });

  test('is untouched until something was typed', () => {
    expect(isUntouched(begin())).toBe(true);
    expect(isUntouched(begin({ source: { text: 'x' } }))).toBe(false);
    expect(isUntouched(begin({ typed: { fileId: 'x' } }))).toBe(false);
    expect(isUntouched(begin({ typed: { fileIds: 'x' } }))).toBe(false);
    expect(isUntouched(aSak({ history: [], revision: 0 }))).toBe(false);
    expect(isUntouched({ ...begin(), revision: 1 })).toBe(false);
    expect(isUntouched(accepted(keepTyped(begin(), {}, 'ola', NOW)))).toBe(false);
  });
});

describe('what was typed', () => {
  test('is kept; what the form did not send stays as it was', () => {
    const kept = accepted(keepTyped(aDraft(), { title: 'Ny tittel', to: undefined }, 'ola', NOW));
    expect(kept.typed).toEqual({ committeeId: 'committee-1', title: 'Ny tittel', from: 'Ola Nes' });
    expect(kept.history).toEqual([{ at: NOW, by: 'ola', what: 'begun' }]);
    expect(accepted(keepTyped(kept, { to: 'SSU' }, 'ola', NOW)).history).toHaveLength(1);
  });

  test('of a sak that more was asked about begins with what it says', () => {
    const kept = accepted(keepTyped(aSak({ status: 'returned' }), { answer: 'Ja' }, 'ola', NOW));
    expect(kept.typed).toMatchObject({ title: 'Overgang fra sykehus til kommune', answer: 'Ja' });
  });

  test.each([
    ['another’s', aDraft(), 'kari', 'not-your-sak'],
    ['one that was sent', aSak(), 'ola', 'sak-sent-before'],
  ] as const)('%s is left alone', (_what, sak, who, refusal) => {
    expect(keepTyped(sak, { title: 'x' }, who, NOW)).toMatchObject({ refusal });
    expect(switchForm(sak, who)).toMatchObject({ refusal });
    expect(chooseCommittee(sak, committee, who)).toMatchObject({ refusal });
    expect(addFile(sak, { fileId: 'x', as: 'attachment' }, who, NOW)).toMatchObject({ refusal });
  });
});

describe('the committee', () => {
  const other = aCommittee({ id: 'committee-2', tenantId: 'another' });

  test('is chosen, and what was wished of another one’s meetings is gone', () => {
    const draft = aDraft({ typed: { title: 'x', wishedMeetingId: 'meeting-1' } });
    const chosen = accepted(chooseCommittee(draft, other, 'ola'));
    expect(chosen).toMatchObject({ committeeId: 'committee-2', tenantId: 'another' });
    expect(chosen.typed).toEqual({ title: 'x', committeeId: 'committee-2' });
    expect(accepted(chooseCommittee(draft, { ...other, tenantId: TENANT }, 'ola')).tenantId).toBe(TENANT);
  });

  test('that is chosen first makes the form and the name what its proposer is there; later ones leave both', () => {
    const begun = begin({ isChosen: false, personId: 'ida', name: 'Ida Li', typed: { title: 'Tittel' } });
    const chosen = accepted(chooseCommittee(begun, committee, 'ida'));
    expect(chosen).toMatchObject({ form: 'short', typed: { what: 'Tittel', from: 'Ida Li, Ungdomsrådet' } });
    const full = accepted(switchForm(chosen, 'ida'));
    expect(accepted(chooseCommittee(full, committee, 'ida'))).toMatchObject({ form: 'full', typed: full.typed });
    const named = accepted(keepTyped(begun, { from: 'Ungdommens fylkesråd' }, 'ida', NOW));
    expect(accepted(chooseCommittee(named, committee, 'ida')).typed?.from).toBe('Ungdommens fylkesråd');
  });

  test('stays once it was sent, also when more is asked', () => {
    expect(chooseCommittee(aSak({ status: 'returned' }), other, 'ola')).toMatchObject({ refusal: 'sak-sent-before' });
  });
});

describe('the other form', () => {
  const swap = (sak: Sak) => accepted(switchForm(sak, 'ola'));

  test('has all that was typed into this one, there and back', () => {
    const typed = {
      title: 'Tittel',
      background: 'Først\n\nSiden',
      proposal: '1. Ja',
      to: 'SSU',
      links: 'https://a.no',
    };
    const short = swap(aDraft({ typed }));
    expect(short).toMatchObject({ form: 'short', typed: { what: 'Tittel\n\nFørst\n\nSiden', wish: '1. Ja' } });
    const full = swap(short);
    expect(full.form).toBe('full');
    expect(full.typed).toEqual(typed);
  });

  test('takes the reason along', () => {
    const short = aDraft({ form: 'short', typed: { what: 'Tittel', why: 'Fordi' } });
    expect(swap(short).typed).toEqual({ title: 'Tittel', background: 'Fordi' });
    expect(swap(aDraft({ typed: { why: 'Fordi' } })).typed).toEqual({ what: '', why: 'Fordi' });
  });
});

describe('a file', () => {
  const add = (sak: Sak, fileId: string, as: 'background' | 'attachment') => addFile(sak, { fileId, as }, 'ola', NOW);

  test('is the text, or one more vedlegg, once', () => {
    expect(accepted(add(aDraft(), 'file-1', 'background')).typed?.fileId).toBe('file-1');
    const one = accepted(add(aDraft(), 'file-1', 'attachment'));
    expect(one.typed?.fileIds).toBe('file-1');
    const two = accepted(add(one, 'file-2', 'attachment'));
    expect(two.typed?.fileIds).toBe('file-1,file-2');
    expect(accepted(add(two, 'file-1', 'attachment')).typed?.fileIds).toBe('file-1,file-2');
  });

  test('is not taken where there are as many as a sak may have', () => {
    const fileIds = Array.from({ length: 20 }, (_, n) => `file-${n}`).join(',');
    const full = aDraft({ typed: { fileIds } });
    expect(add(full, 'one-more', 'attachment')).toMatchObject({ refusal: 'sak-too-many-files' });
    expect(add(full, 'file-3', 'attachment').ok).toBe(true);
    expect(add(full, 'one-more', 'background').ok).toBe(true);
    const almost = aDraft({ typed: { fileIds: fileIds.replace('file-0,', '') } });
    expect(add(almost, 'one-more', 'attachment').ok).toBe(true);
  });
});

describe('the form of a sak that was sent', () => {
  test('shows what it says', () => {
    const sak = aSak({
      to: 'SSU',
      outsider: true,
      backgroundFileId: 'file-1',
      wishedMeetingId: 'meeting-1',
      type: 'beslutning',
      proposal: ['Ja', 'Nei'],
      background: 'Tekst',
      attachments: [
        { kind: 'link', url: 'https://a.no/', name: 'https://a.no/' },
        { kind: 'link', url: 'https://b.no/', name: 'Rapport' },
        { kind: 'file', fileId: 'file-2', name: 'x.pdf', sha256: hashOf('x'), bytes: 1 },
        { kind: 'file', fileId: 'file-3', name: 'y.pdf', sha256: hashOf('y'), bytes: 1 },
      ],
    });
    expect(typedOf(sak)).toEqual({
      committeeId: 'committee-1',
      title: 'Overgang fra sykehus til kommune',
      from: 'Ola Nes, ola kommune',
      outsider: 'ja',
      to: 'SSU',
      background: 'Tekst',
      fileId: 'file-1',
      proposal: '1. Ja\n2. Nei',
      wishedMeetingId: 'meeting-1',
      type: 'beslutning',
      links: 'https://a.no/\nRapport https://b.no/',
      fileIds: 'file-2,file-3',
    });
  });

  test('shows it as three questions when it was made of them', () => {
    const shown = typedOf(aSak({ form: 'short', title: 'Tittel', background: 'Tekst', proposal: [] }));
    expect(shown).toMatchObject({ what: 'Tittel\n\nTekst' });
    expect(shown).not.toHaveProperty('title');
    expect(shown).not.toHaveProperty('to');
  });
});

describe('a sak whose proposer turns out to be somebody who is known already', () => {
  test('is theirs, a draft among what they have begun and one that was sent not', () => {
    expect(handOver(begin(), 'ola', 'ola-2')).toEqual({
      ok: true,
      value: { ...begin(), proposedBy: 'ola-2', draftOf: 'ola-2' },
    });
    const { draftOf: _none, ...sent } = aSak({ proposedBy: 'ola' });
    expect(handOver(sent, 'ola', 'ola-2')).toStrictEqual({ ok: true, value: { ...sent, proposedBy: 'ola-2' } });
  });

  test('is not taken from anybody else', () => {
    expect(handOver(begin(), 'ida', 'ola-2')).toEqual({ ok: false, refusal: 'not-your-sak' });
  });
});
