import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import type { ExperimentStatus } from '@hindsight/backstage-plugin-incident-learning-common';
import { Tag } from '../../components/Tag';

export const STATUS_WORDS: Record<ExperimentStatus, string> = {
  open: 'Open',
  adopted: 'Adopted',
  'turned-down': 'Turned down',
};

/** Whether an experiment was decided, and how. */
export function StatusTag({ status }: { status: ExperimentStatus }) {
  switch (status) {
    case 'adopted':
      return (
        <Tag tone="success" icon={<CheckIcon />}>
          {STATUS_WORDS[status]}
        </Tag>
      );
    case 'turned-down':
      return (
        <Tag tone="neutral" icon={<BlockIcon />}>
          {STATUS_WORDS[status]}
        </Tag>
      );
    default:
      return (
        <Tag tone="info" icon={<HourglassEmptyIcon />}>
          {STATUS_WORDS[status]}
        </Tag>
      );
  }
}
