import { ReloadButton } from './ReloadButton';

/** Where a part of the page could not be fetched; the rest of it works on. */
export const NotLoaded = () => (
  <p role="alert">
    This part of the page could not be loaded. Check the connection, save what you need, then reload. <ReloadButton />
  </p>
);
