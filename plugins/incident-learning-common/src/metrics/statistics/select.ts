/**
 * The value that would stand at a place if the values were in ascending order; reorders them.
 *
 * Source: C. A. R. Hoare, Algorithm 65: FIND, Communications of the ACM 4 (1961), 321–322.
 */
export function select(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) {
        left += 1;
      }
      while (values[right] > pivot) {
        right -= 1;
      }
      if (left <= right) {
        const swapped = values[left];
        values[left++] = values[right];
        values[right--] = swapped;
      }
    }
    if (place <= right) {
      high = right;
    } else if (place >= left) {
      low = left;
    } else {
      break;
    }
  }
  return values[place];
}
