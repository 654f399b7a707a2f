import { AskDialog } from '../components/dialog';

/** Asks before an analysis is deleted, by its name. */
export function DeleteAnalysisDialog(props: {
  title: string;
  onClose: () => void;
  onDelete: () => Promise<void>;
}) {
  return (
    <AskDialog
      title="Delete this analysis?"
      text={`“${props.title}” goes for good. Root causes that were taken from it stay, without the link.`}
      back="Keep it"
      confirm="Delete analysis"
      confirming="Deleting…"
      failure="Not deleted"
      destructive
      onClose={props.onClose}
      onConfirm={props.onDelete}
    />
  );
}
