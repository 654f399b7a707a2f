/*
 * The statistics of the metrics once more, each by the plainest way there is: by counting pairs, by whole numbers
 * without bounds, by halving intervals. Slow, and apart from the code that they check.
 */

const Z = 1.959963984540054;

export function ascending(values: number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** Between the two nearest ranks, as NumPy does. */
export function quantileOf(values: number[], probability: number): number {
  const sorted = ascending(values);
  const rank = (sorted.length - 1) * probability;
  const below = Math.floor(rank);
  const next = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted[below] + (next - sorted[below]) * (rank - below);
}

export function meanOf(values: number[]): number {
  return (
    ascending(values).reduce((sum, value) => sum + value, 0) / values.length
  );
}

/** The narrowest pair of ranks that leaves at most 2.5 % of coin tosses on either side. */
export function medianInterval(values: number[]): number[] | undefined {
  const n = values.length;
  let leftOut = 0;
  let combinations = 1n;
  let tail = 1n;
  while (tail * 40n <= 2n ** BigInt(n) && leftOut < n) {
    leftOut += 1;
    combinations = (combinations * BigInt(n - leftOut + 1)) / BigInt(leftOut);
    tail += combinations;
  }
  const sorted = ascending(values);
  return leftOut === 0 ? undefined : [sorted[leftOut - 1], sorted[n - leftOut]];
}

/** Where the share lies exactly 1.96 standard errors of the bound away, on both sides. */
export function shareInterval(numerator: number, n: number): number[] {
  const share = numerator / n;
  const bound = (outer: number) => {
    let [inside, outside] = [share, outer];
    for (let step = 0; step < 200; step++) {
      const middle = (inside + outside) / 2;
      const error = Math.sqrt((middle * (1 - middle)) / n);
      if (Math.abs(share - middle) <= Z * error) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  };
  return [share === 0 ? 0 : bound(0), share === 1 ? 1 : bound(1)];
}

/** The interval of the first share less the second, from the intervals of both. */
export function differenceInterval(
  first: [numerator: number, n: number],
  second: [numerator: number, n: number],
): number[] {
  const [p1, p2] = [first[0] / first[1], second[0] / second[1]];
  const [l1, u1] = shareInterval(...first);
  const [l2, u2] = shareInterval(...second);
  return [
    p1 - p2 - Math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
    p1 - p2 + Math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
  ];
}

/** Two-sided, by Simpson's rule over the density. */
function normalPValue(z: number): number {
  const steps = 20_000;
  const width = z / steps;
  const density = (x: number) => Math.exp((-x * x) / 2);
  let sum = density(0) + density(z);
  for (let step = 1; step < steps; step++) {
    sum += (step % 2 === 1 ? 4 : 2) * density(step * width);
  }
  return 1 - (2 * width * sum) / (3 * Math.sqrt(2 * Math.PI));
}

function tieSizes(values: number[]): number[] {
  const sizes = new Map<number, number>();
  values.forEach(value => sizes.set(value, (sizes.get(value) ?? 0) + 1));
  return [...sizes.values()];
}

/** By comparing each with each; with corrections for ties and continuity, which samples of 20 and fewer must have. */
export function rankTest(
  first: number[],
  second: number[],
): { u: number; pValue: number } {
  let u = 0;
  for (const a of first) {
    for (const b of second) {
      u += (Math.sign(a - b) + 1) / 2;
    }
  }
  const [m, n] = [first.length, second.length];
  const sizes = tieSizes([...first, ...second]);
  if (Math.max(m, n) <= 20 && sizes.every(size => size === 1)) {
    throw new Error('Without ties these need the exact distribution');
  }
  const ties = sizes.reduce((sum, t) => sum + t ** 3 - t, 0);
  const variance =
    ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
  const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  const pValue =
    variance > 0 ? normalPValue(distance / Math.sqrt(variance)) : 1;
  return { u: u - (m * n) / 2, pValue };
}

/** The median of all slopes, and whether later values are larger. */
export function trendOf(points: { x: number; y: number }[]): {
  slope: number;
  pValue: number;
} {
  const slopes: number[] = [];
  let s = 0;
  points.forEach((b, index) =>
    points.slice(0, index).forEach(a => {
      slopes.push((b.y - a.y) / (b.x - a.x));
      s += Math.sign(b.y - a.y);
    }),
  );
  const n = points.length;
  const sizes = tieSizes(points.map(({ y }) => y));
  const weight = (t: number) => t * (t - 1) * (2 * t + 5);
  const pValue =
    n <= 20 && sizes.every(size => size === 1)
      ? permutationPValue(s, n)
      : normalPValue(
          Math.max(0, Math.abs(s) - 1) /
            Math.sqrt(
              (weight(n) - sizes.reduce((sum, t) => sum + weight(t), 0)) / 18,
            ),
        );
  return { slope: quantileOf(slopes, 0.5), pValue };
}

/** Of all orders, the share with as many pairs that rise or fall. */
function permutationPValue(s: number, n: number): number {
  const inversions = (size: number): bigint[] => {
    if (size < 2) {
      return [1n];
    }
    const fewer = inversions(size - 1);
    return Array.from({ length: (size * (size - 1)) / 2 + 1 }, (_, k) =>
      fewer
        .slice(Math.max(0, k - size + 1), k + 1)
        .reduce((sum, count) => sum + count, 0n),
    );
  };
  const counts = inversions(n);
  const all = counts.reduce((sum, count) => sum + count, 0n);
  const tail = counts
    .slice(0, ((n * (n - 1)) / 2 - Math.abs(s)) / 2 + 1)
    .reduce((sum, count) => sum + count, 0n);
  return Math.min(1, (2 * Number(tail)) / Number(all));
}
