import { ScopePicker } from '../metrics/ScopePicker';
import { PageTitle } from '../components/layout';
import { useScope } from '../url';
import { ReviewList } from './list/ReviewList';

/** Every review there is. */
export function ReviewsPage() {
  const [scope, setScope] = useScope();
  return (
    <>
      <PageTitle
        title="Reviews"
        actions={<ScopePicker scope={scope} onPick={setScope} />}
      />
      <ReviewList scope={scope} />
    </>
  );
}
