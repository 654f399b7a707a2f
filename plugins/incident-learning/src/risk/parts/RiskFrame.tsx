import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { NavLink } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageTitle } from '../../components/layout';
import {
  riskExperimentsRouteRef,
  riskProfilesRouteRef,
  riskRouteRef,
  riskWhatIfRouteRef,
} from '../../routes';

const useStyles = makeStyles(
  theme => ({
    nav: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    link: {
      display: 'block',
      padding: theme.spacing(1, 1.5),
      marginBottom: -1,
      borderBottom: '3px solid transparent',
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 500,
      color: theme.palette.text.primary,
      textDecoration: 'none',
      '&:hover': { borderBottomColor: theme.palette.divider },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
      '&[aria-current="page"]': {
        borderBottomColor: theme.palette.primary.main,
      },
    },
  }),
  { name: 'IncidentLearningRiskFrame' },
);

/** The title of a page of Risk, and the way to the others. */
export function RiskFrame(props: {
  title: string;
  below?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const pages = [
    ['Priorities', useRouteRef(riskRouteRef)()],
    ['What if', useRouteRef(riskWhatIfRouteRef)()],
    ['Experiments', useRouteRef(riskExperimentsRouteRef)()],
    ['Profiles', useRouteRef(riskProfilesRouteRef)()],
  ];
  return (
    <>
      <PageTitle
        title={props.title}
        below={props.below}
        actions={props.actions}
      />
      <nav aria-label="Risk">
        <ul className={classes.nav}>
          {pages.map(([name, to], index) => (
            <li key={to}>
              <NavLink to={to} end={index === 0} className={classes.link}>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </>
  );
}
