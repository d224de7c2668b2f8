/** What must hold of ids, clocks and refusals, whatever they are given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import { allComponents, displayedBytes, textDisplaysOf } from '../../src/room/component-check.ts';
import { storedComponents } from '../../src/room/message-shape.ts';
import { described, invalidForm } from '../../src/room/refusal.ts';
import { createSnowflakes, timeOfSnowflake } from '../../src/room/snowflake.ts';
import { codesAt } from './bot.ts';

const start = Date.UTC(2026, 0, 1);

test('ids only grow, however the clock moves, and tell their time', () => {
  const steps = fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 100 });
  fc.assert(
    fc.property(steps, (moves) => {
      let time = start;
      const next = createSnowflakes({ now: () => time, after: () => () => {} });
      let last = BigInt(next());
      for (const move of moves) {
        time += move;
        const id = BigInt(next());
        if (id <= last) return false;
        last = id;
      }
      return true;
    }),
  );
  const time = start + 12_345;
  const next = createSnowflakes({ now: () => time, after: () => () => {} });
  expect(timeOfSnowflake(next())).toBe(time);
});

test('a clock moved by hand runs what falls due, in order, once, and not what was called off', () => {
  const delays = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { maxLength: 20 });
  fc.assert(
    fc.property(delays, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }), (timers, moves) => {
      const clock = createManualClock(start);
      const ran: number[] = [];
      for (const [delay, isCalledOff] of timers) {
        const callOff = clock.after(delay, () => ran.push(clock.now() - start));
        if (isCalledOff) callOff();
      }
      for (const move of moves) clock.advance(move);
      const total = moves.reduce((sum, move) => sum + move, 0);
      const due = timers
        .filter(([delay, isCalledOff]) => !isCalledOff && delay <= total && moves.length > 0)
        .map(([delay]) => delay);
      expect(ran).toEqual(due.sort((a, b) => a - b));
      expect(clock.now() - start).toBe(total);
    }),
  );
});

const step = fc.oneof(fc.constantFrom('data', 'components', 'content', '__proto__', 'constructor'), fc.nat(9));
const fault = fc.record({
  path: fc.array(step, { maxLength: 5 }),
  code: fc.constantFrom('A', 'B', 'C'),
  message: fc.string(),
});

test('each fault of a form is found at its place, and told', () => {
  fc.assert(
    fc.property(fc.array(fault, { maxLength: 8 }), (faults) => {
      const refused = invalidForm(faults);
      const wire = { rawError: JSON.parse(JSON.stringify(refused.body)) };
      for (const { path, code } of faults) expect(codesAt(wire, ...path)).toContain(code);
      for (const { code } of faults) expect(described(refused)).toContain(`(${code})`);
    }),
  );
});

const { tree } = fc.letrec<{ tree: object; leaf: object; branch: object }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
  leaf: fc.record({ type: fc.constant(10), content: fc.string({ unit: 'binary' }) }),
  branch: fc.record({
    type: fc.constantFrom(1, 9, 17),
    components: fc.array(tie('tree'), { maxLength: 4 }),
    accessory: fc.option(tie('leaf'), { nil: undefined }),
  }),
}));

interface Tree {
  readonly content?: string;
  readonly components?: readonly Tree[];
  readonly accessory?: Tree;
}

test('every component counts once, at the place where it stands, and every stored one has an id of its own', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (components) => {
      const flat = (nodes: readonly Tree[]): Tree[] =>
        nodes.flatMap((node) => [
          node,
          ...flat(node.components ?? []),
          ...flat(node.accessory ? [node.accessory] : []),
        ]);
      const expected = flat(components as Tree[]);
      const placed = allComponents(components, []);
      expect(placed.map(({ component }) => component)).toEqual(expected);
      for (const { component, path } of placed) {
        const at = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], components);
        expect(at).toBe(component);
      }
      const texts = expected.flatMap(({ content }) => (content === undefined ? [] : [content]));
      expect(textDisplaysOf(components)).toEqual(texts);
      expect(displayedBytes(components)).toBe(
        texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length + 12, 0),
      );
      const ids = allComponents(storedComponents(components), []).map(({ component }) => component['id']);
      expect(new Set(ids).size).toBe(placed.length);
    }),
  );
});
