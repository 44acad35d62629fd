/** Bytes one behind the other, however many there will be. */
export class Bytes {
  #held = new Uint8Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#held.length) return;
    const larger = new Uint8Array(2 * Math.max(this.#held.length, this.#length + more));
    larger.set(this.#held.subarray(0, this.#length));
    this.#held = larger;
  }

  add(...bytes: readonly number[]): void {
    this.append(Uint8Array.from(bytes));
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#held.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Two bytes, the low one first. */
  short(value: number): void {
    this.add(value & 255, value >> 8);
  }

  all(): Uint8Array {
    return this.#held.slice(0, this.#length);
  }
}
