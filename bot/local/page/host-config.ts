import { HostConfig } from 'adaptivecards';

const color = (value: string, subtle = value) => ({ default: value, subtle });
const foregroundColors = {
  default: color('#242424', '#616161'),
  dark: color('#242424', '#616161'),
  light: color('#ffffff', '#e0e0e0'),
  accent: color('#4f52b2'),
  good: color('#13672f'),
  warning: color('#7a4d00'),
  attention: color('#b10e1c'),
};
const container = (backgroundColor: string, borderColor = backgroundColor) => ({
  backgroundColor,
  borderColor,
  foregroundColors,
});

/** How cards look in Teams' light theme, with colours that keep their contrast. */
export const teamsLight = new HostConfig({
  fontFamily: '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  supportsInteractivity: true,
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: {
    default: container('#ffffff'),
    emphasis: container('#f5f5f5'),
    accent: container('#e8ebfa'),
    good: container('#e7f2da'),
    warning: container('#fff4ce'),
    attention: container('#fcf4f6'),
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
