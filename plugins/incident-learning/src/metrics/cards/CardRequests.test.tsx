import { act, render, screen } from '@testing-library/react';
import { CardRequests, WhenNear, useCardData } from '.';

/** Of a page on which nothing below the first figures has been scrolled to. */
class NothingInSight {
  constructor(private readonly tell: IntersectionObserverCallback) {}

  observe(target: Element) {
    const entry = { target, isIntersecting: false };
    this.tell(
      [entry as IntersectionObserverEntry],
      this as unknown as IntersectionObserver,
    );
  }

  disconnect() {}
}

function Card() {
  const { data = 'not asked for' } = useCardData('teams', async () => 'loaded');
  return <p>{data}</p>;
}

describe('cards that load when they are seen', () => {
  const observer = globalThis.IntersectionObserver;

  beforeEach(() => {
    globalThis.IntersectionObserver =
      NothingInSight as unknown as typeof IntersectionObserver;
  });

  afterEach(() => {
    globalThis.IntersectionObserver = observer;
  });

  it('load for paper too', async () => {
    render(
      <CardRequests held={false}>
        <WhenNear>
          <Card />
        </WhenNear>
      </CardRequests>,
    );
    expect(screen.getByText('not asked for')).toBeInTheDocument();
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(await screen.findByText('loaded')).toBeInTheDocument();
  });
});
