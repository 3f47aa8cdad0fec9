import type { Card, Element, Execute } from './elements.ts';

/**
 * A form whose buttons say which inputs it has: Adaptive Cards leave out of an answer what nothing stands in, and a form
 * that keeps what it has no room for could not tell that from what was emptied.
 */
export function emptiable(form: Card): Card {
  const shown = form.body.flatMap(inputsIn).join(',');
  const saying = (action: Execute): Execute => {
    if (action.associatedInputs === 'none') return action;
    const data = { ...action.data, shown };
    return { ...action, data, fallback: { ...action.fallback, data } };
  };
  const marked = (element: Element): Element => {
    if (element.type === 'ActionSet') return { ...element, actions: element.actions.map(saying) };
    return element.type === 'Container' ? { ...element, items: element.items.map(marked) } : element;
  };
  return { ...form, body: form.body.map(marked) };
}

function inputsIn(element: Element): readonly string[] {
  if (element.type === 'Container') return element.items.flatMap(inputsIn);
  return 'id' in element && element.type.startsWith('Input.') ? [element.id] : [];
}
