import { useState } from 'react';
import type {
  VerificationInput,
  VerificationMethod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { AskDialog } from '../../components/dialog';
import { Choice, TextInput } from '../../components/inputs';
import { VERIFICATION_WORDS } from '../words';

/** Asks how it was seen that an action did what it was to do. */
export function VerifyDialog(props: {
  onClose: () => void;
  onConfirm: (verification: VerificationInput) => void;
}) {
  const [how, setHow] = useState<VerificationMethod>('test');
  const [evidence, setEvidence] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && !evidence.trim();
  return (
    <AskDialog
      title="How was it verified?"
      confirm="Verify"
      onClose={props.onClose}
      onConfirm={() => {
        setAsked(true);
        if (evidence.trim()) {
          props.onConfirm({ how, evidence: evidence.trim() });
        }
      }}
    >
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
        error={missing ? 'Evidence is missing: say what shows it' : undefined}
      />
    </AskDialog>
  );
}
