import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import { Link } from '@backstage/core-components';
import type { IncidentGroup } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatQuantity } from '../components';
import { EntityName, KnownEntities } from '../components/entities';
import { Tag } from '../components/Tag';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 28,
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
    count: { color: theme.palette.text.secondary },
  }),
  { name: 'HindsightGroupServices' },
);

const FIRST = 5;

/** The services that a group hit, each with how often, and whether a lesson reaches it. */
export function GroupServices(props: {
  group: IncidentGroup;
  known: KnownEntities;
  linkOf: (entityRef: string) => string;
}) {
  const classes = useStyles();
  const { group, known, linkOf } = props;
  const [all, setAll] = useState(false);
  const { services, serviceCount } = group;
  const shown = all ? services : services.slice(0, FIRST);
  const beyond = serviceCount - services.length;
  return (
    <>
      <ul className={classes.list}>
        {shown.map(({ entityRef, incidents, lesson }) => (
          <li key={entityRef} className={classes.item}>
            <EntityName
              entityRef={entityRef}
              known={known(entityRef)}
              defaultKind="component"
            />
            <Link to={linkOf(entityRef)} className={classes.count}>
              {formatQuantity(incidents, 'incident')}
            </Link>
            {lesson && (
              <Tag tone="success" icon={<CheckIcon />}>
                Lesson
              </Tag>
            )}
          </li>
        ))}
      </ul>
      {shown.length < services.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show {formatCount(services.length - shown.length)} more
        </Button>
      )}
      {all && beyond > 0 && (
        <p className={classes.count}>
          and {formatQuantity(beyond, 'service')} hit less often
        </p>
      )}
    </>
  );
}
