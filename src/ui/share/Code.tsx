interface CodeProps {
  readonly size: number;
  readonly outline: string;
}

/** Dark on light in every theme, for not every camera reads the reverse. */
export function Code({ size, outline }: CodeProps) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={outline} fill="#000" />
    </svg>
  );
}
