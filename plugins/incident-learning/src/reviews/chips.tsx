import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AssignmentLateIcon from '@material-ui/icons/AssignmentLateOutlined';
import AssignmentTurnedInIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import BlockIcon from '@material-ui/icons/Block';
import CreateIcon from '@material-ui/icons/CreateOutlined';
import EventIcon from '@material-ui/icons/Event';
import FeedbackIcon from '@material-ui/icons/FeedbackOutlined';
import NotificationsIcon from '@material-ui/icons/NotificationsNone';
import RateReviewIcon from '@material-ui/icons/RateReviewOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import type {
  Review,
  ReviewState,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Tag } from '../components/Tag';
import type { Tone } from '../components/palette';
import { MARK_WORDS, STATE_WORDS } from './words';

interface Look {
  tone: Tone;
  Icon: ComponentType<SvgIconProps>;
}

const STATE_LOOK: Record<ReviewState, Look> = {
  scheduled: { tone: 'neutral', Icon: EventIcon },
  gathering: { tone: 'info', Icon: FeedbackIcon },
  drafting: { tone: 'info', Icon: CreateIcon },
  'in-review': { tone: 'warning', Icon: RateReviewIcon },
  published: { tone: 'success', Icon: AssignmentTurnedInIcon },
  cancelled: { tone: 'neutral', Icon: BlockIcon },
};

/** Where a review stands. */
export function StateChip(props: { state: ReviewState }) {
  const { tone, Icon } = STATE_LOOK[props.state];
  return (
    <Tag tone={tone} icon={<Icon />}>
      {STATE_WORDS[props.state]}
    </Tag>
  );
}

/** Where an incident stands with its review; nothing where it needs none. */
export function MarkChip(props: {
  mark: 'needs-review' | 'in-review' | 'published';
}) {
  const { mark } = props;
  const look: Record<typeof mark, Look> = {
    'needs-review': { tone: 'warning', Icon: AssignmentLateIcon },
    'in-review': { tone: 'info', Icon: RateReviewIcon },
    published: STATE_LOOK.published,
  };
  const { tone, Icon } = look[mark];
  return (
    <Tag tone={tone} icon={<Icon />}>
      {MARK_WORDS[mark]}
    </Tag>
  );
}

/** What a review waits for the reader to do. */
export function DutyChips(props: { duties: Review['waitsForMe'] }) {
  return (
    <>
      {props.duties.includes('answer') && (
        <Tag tone="warning" icon={<NotificationsIcon />}>
          Your feedback is asked
        </Tag>
      )}
      {props.duties.includes('lead') && (
        <Tag tone="info" icon={<NotificationsIcon />}>
          You lead it
        </Tag>
      )}
    </>
  );
}

/** Marks a date that has passed. */
export function LateChip() {
  return (
    <Tag tone="error" icon={<ScheduleIcon />}>
      Late
    </Tag>
  );
}
