import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import {
  LearningTab,
  actionsTab,
  bulletinTab,
  incidentsTab,
  lessonsTab,
  overviewTab,
  patternsTab,
  reportTab,
  reviewsTab,
  riskTab,
} from '../learning';

function subPageOf({ name, path, title, load }: LearningTab) {
  return SubPageBlueprint.make({
    name,
    params: {
      path,
      title,
      loader: async () => {
        const [Tab, { TabContent }] = await Promise.all([
          load(),
          import('./TabContent'),
        ]);
        return (
          <TabContent>
            <Tab />
          </TabContent>
        );
      },
    },
  });
}

export const overviewSubPage = subPageOf(overviewTab);
export const incidentsSubPage = subPageOf(incidentsTab);
export const reviewsSubPage = subPageOf(reviewsTab);
export const lessonsSubPage = subPageOf(lessonsTab);
export const actionsSubPage = subPageOf(actionsTab);
export const patternsSubPage = subPageOf(patternsTab);
export const riskSubPage = subPageOf(riskTab);
export const reportSubPage = subPageOf(reportTab);
export const bulletinSubPage = subPageOf(bulletinTab);
