import {
  baseLayerLuminance,
  bodyFont,
  controlCornerRadius,
  fluentButton,
  fluentCheckbox,
  fluentRadio,
  fluentRadioGroup,
  fluentTextArea,
  fluentTextField,
  provideFluentDesignSystem,
  StandardLuminance,
} from '@fluentui/web-components';
import type { Host, Theme } from './host.ts';

// only what is in use: each one is read before the first page is shown
provideFluentDesignSystem().register(
  fluentButton(),
  fluentCheckbox(),
  fluentRadio(),
  fluentRadioGroup(),
  fluentTextArea(),
  fluentTextField(),
);

/** Shows the page in the host's theme, and follows when it changes. The colours themselves are in the style sheets. */
export function followTheme({ theme, onTheme }: Pick<Host, 'theme'> & Partial<Pick<Host, 'onTheme'>>): void {
  bodyFont.withDefault('"Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif');
  controlCornerRadius.withDefault(4);
  show(theme);
  onTheme?.(show);
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  baseLayerLuminance.withDefault(theme === 'default' ? StandardLuminance.LightMode : StandardLuminance.DarkMode);
}
