import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { formatCount, formatQuantity } from '../../components';
import { ChartFrame } from '../../components/charts/ChartFrame';
import { Legend } from '../../components/charts/Legend';
import { MarkSurface } from '../../components/charts/MarkSurface';
import { MarkRef, nearest } from '../../components/charts/marks';
import { incidentRouteRef } from '../../routes';
import { formatScore } from '../parts/formatRisk';
import { DotGlyph } from './DotGlyph';
import { ScatterAxes } from './ScatterAxes';
import { ScatterCanvas } from './ScatterCanvas';
import { DOT_KINDS, frameOf, layOutDots, severitiesOf } from './scatterLayout';
import { DOT_WORDS, scatterLayers, scatterTable } from './scatterMarks';
import { useSettled } from './useSettled';
import type { WhatIf } from './useWhatIf';

const HEIGHT = 380;
const REACH = 14;

/** Severity against score, coloured by priority. The dots follow a slider at once; what is told of them when it rests. */
export function RiskScatter({ whatIf }: { whatIf: WhatIf }) {
  const settled = useSettled(whatIf);
  const hrefOf = useRouteRef(incidentRouteRef);
  const tables = useMemo(
    () => [scatterTable(settled, id => hrefOf({ id }))],
    [settled, hrefOf],
  );
  const { set, before, after, comparison } = whatIf;
  const unscored = set.size - after.scored;
  return (
    <ChartFrame
      title="Severity against score"
      description="Each dot is one incident after the change; incidents on or above the line have priority."
      height={HEIGHT}
      summary={`${formatQuantity(after.scored, 'incident')}, ${formatCount(
        after.priorityCount,
      )} at or above the threshold of ${formatScore(after.threshold)}.`}
      legend={
        <Legend
          items={DOT_KINDS.map(kind => ({
            key: kind,
            label: DOT_WORDS[kind],
            count: formatCount(
              {
                rest:
                  after.scored - after.priorityCount - comparison.ceases.length,
                priority: after.priorityCount - comparison.becomes.length,
                ceases: comparison.ceases.length,
                becomes: comparison.becomes.length,
              }[kind],
            ),
            glyph: <DotGlyph kind={kind} />,
          }))}
        />
      }
      note={[
        before.threshold !== after.threshold &&
          `The dashed line is the threshold before, ${formatScore(
            before.threshold,
          )}.`,
        'Dots of one severity are spread by a few pixels; the table has the values.',
        unscored > 0 &&
          `Left out, as they have no score: ${formatQuantity(
            unscored,
            'incident',
          )}.`,
      ]
        .filter(Boolean)
        .join(' ')}
      tables={tables}
      emptyText="No incident has a score."
    >
      {size => <Drawing whatIf={whatIf} settled={settled} {...size} />}
    </ChartFrame>
  );
}

function Drawing(props: {
  whatIf: WhatIf;
  settled: WhatIf;
  width: number;
  height: number;
}) {
  const { whatIf, settled, width, height } = props;
  const navigate = useNavigate();
  const hrefOf = useRouteRef(incidentRouteRef);
  const hasUnknown = severitiesOf(whatIf).some(Number.isNaN);
  const frame = useMemo(
    () => frameOf({ width, height }, hasUnknown),
    [width, height, hasUnknown],
  );
  const dots = useMemo(() => layOutDots(whatIf, frame), [whatIf, frame]);
  const layers = useMemo(
    () => scatterLayers(settled, layOutDots(settled, frame)),
    [settled, frame],
  );
  const indexOf = ({ layer, index }: MarkRef) =>
    Number(layers[layer].marks[index].key);
  return (
    <div style={{ position: 'relative', width, height }}>
      <ScatterCanvas dots={dots} width={width} height={height} />
      <MarkSurface
        width={width}
        height={height}
        layers={layers}
        hit={(x, y) =>
          whatIf === settled ? nearest(layers, x, y, REACH) : undefined
        }
        describe={mark => describeDot(settled, indexOf(mark))}
        highlight={({ x, y }) => (
          <circle cx={x} cy={y} r={8} fill="none" stroke="currentColor" />
        )}
        onSelect={mark =>
          navigate(hrefOf({ id: whatIf.items[indexOf(mark)].id }))
        }
      >
        <ScatterAxes
          frame={frame}
          hasUnknown={hasUnknown}
          before={whatIf.before.threshold}
          after={whatIf.after.threshold}
        />
      </MarkSurface>
    </div>
  );
}

function describeDot({ items, before, after }: WhatIf, index: number) {
  return {
    title: items[index].title,
    lines: [
      `Score ${formatScore(after.scores[index])}, before ${formatScore(
        before.scores[index],
      )}`,
      `Rank ${formatCount(after.ranks[index])}, before ${formatCount(
        before.ranks[index],
      )}`,
      after.priority[index] === 1 ? 'Priority' : 'No priority',
    ],
  };
}
