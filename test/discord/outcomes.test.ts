import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outcomes } from '../../src/discord/dispatch.ts';

test('every outcome that is counted is explained to hosts, and no other', () => {
  const hosting = readFileSync(new URL('../../docs/HOSTING.md', import.meta.url), 'utf8');
  const [, section = ''] = hosting.split('\n### Outcomes\n');
  const [table = ''] = section.split('\n## ');
  const explained = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]!);
  expect(explained.sort()).toEqual([...outcomes].sort());
});
