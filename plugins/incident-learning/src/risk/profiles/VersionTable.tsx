import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  RISK_FACTORS,
  RiskProfile,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { riskExperimentRouteRef } from '../../routes';
import {
  DataTable,
  factorName,
  formatThreshold,
  formatWeight,
  useDataTableStyles,
} from '../parts';
import { ActivateButton } from './ActivateButton';

/** Every version of a profile, the latest first; each can be made to decide. */
export function VersionTable(props: {
  profile: RiskProfile;
  onChanged: () => void;
}) {
  const classes = useDataTableStyles();
  const pathOf = useRouteRef(riskExperimentRouteRef);
  const { profile, onChanged } = props;
  return (
    <DataTable
      label={`Versions of ${profile.name}`}
      columns={[
        { header: 'Version' },
        ...RISK_FACTORS.map(factor => ({
          header: factorName(factor),
          numeric: true,
        })),
        { header: 'Threshold' },
        { header: 'Made by' },
        { header: 'Activation' },
      ]}
    >
      {profile.versions.map(({ version, model, note, ...made }) => (
        <tr key={version}>
          <th scope="row">
            {version}
            {note && <div className={classes.quiet}>{note}</div>}
            {made.experimentId && (
              <div className={classes.quiet}>
                <Link to={pathOf({ id: made.experimentId })}>
                  From an experiment
                </Link>
              </div>
            )}
          </th>
          {RISK_FACTORS.map(factor => (
            <td key={factor} className="number">
              {formatWeight(model.weights[factor])}
            </td>
          ))}
          <td>{formatThreshold(model.threshold)}</td>
          <td>
            <PersonName entityRef={made.createdBy} />
            <div className={classes.quiet}>{formatTime(made.createdAt)}</div>
          </td>
          <td>
            {version === profile.activeVersion ? (
              'Active'
            ) : (
              <ActivateButton
                small
                profile={profile}
                version={version}
                onActivated={onChanged}
              />
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
