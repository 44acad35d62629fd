/** Bytes of UTF-8 that are read of a lesson: L1, the longest so far, has ten thousand. */
export const LONGEST_LESSON = 256_000;

export function sizeProblem(file: string): string | null {
  // no text has fewer bytes than characters: what is far too long is not encoded first
  const bytes = file.length > LONGEST_LESSON ? file.length : new TextEncoder().encode(file).length;
  return bytes > LONGEST_LESSON ? `This file has over ${LONGEST_LESSON / 1000} kB; a lesson has at most that.` : null;
}
