import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { useCompare } from '../../url';

/** Shows the period before beside the picked one, or leaves it out. */
export function CompareSwitch() {
  const [compare, setCompare] = useCompare();
  return (
    <FormControlLabel
      control={
        <Switch
          size="small"
          color="primary"
          checked={compare}
          onChange={event => setCompare(event.target.checked)}
        />
      }
      label="Compare with the period before"
    />
  );
}
