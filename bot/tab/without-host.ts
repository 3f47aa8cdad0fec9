import { render } from 'lit-html';
import { trouble } from './shell.ts';
import { stage } from './stage.ts';
import { troubleOf } from './trouble.ts';

/** Why the tab does not even begin, with a way to try again. */
export function showWithoutHost(root: HTMLElement, error: unknown, again: () => void): void {
  const main = document.createElement('main');
  main.className = 'page';
  stage(root).append(main);
  render(trouble(troubleOf(error), { reload: async () => again() }), main);
}
