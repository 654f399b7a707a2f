import { mockApis } from '@backstage/test-utils';
import { FISHBONE_CATEGORIES } from '@hindsight/backstage-plugin-incident-learning-common';
import { fishboneCategoriesOf, newAnalysis } from './newAnalysis';

const config = (fishboneCategories?: string[]) =>
  mockApis.config({
    data: { incidentLearning: { reviews: { fishboneCategories } } },
  });

describe('a new fishbone', () => {
  it('asks about what the portal has configured', () => {
    const categories = fishboneCategoriesOf(config(['Machine', 'Material']));
    const { analysis } = newAnalysis('fishbone', [], categories);
    expect(analysis).toMatchObject({ categories: ['Machine', 'Material'] });
    expect(fishboneCategoriesOf(config())).toEqual(FISHBONE_CATEGORIES);
  });

  it('says which setting is wrong', () => {
    expect(() => fishboneCategoriesOf(config(['People', 'People']))).toThrow(
      'incidentLearning.reviews.fishboneCategories names a category twice',
    );
  });
});
