import { useEffect, useRef, useState } from 'react';
import styles from './Embed.module.css';
import { SANDBOX } from './embedSnippet';

/** Time for the frame to say its height, ms. */
const PATIENCE_MS = 10_000;
const [LOWEST, HIGHEST] = [40, 20_000];

interface EmbedPreviewProps {
  readonly address: string;
  readonly title: string;
  /** px, or all there is */
  readonly width: number | null;
  /** before the frame says its own, px */
  readonly height: number;
}

/** The frame as a reader of the article will have it; a new address needs a new one. */
export function EmbedPreview({ address, title, width, height: first }: EmbedPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  const [late, setLate] = useState(false);

  useEffect(() => {
    const timer = setTimeout(setLate, PATIENCE_MS, true);
    const hear = ({ source, data }: MessageEvent) => {
      if (source === null || source !== frame.current?.contentWindow || data?.ns !== 'mad-lab' || data.type !== 'height') return;
      if (!(data.px >= LOWEST && data.px <= HIGHEST)) return;
      clearTimeout(timer);
      setLate(false);
      setHeight(data.px);
    };
    addEventListener('message', hear);
    return () => {
      clearTimeout(timer);
      removeEventListener('message', hear);
    };
  }, []);

  return (
    <>
      {late && (
        <p role="alert">
          The preview could not be loaded: embed.html beside this page does not answer. Check the connection; the snippet is complete.
        </p>
      )}
      <div className={styles.preview} hidden={late}>
        <iframe
          ref={frame}
          className={styles.frame}
          src={address}
          title={`Preview. ${title}`}
          sandbox={SANDBOX}
          referrerPolicy="no-referrer"
          style={{ width: width ?? '100%', height: height ?? first }}
        />
      </div>
    </>
  );
}
