import { keepPreference, preference } from './preferences.ts';

const THEMES = ['light', 'dark', 'contrast'] as const;
type Theme = (typeof THEMES)[number];
/** One of Teams' themes, or whichever fits the system. */
export type ThemeChoice = 'system' | Theme;

const NAME = 'theme';
const forced = window.matchMedia('(forced-colors: active)');
const more = window.matchMedia('(prefers-contrast: more)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function themeChoice(): ThemeChoice {
  const kept = preference(NAME);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Shows the page in this theme, now and the next time. */
export function chooseTheme(choice: ThemeChoice): void {
  keepPreference(NAME, choice);
  show(choice);
}

/** Shows the page in the theme that was chosen last, and follows the system where none was. */
export function followTheme(): void {
  show(themeChoice());
  for (const query of [forced, more, dark]) query.addEventListener('change', () => show(themeChoice()));
}

function show(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = choice === 'system' ? ofSystem() : choice;
}

function ofSystem(): Theme {
  if (forced.matches || more.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}
