/**
 * Copies what a field holds, and selects it: where the browser refuses, the reader's own keys copy it. Whether it is on the clipboard.
 * Without https there is no `navigator.clipboard`.
 */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  field?.select();
  try {
    await navigator.clipboard.writeText(field?.value ?? '');
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
