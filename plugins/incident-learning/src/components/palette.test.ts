import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import {
  MARK_CONTRAST,
  TEXT_CONTRAST,
  readableOn,
  seriesColor,
  severityOutline,
  toneColor,
} from './palette';

describe.each(['light', 'dark'] as const)('colours in %s', type => {
  const theme = createTheme({ palette: { type } });
  const { paper } = theme.palette.background;

  it('stand out from the paper', () => {
    for (const tone of [
      'neutral',
      'error',
      'warning',
      'info',
      'success',
    ] as const) {
      const color = toneColor(theme, tone, TEXT_CONTRAST);
      expect(getContrastRatio(color, paper)).toBeGreaterThanOrEqual(
        TEXT_CONTRAST,
      );
    }
    const marks = [
      seriesColor(theme, 'detect'),
      seriesColor(theme, 'contain'),
      seriesColor(theme, 'resolve'),
      severityOutline(theme, 'low'),
      severityOutline(theme, 'unknown'),
    ];
    for (const color of marks) {
      expect(getContrastRatio(color, paper)).toBeGreaterThanOrEqual(
        MARK_CONTRAST,
      );
    }
  });
});

it('leaves a colour alone that cannot be computed with', () => {
  expect(readableOn('var(--bui-fg)', '#fff', TEXT_CONTRAST)).toBe(
    'var(--bui-fg)',
  );
});
