import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RiskProfile,
  riskProfileDeletePermission,
  riskProfileUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatTime } from '../../components';
import { Disclosure, Section } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { Tag } from '../../components/Tag';
import { riskWhatIfRouteRef } from '../../routes';
import { WeightList, formatThreshold } from '../parts';
import { ActivateButton } from './ActivateButton';
import { DeleteProfile } from './DeleteProfile';
import { ProfileDialog } from './ProfileDialog';
import { VersionTable } from './VersionTable';

const useStyles = makeStyles(
  theme => ({
    body: {
      display: 'grid',
      gap: theme.spacing(2, 4),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
      alignItems: 'start',
    },
    text: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.55,
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-line',
    },
    quiet: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningProfileCard' },
);

/** One way to weigh risk, its versions, and what can be done with it. */
export function ProfileCard(props: {
  profile: RiskProfile;
  onChanged: () => void;
}) {
  const classes = useStyles();
  const { profile, onChanged } = props;
  const { id, name, description, versions, activeVersion } = profile;
  const [dialog, setDialog] = useState<'version' | 'delete'>();
  const canUpdate = usePermission({
    permission: riskProfileUpdatePermission,
  }).allowed;
  const canDelete = usePermission({
    permission: riskProfileDeletePermission,
  }).allowed;
  const whatIf = useRouteRef(riskWhatIfRouteRef)();
  const [latest] = versions;
  const shown =
    versions.find(({ version }) => version === activeVersion) ?? latest;
  const done = () => {
    setDialog(undefined);
    onChanged();
  };
  return (
    <Section
      title={name}
      id={id}
      note={
        activeVersion ? (
          <Tag tone="success" icon={<CheckIcon />}>
            Active: version {activeVersion}
          </Tag>
        ) : (
          formatQuantity(versions.length, 'version')
        )
      }
    >
      <div className={classes.body}>
        <div>
          {description && <p className={classes.text}>{description}</p>}
          <p className={classes.text}>
            Version {shown.version}: {formatThreshold(shown.model.threshold)}
          </p>
          {shown.note && <p className={classes.text}>{shown.note}</p>}
          <span className={classes.quiet}>
            <PersonName entityRef={shown.createdBy} />,{' '}
            {formatTime(shown.createdAt)}
          </span>
        </div>
        <WeightList weights={shown.model.weights} />
      </div>
      {versions.length > 1 && (
        <Disclosure summary={`All ${versions.length} versions`}>
          <VersionTable profile={profile} onChanged={onChanged} />
        </Disclosure>
      )}
      <div className={classes.bar}>
        {latest.version !== activeVersion && (
          <ActivateButton
            profile={profile}
            version={latest.version}
            onActivated={onChanged}
          />
        )}
        {canUpdate && (
          <Button variant="outlined" onClick={() => setDialog('version')}>
            New version
          </Button>
        )}
        {canDelete && (
          <Button onClick={() => setDialog('delete')}>Delete</Button>
        )}
        {latest.version !== activeVersion && (
          <Link to={`${whatIf}?against=${id}@${latest.version}`}>
            Start a what-if from it
          </Link>
        )}
      </div>
      {dialog === 'version' && (
        <ProfileDialog
          profile={profile}
          onClose={() => setDialog(undefined)}
          onSaved={done}
        />
      )}
      {dialog === 'delete' && (
        <DeleteProfile
          profile={profile}
          onClose={() => setDialog(undefined)}
          onDeleted={done}
        />
      )}
    </Section>
  );
}
