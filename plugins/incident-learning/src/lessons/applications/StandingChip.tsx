import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import DoneIcon from '@material-ui/icons/CheckCircleOutlined';
import EventIcon from '@material-ui/icons/EventOutlined';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { LessonStanding } from '@hindsight/backstage-plugin-incident-learning-common';
import { Tag } from '../../components/Tag';
import type { Tone } from '../../components/palette';
import { STANDING_WORDS } from './words';

const LOOK: Record<
  LessonStanding,
  { tone: Tone; Icon: ComponentType<SvgIconProps> }
> = {
  applied: { tone: 'success', Icon: DoneIcon },
  planned: { tone: 'info', Icon: EventIcon },
  open: { tone: 'warning', Icon: OpenIcon },
  'not-applicable': { tone: 'neutral', Icon: BlockIcon },
};

/** How a lesson stands at a service. */
export function StandingChip({ standing }: { standing: LessonStanding }) {
  const { tone, Icon } = LOOK[standing];
  return (
    <Tag tone={tone} icon={<Icon />}>
      {STANDING_WORDS[standing]}
    </Tag>
  );
}
