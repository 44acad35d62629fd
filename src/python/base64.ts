/** Bytes of one call: engines allow some 65,000 arguments. */
const CHUNK = 8192;

/** gzip's first two bytes */
const isZipped = ([first, second]: Uint8Array) => first === 0x1f && second === 0x8b;

/** What a file holds, zipped, as base64. A server may have had the browser unzip it on its way. */
export async function base64Of(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = isZipped(file) ? file : await zipped(file);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

async function zipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
