import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutlined';
import DoneAllIcon from '@material-ui/icons/DoneAll';
import EmojiObjectsIcon from '@material-ui/icons/EmojiObjectsOutlined';
import PersonOutlineIcon from '@material-ui/icons/PersonOutline';
import PriorityHighIcon from '@material-ui/icons/PriorityHigh';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import ReplayIcon from '@material-ui/icons/Replay';
import ScheduleIcon from '@material-ui/icons/Schedule';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import type {
  Action,
  ActionStatus,
  Priority,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isOverdue } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../components';
import { Tag } from '../components/Tag';
import type { Tone } from '../components/palette';
import { PRIORITY_WORDS } from '../reviews/words';
import { ACTION_STATUS_WORDS } from './words';

interface Look {
  tone: Tone;
  Icon: ComponentType<SvgIconProps>;
}

const STATUS_LOOK: Record<ActionStatus, Look> = {
  idea: { tone: 'neutral', Icon: EmojiObjectsIcon },
  open: { tone: 'info', Icon: RadioButtonUncheckedIcon },
  'in-progress': { tone: 'info', Icon: TimelapseIcon },
  completed: { tone: 'success', Icon: CheckCircleIcon },
  verified: { tone: 'success', Icon: DoneAllIcon },
  cancelled: { tone: 'neutral', Icon: BlockIcon },
};

/** How far an action is. */
export function ActionStatusChip({ action }: { action: Action }) {
  const { status, progress } = action;
  const { tone, Icon } = STATUS_LOOK[status];
  return (
    <Tag tone={tone} icon={<Icon />}>
      {ACTION_STATUS_WORDS[status]}
      {status === 'in-progress' && `, ${progress} %`}
    </Tag>
  );
}

export function PriorityChip({ priority }: { priority: Priority }) {
  const urgent = priority === 'critical' || priority === 'high';
  return (
    <Tag tone={urgent ? 'warning' : 'neutral'} icon={<PriorityHighIcon />}>
      {PRIORITY_WORDS[priority]}
    </Tag>
  );
}

/** What needs somebody's attention: overdue, reopened, without an owner. */
export function AttentionChips({ action }: { action: Action }) {
  const today = new Date().toISOString().slice(0, 10);
  const days = Math.round(
    (Date.parse(today) - Date.parse(action.dueDate ?? today)) / 86_400_000,
  );
  return (
    <>
      {isOverdue(action, today) && (
        <Tag tone="error" icon={<ScheduleIcon />}>
          {formatQuantity(days, 'day')} overdue
        </Tag>
      )}
      {action.unowned && (
        <Tag tone="error" icon={<PersonOutlineIcon />}>
          Owner left the catalog
        </Tag>
      )}
      {action.reopened && (
        <Tag tone="warning" icon={<ReplayIcon />}>
          Reopened
        </Tag>
      )}
    </>
  );
}
