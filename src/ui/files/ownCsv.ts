/** How a table that this page saved begins. A spreadsheet may have put quotation marks around the line, empty cells behind it, other line ends. */
export const OWN_CSV = /^\uFEFF?"?# MAD Lab"?[,;\t]*[\r\n]/;

/** Whether a file is such a table, in whatever way its text is written. */
export async function isOwnCsv(file: File): Promise<boolean> {
  const start = await file
    .slice(0, 400)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  // of marks and of the halves of UTF-16 nothing is left
  return OWN_CSV.test(String.fromCharCode(...new Uint8Array(start).filter((byte) => byte > 0 && byte < 128)));
}
