import { Content } from '@backstage/core-components';
import { PageLayout } from '@backstage/frontend-plugin-api';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { makeStyles } from '@material-ui/core/styles';
import HomeIcon from '@material-ui/icons/Home';

const useStyles = makeStyles(theme => ({
  // The header of the page keeps its distance by itself.
  content: { paddingTop: 0 },
  widgets: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    },
    // Cards of one row are of one height, also those that bring a distance of their own.
    '& > * > *': { height: '100% !important', marginBottom: '0 !important' },
  },
}));

/** All widgets that app-config.yaml leaves enabled, in its order. */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const classes = useStyles();
  return (
    <PageLayout title="Home" icon={<HomeIcon fontSize="inherit" />}>
      <main>
        <Content className={classes.content}>
          <div className={classes.widgets}>
            {widgets.map(({ node, component }) => (
              <div key={node.spec.id}>{component}</div>
            ))}
          </div>
        </Content>
      </main>
    </PageLayout>
  );
}
