/** An empty place in the page: whoever drew there before is gone. */
export function stage(root: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  root.replaceChildren(made);
  root.removeAttribute('aria-busy');
  return made;
}
