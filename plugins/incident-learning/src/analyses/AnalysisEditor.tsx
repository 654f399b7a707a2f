import type {
  Analysis,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FaultTreeEditor } from './faultTree';
import { FishboneEditor } from './fishbone';
import { FiveWhysEditor } from './fiveWhys';
import { TimelineEditor } from './timeline';

/** The editor of an analysis, by its kind. */
export function AnalysisEditor(props: {
  analysis: Analysis;
  incidents: Incident[];
  onChange: (analysis: Analysis, subject?: string) => void;
  onTakeCause: (analysis: Analysis, nodeId: string) => void;
}) {
  const { analysis, ...others } = props;
  switch (analysis.kind) {
    case 'five-whys':
      return <FiveWhysEditor analysis={analysis} {...others} />;
    case 'fishbone':
      return <FishboneEditor analysis={analysis} {...others} />;
    case 'fault-tree':
      return <FaultTreeEditor analysis={analysis} {...others} />;
    default:
      return <TimelineEditor analysis={analysis} {...others} />;
  }
}
