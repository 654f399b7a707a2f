import PriorityHighIcon from '@material-ui/icons/PriorityHigh';
import { Tag } from '../../components/Tag';

/** Marks what has priority by the active risk profile. */
export function PriorityMark() {
  return (
    <Tag
      tone="warning"
      icon={<PriorityHighIcon />}
      title="Its risk score is at or above the threshold of the active profile"
    >
      Priority
    </Tag>
  );
}
