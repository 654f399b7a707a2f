import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RepeatIcon from '@material-ui/icons/Repeat';
import { Tone } from '../palette';
import { Tag } from '../Tag';
import type { RepeatState } from '@hindsight/backstage-plugin-incident-learning-common';

const LOOK: Record<
  RepeatState,
  {
    text: string;
    title: string;
    tone: Tone;
    Icon: ComponentType<SvgIconProps>;
  }
> = {
  suspected: {
    text: 'Suspected repeat',
    title: 'An earlier incident has the same signature; nobody has checked it',
    tone: 'warning',
    Icon: HelpOutlineIcon,
  },
  confirmed: {
    text: 'Confirmed repeat',
    title: 'A person confirmed that this happened before',
    tone: 'error',
    Icon: RepeatIcon,
  },
  rejected: {
    text: 'Not a repeat',
    title: 'A person looked at the earlier incident and rejected the match',
    tone: 'neutral',
    Icon: BlockIcon,
  },
};

/**
 * Whether an incident is a repeat, and who says so.
 *
 * @public
 */
export function RepeatChip(props: { state: RepeatState }) {
  const { text, title, tone, Icon } = LOOK[props.state];
  return (
    <Tag tone={tone} icon={<Icon />} title={title}>
      {text}
    </Tag>
  );
}
