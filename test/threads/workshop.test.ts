/** What only a deadline or a bound on memory can stop: the guards of the readers let these files pass. */
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkshop } from '../../src/threads/workshop.ts';

const hasty = openWorkshop(250);
const patient = openWorkshop();
afterAll(async () => {
  await Promise.all([hasty.stop(), patient.stop()]);
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const links = bytesOf(
  `<html><body>${'<p><a href="/x">One link of many</a> and words</p>'.repeat(29_000)}</body></html>`,
);
const lines = bytesOf('a b c\n'.repeat(190_000));
const honest = bytesOf(
  '# The lock\n\nThe lock keeper opened the gates at six in the morning, and closed them at ten.\n',
);

describe('a file that takes too long', () => {
  test.each([
    ['links.html', links],
    ['lines.txt', lines],
  ])('is given up: %s', async (name, bytes) => {
    const { article, problems } = await hasty.read(name, bytes);
    expect(article).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual([
      `${name} took longer than 0.25 s to read and was left out; save its text as .txt or .md and add that file instead.`,
    ]);
  });

  test('holds nobody else up for longer: the next file is read', async () => {
    const [bad, good] = await Promise.all([hasty.read('links.html', links), patient.read('lock.md', honest)]);
    expect(bad.article).toBeNull();
    expect(good.article?.title.value).toBe('The lock');
    expect((await patient.read('lock.md', honest)).problems).toEqual([]);
  });
});
