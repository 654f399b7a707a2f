import Typography from '@material-ui/core/Typography';
import type { EntityOption } from './useEntitySearch';

/** An entity in a list to choose from: its title, and the ref that tells it from others of that title. */
export function EntityOptionText(props: { option: EntityOption }) {
  const { title, entityRef } = props.option;
  return (
    <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {title}
      <Typography variant="body2">{entityRef}</Typography>
    </div>
  );
}
