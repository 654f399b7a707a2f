import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type {
  VerificationInput,
  VerificationMethod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Choice } from '../../reviews/form/Choice';
import { TextInput } from '../../reviews/form/TextInput';
import { VERIFICATION_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
    },
  }),
  { name: 'HindsightVerifyDialog' },
);

/** Asks how it was seen that an action did what it was to do. */
export function VerifyDialog(props: {
  onClose: () => void;
  onConfirm: (verification: VerificationInput) => void;
}) {
  const classes = useStyles();
  const titleId = useId();
  const [how, setHow] = useState<VerificationMethod>('test');
  const [evidence, setEvidence] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && !evidence.trim();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={props.onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>How was it verified?</DialogTitle>
      <DialogContent>
        <div className={classes.fields}>
          <Choice
            label="By"
            value={how}
            words={VERIFICATION_WORDS}
            onChange={setHow}
          />
          <TextInput
            label="What shows it"
            rows={2}
            value={evidence}
            onChange={setEvidence}
            hint="A link, a figure, what was seen"
            error={
              missing ? 'Evidence is missing: say what shows it' : undefined
            }
          />
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Back</Button>
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setAsked(true);
            if (evidence.trim()) {
              props.onConfirm({ how, evidence: evidence.trim() });
            }
          }}
        >
          Verify
        </Button>
      </DialogActions>
    </Dialog>
  );
}
