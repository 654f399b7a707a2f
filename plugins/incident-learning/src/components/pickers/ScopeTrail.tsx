import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink, catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiData } from '../../api';
import type { EntityOption } from '../entities';
import { PatchLink } from '../PatchLink';
import { ScopePlace, placeOf } from './scopeTree';

const useStyles = makeStyles(
  theme => ({
    root: { flex: '1 1 320px', minWidth: 0 },
    trail: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      margin: 0,
      padding: 0,
      minHeight: 21,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      '& li + li::before': {
        content: '"›"',
        marginRight: theme.spacing(1),
        color: theme.palette.text.secondary,
      },
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      lineHeight: 1.3,
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    below: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 1.5),
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      minHeight: 21,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    link: { textDecoration: 'underline' },
    more: { padding: 0, minWidth: 0, textTransform: 'none' },
  }),
  { name: 'IncidentLearningScopeTrail' },
);

const ORGANISATION = 'Whole organisation';
const FIRST = 8;

/** Whose incidents these are: what they belong to above the title, what to look into below it. */
export function ScopeTrail(props: { scope: string | undefined }) {
  const classes = useStyles();
  const { scope } = props;
  const catalog = useApi(catalogApiRef);
  const { data, loading } = useApiData(scope ?? '', () =>
    placeOf(catalog, scope),
  );
  const place: ScopePlace = data && !loading ? data : { above: [], below: [] };
  return (
    <div className={classes.root}>
      {scope && (
        <ol className={classes.trail} aria-label="Belongs to">
          <li>
            <ScopeLink title={ORGANISATION} />
          </li>
          {place.above.map(({ entityRef, title }) => (
            <li key={entityRef}>
              <ScopeLink scope={entityRef} title={title} />
            </li>
          ))}
        </ol>
      )}
      <h2 className={classes.title}>
        {scope ? <EntityRefLink entityRef={scope} /> : ORGANISATION}
      </h2>
      <Below key={scope} options={place.below} />
    </div>
  );
}

function Below({ options }: { options: EntityOption[] }) {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? options : options.slice(0, FIRST);
  return (
    <ul className={classes.below} aria-label="Look into">
      {shown.map(({ entityRef, title }) => (
        <li key={entityRef}>
          <ScopeLink scope={entityRef} title={title} />
        </li>
      ))}
      {shown.length < options.length && (
        <li>
          <Button
            className={classes.more}
            size="small"
            onClick={() => setAll(true)}
          >
            {options.length - shown.length} more
          </Button>
        </li>
      )}
    </ul>
  );
}

function ScopeLink(props: { scope?: string; title: string }) {
  const classes = useStyles();
  return (
    <PatchLink patch={{ scope: props.scope }} className={classes.link}>
      {props.title}
    </PatchLink>
  );
}
