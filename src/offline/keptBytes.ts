/** Bytes that keeping the page takes, as the build counted them; null where the build made no service worker (development, one-file page). */
export function keptBytes(): number | null {
  const text = document.querySelector<HTMLMetaElement>('meta[name="mad-lab-offline-bytes"]')?.content;
  return text === undefined ? null : Number(text);
}
