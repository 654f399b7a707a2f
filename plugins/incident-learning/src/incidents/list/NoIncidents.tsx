import Button from '@material-ui/core/Button';
import { EmptyState } from '../../components';
import { DeclareButton } from '../DeclareButton';

/** Says why a list is empty, and what to do next. */
export function NoIncidents(props: {
  filtered: boolean;
  scope?: string;
  onClear: () => void;
}) {
  if (props.filtered) {
    return (
      <EmptyState
        title="No incident matches"
        description="Take a filter away, widen the period, or search for fewer words: each has to be the beginning of a word of title, summary or impact."
        action={
          <Button variant="outlined" onClick={props.onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  if (props.scope) {
    return (
      <EmptyState
        title="No incidents here"
        description="Nothing is on record. What is declared or imported for it appears here by itself."
        action={<DeclareButton entityRef={props.scope} />}
      />
    );
  }
  return (
    <EmptyState
      title="No incidents yet"
      description="Declare what happened, or import what another system has on record: JSON, CSV or VERIS."
      action={<DeclareButton />}
    />
  );
}
