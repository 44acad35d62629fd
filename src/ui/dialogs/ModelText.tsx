import type { MouseEvent } from 'react';
import { html, sections } from '../../engine/MODEL.md';
import styles from './ModelText.module.css';

/** MODEL.md as it stands in the repository, with its chapters on top. */
export default function ModelText() {
  // the address bar holds the experiment's link and no more
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault();
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <>
      <nav aria-label="Chapters">
        <ul className={styles.chapters}>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => go(event, id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, rendered at build time */}
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
