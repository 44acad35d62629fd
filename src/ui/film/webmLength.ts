/** The duration of a WebM file, 8 bytes of it: element 4489 of the Matroska specification, in milliseconds as recorders count. */
const DURATION = [0x44, 0x89, 0x88];
/** It stands near the beginning. */
const HEAD = 1024;

/** Says in a recorded file how long it is, where its recorder left room for that and wrote nothing: players then show where they are. */
export function withLength(file: Uint8Array, seconds: number): Uint8Array {
  for (let at = 0; at + 11 <= Math.min(HEAD, file.length); at++) {
    if (DURATION.some((byte, i) => file[at + i] !== byte)) continue;
    const said = new DataView(file.buffer, file.byteOffset + at + DURATION.length, 8);
    if (said.getFloat64(0) === 0) said.setFloat64(0, 1000 * seconds);
    break;
  }
  return file;
}
