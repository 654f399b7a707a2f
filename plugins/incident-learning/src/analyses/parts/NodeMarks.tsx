import EmojiObjectsOutlinedIcon from '@material-ui/icons/EmojiObjectsOutlined';
import FlagIcon from '@material-ui/icons/Flag';
import FlagOutlinedIcon from '@material-ui/icons/FlagOutlined';
import LinkIcon from '@material-ui/icons/Link';
import type { Evidence } from '@hindsight/backstage-plugin-incident-learning-common';
import { Mark } from './Mark';

interface Marked {
  cause: boolean;
  evidence: Evidence[];
  assumed?: boolean;
}

/** What is known of a line: whether it is assumed, what shows it, whether it is a cause. */
export function NodeMarks(props: {
  node: Marked;
  /** The name of the line. */
  of: string;
  empty: boolean;
  evidenceOpen: boolean;
  onAssumed?: () => void;
  onEvidence: () => void;
  onCause: () => void;
}) {
  const { node, of, empty } = props;
  const count = node.evidence.filter(({ text }) => text.trim()).length;
  return (
    <>
      {props.onAssumed && (
        <Mark
          on={node.assumed === true}
          tone="warning"
          icon={<EmojiObjectsOutlinedIcon />}
          of={of}
          disabled={empty}
          onClick={props.onAssumed}
        >
          Assumed
        </Mark>
      )}
      <Mark
        on={count > 0}
        tone="info"
        icon={<LinkIcon />}
        of={of}
        expanded={props.evidenceOpen}
        disabled={empty && count === 0}
        onClick={props.onEvidence}
      >
        {count > 0 ? `Evidence ${count}` : 'Evidence'}
      </Mark>
      <Mark
        on={node.cause}
        tone="error"
        icon={node.cause ? <FlagIcon /> : <FlagOutlinedIcon />}
        of={of}
        disabled={empty && !node.cause}
        onClick={props.onCause}
      >
        {node.cause ? 'Cause' : 'Take as cause'}
      </Mark>
    </>
  );
}
