import SchoolIcon from '@material-ui/icons/School';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import { Tag } from '../components/Tag';

/** Marks an incident that was an exercise. */
export function DrillMark() {
  return (
    <Tag
      tone="info"
      icon={<SchoolIcon />}
      title="An exercise; it counts in no figure"
    >
      Drill
    </Tag>
  );
}

/** Marks an incident that only those concerned may see. */
export function RestrictedMark() {
  return (
    <Tag
      tone="warning"
      icon={<VisibilityOffIcon />}
      title="Seen only by owners of its entities, its participants and configured readers"
    >
      Restricted
    </Tag>
  );
}
