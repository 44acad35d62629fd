export const ReloadButton = () => (
  <button type="button" onClick={() => location.reload()}>
    Reload
  </button>
);
