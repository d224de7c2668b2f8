/** `npm run readme`: writes into README.md what is derived from the code — the commands' table and a real answer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerTo, commands } from '../commands/index.ts';
import { library, privacy } from '../commands/managing.ts';
import { bundledCorpus } from '../config.ts';
import { openLibrary } from '../library.ts';
import { plainStyle, printed } from './print.ts';
import { asked } from './prompt.ts';

export const readmeFile = fileURLToPath(new URL('../../README.md', import.meta.url));
const transcriptCommand = '/who Soleimani';
const transcriptQuotes = 2;

/** The README with its derived parts made anew; throws when a marker is missing. */
export async function readmeOf(readme: string): Promise<string> {
  const parts = { commands: commandsTable(), library: libraryTable(), answer: await transcript() };
  return Object.entries(parts).reduce((made, [name, part]) => withPart(made, name, part), readme);
}

function commandsTable(): string {
  const rows = commands.map(
    ({ name, option, description, example }) =>
      `| \`/${name}${option ? ` ${option.name}` : ''}\` | ${description} | \`${example}\` |`,
  );
  return ['| command | what it answers | for example |', '|---|---|---|', ...rows].join('\n');
}

function libraryTable(): string {
  const rows = library.commands.map(({ description, name, options }) => {
    const taken = options.map((option) => ` ${option.name}`).join('');
    return `| \`/${library.name} ${name}${taken}\` | ${description} |`;
  });
  return ['| command | what it does |', '|---|---|', ...rows, `| \`/${privacy.name}\` | ${privacy.description} |`].join(
    '\n',
  );
}

async function transcript(): Promise<string> {
  const library = await openLibrary(bundledCorpus);
  const answer = await answerTo(library, asked(transcriptCommand));
  return `\`\`\`text\n› ${transcriptCommand}\n\n${wrapped(printed(answer, plainStyle, { from: 0, count: transcriptQuotes, more: (left) => `${left} more: press Enter` }))}\n\`\`\``;
}

const columns = 110;

/** Long lines broken between words, for a page that does not wrap them. */
const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const indent = /^\s*/.exec(line)![0];
      const lines = [''];
      for (const word of line.trim().replaceAll('¶ ', '¶\u00a0').split(' ')) {
        if (lines.at(-1)!.length + word.length + indent.length > columns) lines.push('');
        lines[lines.length - 1] += `${lines.at(-1) ? ' ' : ''}${word}`;
      }
      return lines.map((part) => (part ? indent + part : '')).join('\n');
    })
    .join('\n');

function withPart(readme: string, name: string, part: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no part between ${open} and ${close}`);
  return `${readme.slice(0, start + open.length)}\n${part}\n${readme.slice(end)}`;
}

if (import.meta.main) writeFileSync(readmeFile, await readmeOf(readFileSync(readmeFile, 'utf8')));
