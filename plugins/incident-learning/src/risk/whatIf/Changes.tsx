import { memo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Severity } from '@hindsight/backstage-plugin-incident-learning-common';
import { SeverityChip, formatCount, formatQuantity } from '../../components';
import { Section } from '../../components/layout';
import { incidentRouteRef } from '../../routes';
import { DataTable, formatScore, useDataTableStyles } from '../parts';
import { DotGlyph } from './DotGlyph';
import type { WhatIf } from './useWhatIf';

const FIRST = 8;

/** Drawn anew only when what it says changes: a slider moves scores and ranks, seldom rows. */
const ChangeName = memo(Name);

function Name(props: {
  kind: 'becomes' | 'ceases';
  id: string;
  title: string;
  severity: Severity;
}) {
  const href = useRouteRef(incidentRouteRef)({ id: props.id });
  return (
    <th scope="row">
      <DotGlyph kind={props.kind} /> <Link to={href}>{props.title}</Link>{' '}
      <SeverityChip severity={props.severity} />
    </th>
  );
}

/** Which incidents become priority and which cease to be, and how far their rank moves. */
export function Changes({ whatIf }: { whatIf: WhatIf }) {
  const { becomes, ceases } = whatIf.comparison;
  return (
    <>
      <ChangeTable
        title="Become priority"
        kind="becomes"
        indices={becomes}
        whatIf={whatIf}
        none="No incident gains priority."
      />
      <ChangeTable
        title="Cease to be priority"
        kind="ceases"
        indices={ceases}
        whatIf={whatIf}
        none="No incident loses priority."
      />
    </>
  );
}

function ChangeTable(props: {
  title: string;
  kind: 'becomes' | 'ceases';
  indices: number[];
  whatIf: WhatIf;
  none: string;
}) {
  const classes = useDataTableStyles();
  const { title, kind, indices, whatIf } = props;
  const [all, setAll] = useState(false);
  const shown = all ? indices.slice(0, 200) : indices.slice(0, FIRST);
  const { items, before, after, comparison } = whatIf;
  return (
    <Section title={title} note={formatQuantity(indices.length, 'incident')}>
      {indices.length === 0 ? (
        <span className={classes.quiet}>{props.none}</span>
      ) : (
        <DataTable
          label={title}
          columns={[
            { header: 'Incident' },
            { header: 'Score', numeric: true },
            { header: 'Rank', numeric: true },
          ]}
        >
          {shown.map(index => (
            <tr key={items[index].id}>
              <ChangeName
                kind={kind}
                id={items[index].id}
                title={items[index].title}
                severity={items[index].severity}
              />
              <td className="number">
                {`${formatScore(before.scores[index])} → ${formatScore(
                  after.scores[index],
                )}`}
              </td>
              <td className="number">
                {`${formatCount(before.ranks[index])} → ${formatCount(
                  after.ranks[index],
                )}`}
                <Places moved={comparison.rankChanges[index]} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {shown.length < indices.length && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {formatCount(indices.length)}
        </Button>
      )}
      {all && indices.length > shown.length && (
        <p className={classes.quiet}>
          The first {shown.length} of {formatCount(indices.length)}; the table
          of the chart has all.
        </p>
      )}
    </Section>
  );
}

function Places({ moved }: { moved: number }) {
  const classes = useDataTableStyles();
  return moved === 0 ? null : (
    <div className={classes.quiet}>
      {moved > 0 ? 'up' : 'down'} {formatCount(Math.abs(moved))}
    </div>
  );
}
