import { DotKind } from './scatterLayout';
import { useDotColors } from './ScatterCanvas';

/** A dot of the scatter, for its legend. */
export function DotGlyph({ kind }: { kind: DotKind }) {
  const color = useDotColors()[kind];
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden>
      {kind === 'rest' && <circle cx={7} cy={7} r={3} fill={color} />}
      {kind === 'priority' && <circle cx={7} cy={7} r={4} fill={color} />}
      {kind === 'becomes' && <path d="M7 1.5L12 11H2Z" fill={color} />}
      {kind === 'ceases' && (
        <path
          d="M7 12.5L12 3H2Z"
          fill="none"
          stroke={color}
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}
