import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { FaultTree, whyNotUnder } from './tree';
import { Field } from '../parts';

/** Puts an event that stands elsewhere in the tree under a gate as well. */
export function ShareDialog(props: {
  tree: FaultTree;
  parentId: string;
  onClose: () => void;
  onShare: (id: string) => void;
}) {
  const { tree, parentId, onClose } = props;
  const titleId = useId();
  const [chosen, setChosen] = useState('');
  const parent = tree.nodes.find(({ id }) => id === parentId);
  const choices = tree.nodes.filter(
    ({ id, label }) => id !== parentId && label.trim(),
  );
  const problem = chosen ? whyNotUnder(tree, parentId, chosen) : undefined;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        An event of this tree under “{parent?.label || 'unnamed'}” too
      </DialogTitle>
      <DialogContent>
        <Field
          select
          label="Event"
          helperText="What happens once may bear on several things: it counts as one event in the cut sets and the probability."
          SelectProps={{ native: true }}
          value={chosen}
          onChange={event => setChosen(event.target.value)}
        >
          <option value="">Choose one</option>
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Field>
        {problem && (
          <Alert severity="error" style={{ marginTop: 16 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={!chosen || problem !== undefined}
          onClick={() => props.onShare(chosen)}
        >
          Put it there too
        </Button>
      </DialogActions>
    </Dialog>
  );
}
