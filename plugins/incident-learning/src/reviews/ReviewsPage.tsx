import { ScopePicker } from '../components/pickers';
import { PageTitle } from '../components/layout';
import { useScope } from '../url';
import { ReviewList } from './list/ReviewList';
import { ReviewQueue } from './list/ReviewQueue';

/** Every review there is. */
export function ReviewsPage() {
  const [scope, setScope] = useScope();
  return (
    <>
      <PageTitle
        title="Reviews"
        actions={
          <ScopePicker label="Whose reviews" scope={scope} onPick={setScope} />
        }
      />
      <ReviewQueue scope={scope} />
      <ReviewList scope={scope} />
    </>
  );
}
