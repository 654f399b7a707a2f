import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Bulletin,
  BulletinLesson,
  BulletinOverdue,
  BulletinPattern,
  BulletinReview,
  BulletinVerified,
  bulletinItemLinks as links,
  daysLateText,
  patternText,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { VERIFICATION_WORDS } from '../actions/words';
import { formatTime } from '../components';
import { Tag } from '../components/Tag';
import { PriorityChip } from '../actions/chips';
import { SeverityStrip } from '../patterns/SeverityStrip';
import { describeKind } from '../patterns/words';
import { CAUSE_TYPE_WORDS } from '../reviews/words';
import { usePortalPath } from '../url';

const useStyles = makeStyles(
  theme => ({
    title: {
      fontSize: theme.typography.pxToRem(15),
      lineHeight: 1.5,
      fontWeight: 500,
      overflowWrap: 'anywhere',
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    strip: { marginTop: theme.spacing(0.75) },
  }),
  { name: 'HindsightBulletinItems' },
);

function Item(props: { link: string; title: string; children?: ReactNode }) {
  const classes = useStyles();
  const pathOf = usePortalPath();
  return (
    <>
      <Link to={pathOf(props.link)} className={classes.title}>
        {props.title}
      </Link>
      <div className={classes.row}>{props.children}</div>
    </>
  );
}

export function LessonItem({ item }: { item: BulletinLesson }) {
  return (
    <Item link={links.lesson(item)} title={item.statement}>
      <PriorityChip priority={item.priority} />
      <span>{CAUSE_TYPE_WORDS[item.type]}</span>
      {item.category && <span>{item.category}</span>}
      <span>{formatTime(item.publishedAt, 'day')}</span>
    </Item>
  );
}

export function ReviewItem({ item }: { item: BulletinReview }) {
  return (
    <Item link={links.review(item)} title={item.title}>
      <span>Published {formatTime(item.publishedAt, 'day')}</span>
    </Item>
  );
}

export function VerifiedItem({ item }: { item: BulletinVerified }) {
  return (
    <Item link={links.action(item)} title={item.title}>
      <Owner owner={item.owner} />
      {item.how && <span>{VERIFICATION_WORDS[item.how]}</span>}
      <span>{formatTime(item.verifiedAt, 'day')}</span>
    </Item>
  );
}

export function OverdueItem({ item }: { item: BulletinOverdue }) {
  return (
    <Item link={links.action(item)} title={item.title}>
      <Tag tone="error" icon={<ScheduleIcon />}>
        {daysLateText(item)}
        {item.newlyOverdue && ', new this week'}
      </Tag>
      <span>Due {formatTime(item.dueDate, 'day')}</span>
      <Owner owner={item.owner} />
    </Item>
  );
}

export function PatternItem(props: {
  item: BulletinPattern;
  bulletin: Bulletin;
}) {
  const classes = useStyles();
  const { item, bulletin } = props;
  return (
    <>
      <Item link={links.pattern(item, bulletin)} title={describeKind(item)}>
        <span>{patternText(item)}</span>
      </Item>
      <div className={classes.strip}>
        <SeverityStrip severities={item.severities} />
      </div>
    </>
  );
}

function Owner({ owner }: { owner?: string }) {
  return owner ? (
    <EntityRefLink entityRef={owner} defaultKind="user" />
  ) : (
    <span>Without an owner</span>
  );
}
