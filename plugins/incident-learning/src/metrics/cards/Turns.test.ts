import { Turns } from './Turns';

/** Requests that answer when told, and that fail when they are aborted as `fetch` does. */
class Requests {
  readonly sent: { name: string; signal: AbortSignal; answer: () => void }[] =
    [];

  send(name: string) {
    return (signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        this.sent.push({ name, signal, answer: () => resolve(name) });
      });
  }

  get names() {
    return this.sent.map(({ name }) => name);
  }
}

/** Until everything that can go on has. */
function settled() {
  return new Promise(resolve => setTimeout(resolve, 0));
}

describe('Turns', () => {
  const requests = new Requests();
  const wanted = new AbortController().signal;

  beforeEach(() => requests.sent.splice(0));

  it('sends so many at a time, the next one in order when one is answered or fails', async () => {
    const turns = new Turns(2);
    const refused = new AbortController();
    const answers = ['a', 'b', 'c', 'd'].map(name =>
      turns.run(requests.send(name), name === 'b' ? refused.signal : wanted),
    );
    await settled();
    expect(requests.names).toEqual(['a', 'b']);

    refused.abort();
    await expect(answers[1]).rejects.toBe(refused.signal.reason);
    await settled();
    expect(requests.names).toEqual(['a', 'b', 'c']);

    requests.sent[0].answer();
    expect(await answers[0]).toBe('a');
    await settled();
    expect(requests.names).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never sends what is withdrawn before its turn', async () => {
    const turns = new Turns(1);
    const withdrawn = new AbortController();
    turns.run(requests.send('a'), wanted);
    const second = turns.run(requests.send('b'), withdrawn.signal);
    turns.run(requests.send('c'), wanted);
    withdrawn.abort();
    await expect(second).rejects.toBe(withdrawn.signal.reason);

    requests.sent[0].answer();
    await settled();
    expect(requests.names).toEqual(['a', 'c']);
  });

  it('aborts what is under way when it is paused, and sends it again after', async () => {
    const turns = new Turns(2);
    const answer = turns.run(requests.send('a'), wanted);
    await settled();

    turns.pause();
    turns.run(requests.send('b'), wanted);
    await settled();
    expect(requests.sent[0].signal.aborted).toBe(true);
    expect(requests.names).toEqual(['a']);

    turns.resume();
    await settled();
    expect(requests.names.slice(1).sort()).toEqual(['a', 'b']);
    requests.sent.forEach(sent => sent.answer());
    expect(await answer).toBe('a');
  });
});
