/** How a table that this page saved begins. A spreadsheet may have put quotation marks around the line, or empty cells behind it. */
export const OWN_CSV = /^\uFEFF?"?# MAD Lab"?[,;]*\r?\n/;
