import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    '@global': {
      // By the kit's own class: its tabs neither wrap nor scroll, and would widen a narrow page.
      '.bui-PluginHeaderTabsWrapper': {
        overflowX: 'auto',
        overflowY: 'hidden',
      },
    },
  },
  { name: 'IncidentLearningScrollingTabs' },
);

/** Keeps the page as wide as the window, however many tabs there are. */
export function ScrollingTabs({ children }: { children: ReactNode }) {
  useStyles();
  return <>{children}</>;
}
