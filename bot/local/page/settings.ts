import { el } from './dom.ts';
import { icon } from './icon.ts';
import { Modal } from './modal.ts';
import { isOldClient, setOldClient } from './old-client.ts';
import { chooseTheme, type ThemeChoice, themeChoice } from './theme.ts';

const THEMES: Readonly<Record<ThemeChoice, string>> = {
  system: 'Som systemet',
  light: 'Lyst',
  dark: 'Mørkt',
  contrast: 'Høy kontrast',
};

/** The button that opens the settings: the theme, and how old a client the cards are shown as in. */
export function settingsButton(onOldClient: () => void): HTMLElement {
  const onclick = () => new Modal('Innstillinger').show(themes(), oldClient(onOldClient));
  const made = el('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Innstillinger',
    title: 'Innstillinger',
    onclick,
  });
  made.append(icon('settings'));
  return made;
}

function themes(): HTMLElement {
  const chosen = themeChoice();
  const choices = Object.entries(THEMES).map(([value, label]) => {
    const onchange = () => chooseTheme(value as ThemeChoice);
    const radio = el('input', { type: 'radio', name: 'theme', value, checked: value === chosen, onchange });
    return el('label', { class: 'check' }, radio, label);
  });
  return el('fieldset', {}, el('legend', {}, 'Tema'), ...choices);
}

function oldClient(onChange: () => void): HTMLElement {
  const box = el('input', { type: 'checkbox', checked: isOldClient(), 'aria-describedby': 'old-client' });
  box.addEventListener('change', () => {
    setOldClient(box.checked);
    onChange();
  });
  return el(
    'fieldset',
    {},
    el('legend', {}, 'Kort'),
    el('label', { class: 'check' }, box, 'Gammel klient: bruk Action.Submit'),
    el(
      'p',
      { class: 'quiet', id: 'old-client' },
      'Knappene sender da en melding med det samme innholdet, og svaret kommer som et nytt kort.',
    ),
  );
}
