import type { Sak } from '../store/sak/record.ts';
import { typedOf } from '../store/sak/rules-draft.ts';
import type { TypedSak } from '../store/sak/typed.ts';
import { type Element, type Input, paragraph, prefilled } from './elements.ts';
import { bytesOf } from './size.ts';
import { sakText } from './text/sak.ts';

/** What all texts of the form together may take of a message: the rest is for choices, buttons and problems. */
const TEXT_BYTES = 14 * 1024;

type Field = {
  readonly id: keyof TypedSak;
  readonly label: string;
  readonly placeholder?: string;
  readonly isMultiline?: true;
};

const title: Field = { id: 'title', label: sakText.title };
const from: Field = { id: 'from', label: sakText.from, placeholder: sakText.fromHint };
const to: Field = { id: 'to', label: sakText.to };
const area = (id: keyof TypedSak, label: string, placeholder?: string): Field => ({
  id,
  label,
  isMultiline: true,
  ...(placeholder && { placeholder }),
});
const background = area('background', sakText.background, sakText.backgroundHint);
const proposal = area('proposal', sakText.proposal, sakText.proposalHint);
const links = area('links', sakText.links, sakText.linksHint);
const answer = area('answer', sakText.answer);

const full = { before: [title, from], main: [to, background, proposal], after: [links] };
const short = {
  before: [area('what', sakText.what, sakText.whatHint), area('why', sakText.why), area('wish', sakText.wish)],
  main: [from],
  after: [],
};

/** The text fields of the form in their groups; what was asked is answered first. */
export function fieldsOf(sak: Pick<Sak, 'form' | 'status'>) {
  const form: { readonly before: readonly Field[]; readonly main: readonly Field[]; readonly after: readonly Field[] } =
    sak.form === 'short' ? short : full;
  return sak.status === 'returned' ? { ...form, before: [answer, ...form.before] } : form;
}

/** The fields whose text the form has no room for, the longest first: they are kept without standing in it. */
export function fieldsWithoutRoom(sak: Pick<Sak, 'form' | 'status' | 'typed'> & Sak): readonly (keyof TypedSak)[] {
  const typed = typedOf(sak);
  const { before, main, after } = fieldsOf(sak);
  const sized = [...before, ...main, ...after]
    // a text that is read from a file does not stand in the form
    .filter(({ id }) => id !== 'background' || !typed.fileId)
    .map(({ id }) => ({ id, bytes: bytesOf(typed[id] ?? '') }))
    .toSorted((a, b) => a.bytes - b.bytes);
  let used = 0;
  return sized
    .filter(({ bytes }) => {
      used += bytes;
      return used > TEXT_BYTES;
    })
    .map(({ id }) => id);
}

/** A field with what was typed, or the word that it is kept. */
export function fieldInput(field: Field, typed: TypedSak, withoutRoom: readonly string[]): Element {
  const text = typed[field.id];
  if (withoutRoom.includes(field.id)) return paragraph(sakText.keptText(field.label, text?.length ?? 0));
  const input: Input = { type: 'Input.Text', ...field, ...prefilled(text) };
  return input;
}
