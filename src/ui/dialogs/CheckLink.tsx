import { pageOf } from '../../store/pageAddress';

/** Leads to the page that tries another computer; a file opened from disk has none beside it. */
export function CheckLink() {
  const page = pageOf(location);
  if (page.startsWith('file:')) return null;
  return (
    <p>
      <a href={`${page.replace(/[^/]*$/, '')}check.html`} target="_blank" rel="noopener">
        Will it run here?
      </a>{' '}
      A page that tries in a few seconds what MAD Lab needs, for computers of a school: with a sentence for whoever looks after them.
    </p>
  );
}
