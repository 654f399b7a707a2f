import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { LogoMark } from './LogoMark';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    height: 2 * sidebarConfig.logoHeight,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: theme.palette.navigation.selectedColor,
    '&:focus-visible': {
      outline: '2px solid currentColor',
      outlineOffset: -4,
    },
  },
  wordmark: {
    fontSize: theme.typography.h5.fontSize,
    fontWeight: 700,
    letterSpacing: '0.01em',
  },
}));

export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label="Hindsight home"
    >
      <LogoMark size={28} />
      {isOpen && <span className={classes.wordmark}>Hindsight</span>}
    </Link>
  );
}
