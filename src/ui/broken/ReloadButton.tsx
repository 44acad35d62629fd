import { labStore } from '../../store/labStore';

function reload(): void {
  labStore.writeAddress();
  location.reload();
}

export const ReloadButton = () => (
  <button type="button" onClick={reload}>
    Reload
  </button>
);
