import { MarkLayer, nearest, walk } from './marks';

function layer(label: string, places: [number, number][]): MarkLayer {
  return {
    label,
    marks: places.map(([x, y], index) => ({ key: `${label}${index}`, x, y })),
  };
}

const layers = [
  layer('a', [
    [0, 0],
    [10, 0],
    [20, 0],
    [100, 0],
  ]),
  layer('none', []),
  layer('b', [
    [8, 9],
    [95, 9],
  ]),
];

describe('walk', () => {
  it('starts at the first mark there is, whatever the key', () => {
    expect(walk([layer('none', []), layers[0]], undefined, 'ArrowUp')).toEqual({
      layer: 1,
      index: 0,
    });
    expect(walk([layer('none', [])], undefined, 'Home')).toBeUndefined();
  });

  it('stays within a layer to the left and right, and stops at its ends', () => {
    const at = { layer: 0, index: 3 };
    expect(walk(layers, at, 'ArrowLeft')).toEqual({ layer: 0, index: 2 });
    expect(walk(layers, at, 'ArrowRight')).toEqual(at);
    expect(walk(layers, at, 'PageUp')).toEqual({ layer: 0, index: 0 });
    expect(walk(layers, at, 'Home')).toEqual({ layer: 0, index: 0 });
    expect(walk(layers, { layer: 0, index: 0 }, 'End')).toEqual(at);
  });

  it('changes to the closest mark of the next layer that has any', () => {
    expect(walk(layers, { layer: 0, index: 2 }, 'ArrowDown')).toEqual({
      layer: 2,
      index: 0,
    });
    expect(walk(layers, { layer: 0, index: 3 }, 'ArrowDown')).toEqual({
      layer: 2,
      index: 1,
    });
    expect(walk(layers, { layer: 2, index: 1 }, 'ArrowUp')).toEqual({
      layer: 0,
      index: 3,
    });
    expect(walk(layers, { layer: 2, index: 1 }, 'ArrowDown')).toEqual({
      layer: 2,
      index: 1,
    });
  });

  it('keeps to its stack where marks are stacked', () => {
    const stacks = [
      layer('top', [[0, 0]]),
      layer('middle', [[50, 5]]),
      layer('bottom', [
        [0, 9],
        [50, 9],
      ]),
    ];
    const top = { layer: 0, index: 0 };
    const bottom = { layer: 2, index: 0 };
    expect(walk(stacks, top, 'ArrowDown', true)).toEqual(bottom);
    expect(walk(stacks, bottom, 'ArrowUp', true)).toEqual(top);
    expect(walk(stacks, top, 'ArrowUp', true)).toEqual(top);
  });

  it('leaves every other key alone', () => {
    expect(walk(layers, undefined, 'Tab')).toBeUndefined();
    expect(walk(layers, undefined, 'a')).toBeUndefined();
  });
});

describe('nearest', () => {
  it('finds what looking at every mark would find', () => {
    let seed = 11;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return (seed % 1000) / 5;
    };
    const places = Array.from({ length: 400 }, (): [number, number] => [
      random(),
      random(),
    ]);
    places.sort((a, b) => a[0] - b[0]);
    const many = [layer('m', places)];
    for (let i = 0; i < 200; i++) {
      const [x, y] = [random(), random()];
      const distances = places.map(p => Math.hypot(p[0] - x, p[1] - y));
      const best = Math.min(...distances);
      const found = nearest(many, x, y, 9);
      expect(found && distances[found.index]).toBe(
        best <= 9 ? best : undefined,
      );
    }
  });
});
