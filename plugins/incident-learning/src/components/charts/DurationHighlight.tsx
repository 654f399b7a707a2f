import { Theme, useTheme } from '@material-ui/core/styles';
import { seriesColor } from '../palette';
import { markerPath } from './durationData';
import { MedianStep } from './durationLayout';
import { Mark } from './marks';
import { DurationSeries } from './types';

/** The mark that is looked at, on top of all others. */
export function DurationHighlight(props: {
  series: DurationSeries;
  mark: Mark;
  step?: MedianStep;
}) {
  const theme = useTheme<Theme>();
  const { series, mark, step } = props;
  const color = seriesColor(theme, series);
  if (step) {
    return (
      <line
        x1={step.x0}
        x2={step.x1}
        y1={step.y}
        y2={step.y}
        stroke={color}
        strokeWidth={5}
      />
    );
  }
  return (
    <path
      d={markerPath(series, mark.x, mark.y, 6)}
      fill={color}
      stroke={theme.palette.text.primary}
      strokeWidth={1.5}
    />
  );
}
