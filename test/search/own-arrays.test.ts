import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { withOwnArrays } from '../../src/search/own-arrays.ts';

test('arrays that were read from a file hold nothing but themselves', () => {
  const saved = {
    bits: Uint8Array.of(1, 2),
    counts: Uint16Array.of(3),
    ids: Uint32Array.of(4, 5),
    terms: ['a'],
    count: 1,
  };
  const read = deserialize(serialize(saved)) as typeof saved;
  const held = withOwnArrays(read);
  expect(held).toEqual(saved);
  for (const { buffer, byteLength } of [held.bits, held.counts, held.ids]) expect(buffer.byteLength).toBe(byteLength);
  expect(read.bits.buffer.byteLength).toBeGreaterThan(2);
});
