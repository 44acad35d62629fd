/** Normals: src/engine/rng.ts. */
import { ln } from './arithmetic';

/**
 * Fills `into` [count, even] with standard normals. `state`: the two halves of xoroshiro128+, i64 each.
 */
export function normals(state: usize, into: usize, count: i32): void {
  let s0 = load<u64>(state);
  let s1 = load<u64>(state, 8);
  const end = into + (<usize>count << 3);
  for (let at = into; at < end; ) {
    let a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    let b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const u = 2 * uniform(a, b) - 1;
    a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const v = 2 * uniform(a, b) - 1;
    const s = u * u + v * v;
    if (s >= 1 || s === 0) continue;
    const scale = sqrt<f64>((-2 * ln(s)) / s);
    store<f64>(at, u * scale);
    store<f64>(at, v * scale, 8);
    at += 16;
  }
  store<u64>(state, s0);
  store<u64>(state, s1, 8);
}

// @ts-expect-error: decorator
@inline
function uniform(a: u64, b: u64): f64 {
  return <f64>(<i32>a & 0x3ffffff) * 1.4901161193847656e-8 + <f64>(<i32>b & 0x7ffffff) * 1.1102230246251565e-16;
}
