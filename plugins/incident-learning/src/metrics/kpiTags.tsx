import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import FlagOutlinedIcon from '@material-ui/icons/OutlinedFlag';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { Kpi } from '@hindsight/backstage-plugin-incident-learning-common';
import { Tag } from '../components/Tag';
import type { Tone } from '../components/palette';
import { describeTarget } from './kpiTexts';
import { describeVerdict } from './verdictTexts';

type Verdict = NonNullable<Kpi['verdict']>;

const LOOK: Record<
  Verdict,
  { tone: Tone; Icon: ComponentType<SvgIconProps>; title: string }
> = {
  improved: {
    tone: 'success',
    Icon: CheckCircleOutlineIcon,
    title: 'Better than in the period before, beyond what chance would do',
  },
  worsened: {
    tone: 'error',
    Icon: ErrorOutlineIcon,
    title: 'Worse than in the period before, beyond what chance would do',
  },
  'no-detectable-change': {
    tone: 'neutral',
    Icon: RadioButtonUncheckedIcon,
    title: 'What differs from the period before may well be chance',
  },
  'not-enough-data': {
    tone: 'neutral',
    Icon: HelpOutlineIcon,
    title: 'Fewer than 10 in this period or the one before',
  },
};

/** Whether the change against the period before is real. */
export function VerdictTag({ kpi }: { kpi: Kpi }) {
  const text = describeVerdict(kpi);
  if (!kpi.verdict || !text) {
    return null;
  }
  const { tone, Icon, title } = LOOK[kpi.verdict];
  return (
    <Tag tone={tone} icon={<Icon />} title={title}>
      {text}
    </Tag>
  );
}

/** What the KPI should come to, and whether it does. */
export function TargetTag({ kpi }: { kpi: Kpi }) {
  const judged: Tone = kpi.attained ? 'success' : 'warning';
  return (
    <Tag
      tone={kpi.attained === undefined ? 'neutral' : judged}
      icon={<FlagOutlinedIcon />}
    >
      {describeTarget(kpi)}
    </Tag>
  );
}
