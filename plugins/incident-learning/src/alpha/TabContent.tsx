import { ReactNode } from 'react';
import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  // The header of the page keeps its distance by itself.
  { content: { paddingTop: 0 } },
  { name: 'IncidentLearningTabContent' },
);

/** What stands below the header and tabs of the page, which is not in any landmark otherwise. */
export function TabContent(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <main>
      <Content className={classes.content}>{props.children}</Content>
    </main>
  );
}
