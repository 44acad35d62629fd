import type { Picture } from '../../../lessons/lesson';
import styles from '../Lesson.module.css';

/** Runs of pixels of one shade in a row, each as a rectangle. */
function stripesOf(row: string, y: number) {
  return [...row.matchAll(/([1-9])\1*/g)].map((found) => ({
    x: found.index,
    y,
    width: found[0].length,
    shade: Number(found[1]) / 9,
  }));
}

/** A small grey picture of a lesson, in the ink of the page. */
export function PixelPicture({ picture: { alt, pixels } }: { picture: Picture }) {
  const rows = pixels.split('\n');
  return (
    <svg className={styles.pixels} viewBox={`0 0 ${rows[0].length} ${rows.length}`} role="img" aria-label={alt} shapeRendering="crispEdges">
      {rows
        .flatMap((row, y) => stripesOf(row, y))
        .map(({ x, y, width, shade }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width={width} height={1} fillOpacity={shade} />
        ))}
    </svg>
  );
}
