import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link as RouterLink } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageTitle } from '../components/layout';
import { ScopePicker } from '../components/pickers';
import { actionsRouteRef } from '../routes';
import { useScope } from '../url';
import { ActionReportSection, useActionReport } from './ActionReportSection';
import { ActionList } from './list/ActionList';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'HindsightActionsPage' },
);

/** Every action there is, and how they stand. */
export function ActionsPage() {
  const classes = useStyles();
  const [scope, setScope] = useScope();
  const listPath = useRouteRef(actionsRouteRef)();
  const report = useActionReport(scope);
  return (
    <>
      <PageTitle
        title="Actions"
        actions={
          <>
            <ScopePicker
              label="Whose actions"
              scope={scope}
              onPick={setScope}
            />
            <Button
              variant="contained"
              color="primary"
              component={RouterLink}
              to={`${listPath}/new`}
            >
              Write down an action
            </Button>
          </>
        }
      />
      <div className={classes.root}>
        <ActionReportSection scope={scope} report={report} />
        <ActionList
          scope={scope}
          categories={report.data?.byCategory.flatMap(
            ({ category }) => category ?? [],
          )}
        />
      </div>
    </>
  );
}
