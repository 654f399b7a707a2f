import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import {
  BULLETIN_SECTIONS,
  BULLETIN_WORDS,
  Bulletin,
  BulletinSectionId,
  bulletinItemLinks,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount } from '../components';
import { Disclosure, Section } from '../components/layout';
import { usePortalPath } from '../url';
import {
  LessonItem,
  OverdueItem,
  PatternItem,
  ReviewItem,
  VerifiedItem,
} from './items';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    busy: { opacity: 0.6 },
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 45%), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    figure: {
      display: 'block',
      color: 'inherit',
      textDecoration: 'none',
      borderLeft: `3px solid ${theme.palette.divider}`,
      paddingLeft: theme.spacing(1.5),
      '&:hover $name': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    count: {
      display: 'block',
      fontSize: theme.typography.pxToRem(28),
      lineHeight: '36px',
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
    },
    name: { fontSize: theme.typography.pxToRem(14) },
    // Two columns of their own, so that a short section leaves no hole.
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      },
      alignItems: 'start',
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
      '&:last-child': { paddingBottom: 0 },
    },
    all: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(14),
    },
    none: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightBulletinView' },
);

/** As many of each as are seen at once. */
const FIRST = 5;

const COLUMNS: BulletinSectionId[][] = [
  ['lessons', 'reviews', 'verified'],
  ['patterns', 'overdue'],
];

/** A week's bulletin to read: what there is of each, then each by itself. */
export function BulletinView(props: { bulletin: Bulletin; busy: boolean }) {
  const classes = useStyles();
  const { bulletin, busy } = props;
  const shown = BULLETIN_SECTIONS.filter(id => bulletin[id]);
  const hidden = BULLETIN_SECTIONS.filter(id => !bulletin[id]);
  return (
    <article
      aria-label="Learning bulletin"
      aria-busy={busy}
      className={`${classes.root} ${busy ? classes.busy : ''}`}
    >
      <ul className={classes.figures} aria-label="In short">
        {shown.map(id => (
          <li key={id}>
            <a href={`#bulletin-${id}`} className={classes.figure}>
              <span className={classes.count}>
                {formatCount(bulletin[id]?.count ?? 0)}
              </span>
              <span className={classes.name}>{BULLETIN_WORDS[id].title}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className={classes.columns}>
        {COLUMNS.map(ids => (
          <div key={ids[0]} className={classes.column}>
            {ids.map(id => (
              <BulletinSection key={id} id={id} bulletin={bulletin} />
            ))}
          </div>
        ))}
      </div>
      {hidden.length > 0 && (
        <Typography variant="body2">
          Left out, since you may not read it:{' '}
          {hidden.map(id => BULLETIN_WORDS[id].title).join(', ')}.
        </Typography>
      )}
    </article>
  );
}

function BulletinSection(props: { id: BulletinSectionId; bulletin: Bulletin }) {
  const classes = useStyles();
  const pathOf = usePortalPath();
  const { id, bulletin } = props;
  const section = bulletin[id];
  if (!section) {
    return null;
  }
  const { title, none } = BULLETIN_WORDS[id];
  const items = itemsOf(id, bulletin);
  const unnamed = section.count - items.length;
  return (
    <Section id={`bulletin-${id}`} title={title} note={noteOf(id, bulletin)}>
      {section.count === 0 && <p className={classes.none}>{none}</p>}
      <Items items={items.slice(0, FIRST)} />
      {items.length > FIRST && (
        <Disclosure summary={`${formatCount(items.length - FIRST)} more`}>
          <Items items={items.slice(FIRST)} />
        </Disclosure>
      )}
      {unnamed > 0 && (
        <p className={classes.none}>
          {formatCount(unnamed)} further ones are not named here.
        </p>
      )}
      {id === 'overdue' && section.count > 0 && (
        <p className={classes.all}>
          <Link to={pathOf(bulletinItemLinks.overdue(bulletin))}>
            All that is overdue now
          </Link>
        </p>
      )}
    </Section>
  );
}

function Items({ items }: { items: ReactNode[] }) {
  const classes = useStyles();
  return items.length === 0 ? null : (
    <ul className={classes.list}>
      {items.map((item, i) => (
        <li key={i} className={classes.item}>
          {item}
        </li>
      ))}
    </ul>
  );
}

function itemsOf(id: BulletinSectionId, bulletin: Bulletin): ReactNode[] {
  const { lessons, reviews, verified, overdue, patterns } = bulletin;
  switch (id) {
    case 'lessons':
      return (lessons?.items ?? []).map(item => <LessonItem item={item} />);
    case 'reviews':
      return (reviews?.items ?? []).map(item => <ReviewItem item={item} />);
    case 'verified':
      return (verified?.items ?? []).map(item => <VerifiedItem item={item} />);
    case 'overdue':
      return (overdue?.items ?? []).map(item => <OverdueItem item={item} />);
    default:
      return (patterns?.items ?? []).map(item => (
        <PatternItem item={item} bulletin={bulletin} />
      ));
  }
}

/** What is counted. */
function noteOf(
  id: BulletinSectionId,
  { week, currentWeek }: Bulletin,
): string {
  switch (id) {
    case 'lessons':
      return 'Published in the week';
    case 'reviews':
      return 'First published in the week';
    case 'verified':
      return 'Seen to work in the week';
    case 'overdue':
      return week < currentWeek ? 'When the week ended' : 'Now';
    default:
      return 'Seen for the second time, and no pattern before';
  }
}
