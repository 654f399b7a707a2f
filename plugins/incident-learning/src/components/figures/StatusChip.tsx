import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import { Tone } from '../palette';
import { Tag } from '../Tag';
import type { IncidentStatus } from '@hindsight/backstage-plugin-incident-learning-common';

const LOOK: Record<
  IncidentStatus,
  { text: string; tone: Tone; Icon: ComponentType<SvgIconProps> }
> = {
  open: { text: 'Open', tone: 'error', Icon: ErrorOutlineIcon },
  contained: {
    text: 'Contained',
    tone: 'warning',
    Icon: PauseCircleOutlineIcon,
  },
  resolved: { text: 'Resolved', tone: 'success', Icon: CheckCircleOutlineIcon },
  closed: { text: 'Closed', tone: 'neutral', Icon: LockOutlinedIcon },
};

/**
 * Status of an incident as words and as an icon of its own shape.
 *
 * @public
 */
export function StatusChip(props: { status: IncidentStatus }) {
  const { text, tone, Icon } = LOOK[props.status];
  return (
    <Tag tone={tone} icon={<Icon />}>
      {text}
    </Tag>
  );
}
