import { Theme, useTheme } from '@material-ui/core/styles';
import { MARK_CONTRAST, Tone, severityInk, toneColor } from '../palette';
import { Tag } from '../Tag';
import type { Severity } from '@hindsight/backstage-plugin-incident-learning-common';

const BARS: Record<Severity, number> = {
  critical: 4,
  high: 3,
  medium: 2,
  low: 1,
  unknown: 0,
};

const TONE: Record<Severity, Tone> = {
  critical: 'error',
  high: 'error',
  medium: 'neutral',
  low: 'neutral',
  unknown: 'neutral',
};

/** Four bars, as many filled as the level is high. */
function SeverityBars(props: { severity: Severity }) {
  const theme = useTheme<Theme>();
  const filled = BARS[props.severity];
  const rest = toneColor(theme, 'neutral', MARK_CONTRAST);
  return (
    <svg width={15} height={13} viewBox="0 0 15 13">
      {[0, 1, 2, 3].map(bar => (
        <rect
          key={bar}
          x={bar * 4 + 0.5}
          y={9.5 - bar * 3}
          width={2}
          height={3 + bar * 3}
          fill={bar < filled ? severityInk(theme) : 'none'}
          stroke={bar < filled ? severityInk(theme) : rest}
          strokeWidth={1}
          strokeDasharray={props.severity === 'unknown' ? '1 1' : undefined}
        />
      ))}
    </svg>
  );
}

/**
 * Severity of an incident as words and as filled bars.
 *
 * @public
 */
export function SeverityChip(props: { severity: Severity }) {
  const { severity } = props;
  return (
    <Tag
      tone={TONE[severity]}
      icon={<SeverityBars severity={severity} />}
      title={severity === 'unknown' ? 'The severity is not known' : undefined}
    >
      {severity[0].toUpperCase() + severity.slice(1)}
    </Tag>
  );
}
