import { useState } from 'react';
import Alert from '@material-ui/lab/Alert';
import { AskDialog } from '../../components/dialog';
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
  const [chosen, setChosen] = useState('');
  const parent = tree.nodes.find(({ id }) => id === parentId);
  const choices = tree.nodes.filter(
    ({ id, label }) => id !== parentId && label.trim(),
  );
  const problem = chosen ? whyNotUnder(tree, parentId, chosen) : undefined;
  return (
    <AskDialog
      title={`An event of this tree under “${parent?.label || 'unnamed'}” too`}
      back="Cancel"
      confirm="Put it there too"
      disabled={!chosen || problem !== undefined}
      onClose={onClose}
      onConfirm={() => props.onShare(chosen)}
    >
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
      {problem && <Alert severity="error">{problem}</Alert>}
    </AskDialog>
  );
}
