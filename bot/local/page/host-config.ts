import { HostConfig } from 'adaptivecards';

/** Colours come from the theme's style sheet, so that a card follows when the theme is changed. */
const color = (name: string, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` });
const foregroundColors = {
  default: color('text', 'quiet'),
  dark: color('text', 'quiet'),
  light: color('quiet'),
  accent: color('card-accent-text'),
  good: color('card-good-text'),
  warning: color('card-warning-text'),
  attention: color('card-attention-text'),
};
const container = (name: string) => ({
  backgroundColor: `var(--${name})`,
  borderColor: 'var(--card-line)',
  foregroundColors,
});

/** How Teams shows cards; «light» text is what stays readable of it. */
export const teamsCards = new HostConfig({
  fontFamily: '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  supportsInteractivity: true,
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  containerStyles: {
    default: container('card'),
    emphasis: container('card-emphasis'),
    accent: container('card-accent'),
    good: container('card-good'),
    warning: container('card-warning'),
    attention: container('card-attention'),
  },
  textBlock: { headingLevel: 2 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', size: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', size: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'default' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: false },
});
