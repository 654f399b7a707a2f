import { ComputedOnce } from './ComputedOnce';

describe('ComputedOnce', () => {
  it('computes once what rests on the same, also for those who ask meanwhile', async () => {
    const computed = new ComputedOnce<number>(10);
    let runs = 0;
    const next = async () => {
      runs += 1;
      return runs;
    };
    expect(
      await Promise.all([
        computed.get(['org', { version: 1 }], next),
        computed.get(['org', { version: 1 }], next),
        computed.get(['org', { version: 2 }], next),
      ]),
    ).toEqual([1, 1, 2]);
    expect(await computed.get(['org', { version: 1 }], next)).toBe(1);
  });

  it('does not keep what failed', async () => {
    const computed = new ComputedOnce<number>(10);
    await expect(
      computed.get('org', async () => {
        throw new Error('gone');
      }),
    ).rejects.toThrow('gone');
    expect(await computed.get('org', async () => 1)).toBe(1);
  });
});
