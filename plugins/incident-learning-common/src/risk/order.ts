/** Up to so many, taking each to its place is faster than calling a sort. */
const FEW = 24;

/**
 * The incidents that have a score, the highest first; equal ones by their index. Scores go from 0 to 1, so they are
 * dealt out by size first, and only the few that fall together are compared: thousands are in order in less than a
 * millisecond.
 *
 * @param scores - by index, NaN for none
 */
export function orderByScore(scores: Float64Array): Uint32Array {
  const slots = scores.length + 1;
  // What is no number compares as false, and so has no slot.
  const slotOf = (score: number) =>
    Math.min(slots - 1, Math.max(0, Math.floor((1 - score) * slots)));
  const ends = new Uint32Array(slots);
  let count = 0;
  for (const score of scores) {
    if (score >= 0) {
      ends[slotOf(score)] += 1;
      count += 1;
    }
  }
  for (let slot = 1; slot < slots; slot++) {
    ends[slot] += ends[slot - 1];
  }
  const order = new Uint32Array(count);
  const starts = ends.slice();
  for (let index = scores.length - 1; index >= 0; index--) {
    if (scores[index] >= 0) {
      const slot = slotOf(scores[index]);
      starts[slot] -= 1;
      order[starts[slot]] = index;
    }
  }
  for (let slot = 0; slot < slots; slot++) {
    sortBetween(order, scores, starts[slot], ends[slot]);
  }
  return order;
}

/** Puts those in order whose indices ascend from one place to before another. */
function sortBetween(
  order: Uint32Array,
  scores: Float64Array,
  start: number,
  end: number,
): void {
  if (end - start > FEW) {
    order.subarray(start, end).sort((a, b) => scores[b] - scores[a] || a - b);
    return;
  }
  for (let next = start + 1; next < end; next++) {
    const index = order[next];
    let place = next;
    while (place > start && scores[order[place - 1]] < scores[index]) {
      order[place] = order[place - 1];
      place -= 1;
    }
    order[place] = index;
  }
}
