import { Suspense, lazy } from 'react';
import { useLocation, useResolvedPath } from 'react-router-dom';

const NoSuchPage = lazy(async () => {
  const [{ NoSuchPage: Page }, { TabContent }] = await Promise.all([
    import('../learning/NoSuchPage'),
    import('./TabContent'),
  ]);
  return {
    default: () => (
      <TabContent>
        <Page />
      </TabContent>
    ),
  };
});

/**
 * Below the tabs of a page where its address is that of none of them: the framework leaves it blank.
 *
 * @param tabs - their paths below the page's own
 */
export function UnknownPath(props: { tabs: string[] }) {
  const { pathname } = useLocation();
  const { pathname: base } = useResolvedPath('.');
  const [tab] = pathname.slice(base.length).split('/').filter(Boolean);
  const known = props.tabs.some(path => path.replace(/^\//, '') === tab);
  return !tab || known ? null : (
    <Suspense fallback={null}>
      <NoSuchPage />
    </Suspense>
  );
}
