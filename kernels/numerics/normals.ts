/** Normals: src/engine/rng.ts. */
import { lnOfTwo } from './arithmetic';

/** 2^52 and 2^-52 */
const HALF: i64 = 0x10000000000000;
const SCALE: f64 = 2.220446049250313e-16;

/**
 * Fills `into` [count, even] with standard normals. `state`: the two halves of xoroshiro128+, i64 each.
 */
export function normals(state: usize, into: usize, count: i32): void {
  const end = into + (<usize>count << 3);
  fillWithDiscPoints(state, into, end);
  // two pairs at a time; behind an odd number the last one stands for both
  for (let at = into; at < end; at += 32) {
    const next = at + 16 < end ? at + 16 : at;
    const p = v128.load(at);
    const q = v128.load(next);
    const pp = f64x2.mul(p, p);
    const qq = f64x2.mul(q, q);
    const s = f64x2.add(v128.shuffle<f64>(pp, qq, 0, 2), v128.shuffle<f64>(pp, qq, 1, 3));
    const scale = f64x2.sqrt(f64x2.div(f64x2.mul(f64x2.splat(-2), lnOfTwo(s)), s));
    v128.store(at, f64x2.mul(p, v128.shuffle<f64>(scale, scale, 0, 0)));
    v128.store(next, f64x2.mul(q, v128.shuffle<f64>(scale, scale, 1, 1)));
  }
}

/** Points of the open unit disc but for its centre, uniformly. */
function fillWithDiscPoints(state: usize, into: usize, end: usize): void {
  let s0 = load<u64>(state);
  let s1 = load<u64>(state, 8);
  for (let at = into; at < end; ) {
    let a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    let b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const u = within(a, b);
    a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const v = within(a, b);
    const s = u * u + v * v;
    store<f64>(at, u);
    store<f64>(at, v, 8);
    // one outside is written over: a branch that nobody can foresee takes longer
    at += <usize>(i32(s < 1) & i32(s > 0)) << 4;
  }
  store<u64>(state, s0);
  store<u64>(state, s1, 8);
}

/** Twice a uniform number of 53 bits, less 1; exact. */
// @ts-expect-error: decorator
@inline
function within(a: u64, b: u64): f64 {
  return <f64>(<i64>(((a & 0x3ffffff) << 27) | (b & 0x7ffffff)) - HALF) * SCALE;
}
