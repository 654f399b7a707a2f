import { ReactNode, useEffect, useId, useRef } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme } from '@material-ui/core/styles';
import type { ImportFormat } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ApiData } from '../../api';
import { Loaded, formatQuantity } from '../../components';
import { ImportSteps } from './ImportSteps';
import { recordsToWrite } from './problems';
import type { ImportControls } from './useImport';

/**
 * Imports a file: pick it, see what would change, import, see what changed.
 * What runs goes on when the dialog is closed, and is there when it is opened
 * again.
 */
export function ImportDialog(props: {
  open: boolean;
  formats: ApiData<ImportFormat[]>;
  controls: ImportControls;
  onClose: () => void;
}) {
  const { open, formats, controls, onClose } = props;
  const titleId = useId();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={narrow}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>Import incidents</DialogTitle>
      <DialogContent>
        <FocusOnChange of={controls.state.step}>
          <Loaded
            what="the import formats"
            variant="cards"
            count={1}
            answer={formats}
          >
            {known => <ImportSteps formats={known} controls={controls} />}
          </Loaded>
        </FocusOnChange>
      </DialogContent>
      <DialogActions>
        <ImportActions controls={controls} onClose={onClose} />
      </DialogActions>
    </Dialog>
  );
}

function ImportActions(props: {
  controls: ImportControls;
  onClose: () => void;
}) {
  const { controls, onClose } = props;
  const { state } = controls;
  const leave = () => {
    controls.reset();
    onClose();
  };
  switch (state.step) {
    case 'checking':
      return <Button onClick={controls.stop}>Cancel</Button>;
    case 'importing':
      return (
        <>
          <Button onClick={controls.stop}>Stop</Button>
          <Button onClick={onClose}>Go on in the background</Button>
        </>
      );
    case 'preview': {
      const count = recordsToWrite(state.run.summary);
      return (
        <>
          <Button onClick={controls.reset}>Choose another file</Button>
          <Button
            variant="contained"
            color="primary"
            disabled={count === 0}
            onClick={controls.start}
          >
            {count === 0
              ? 'Nothing to import'
              : `Import ${formatQuantity(count, 'record')}`}
          </Button>
        </>
      );
    }
    case 'done':
      return (
        <>
          <Button onClick={controls.reset}>Import another file</Button>
          <Button variant="contained" color="primary" onClick={leave}>
            Show the incidents
          </Button>
        </>
      );
    default:
      return <Button onClick={leave}>Cancel</Button>;
  }
}

/** Puts the focus where it reads what has changed, as the button that was pressed is gone. */
function FocusOnChange(props: { of: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const shown = useRef(props.of);
  useEffect(() => {
    if (shown.current !== props.of) {
      shown.current = props.of;
      ref.current?.focus();
    }
  }, [props.of]);
  return (
    <div ref={ref} tabIndex={-1} style={{ outline: 'none' }}>
      {props.children}
    </div>
  );
}
