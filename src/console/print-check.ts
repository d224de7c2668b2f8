/** What became of a message's quotations, as text for a terminal. */
import { differencesTold } from '../answer/differences.ts';
import type { CheckAnswer, Checked } from '../model.ts';
import { quoted, type Style, safe, sourceLines } from './print.ts';

const verdicts = { exact: 'To the letter', altered: 'Altered', absent: 'Not in this library' } as const;

export function printedCheck({ checks, left }: CheckAnswer, style: Style): string {
  if (checks.length === 0) return 'There is no quotation of five characters or more to check.';
  const more = left > 0 ? [`${left} more quotations were not checked.`] : [];
  return [...checks.map((checked) => printed(checked, style)), ...more].join('\n\n');
}

function printed(checked: Checked, style: Style): string {
  const { alsoIn, differences, matches, misnamed, quotes, said, verdict } = checked;
  const [first] = quotes;
  const told = first ? differencesTold(differences, said, first.article) : '';
  return [
    `${style.bold(verdicts[verdict])}${told ? ` · ${safe(told)}` : ''}`,
    `  Said: ${safe(said).replace(/\s+/gu, ' ')}`,
    ...(misnamed.length > 0 ? [`  The message names ${misnamed.join(', ')}; the words stand in another source.`] : []),
    ...(verdict === 'absent' && first ? ['  The nearest passage:'] : []),
    ...quotes.map((quote) => quoted(quote, matches, style)),
    ...(first ? sourceLines(first, style) : []),
    ...(alsoIn.length > 0
      ? [`    ${style.dim(`also in ${alsoIn.map(({ title, path }) => title.value ?? path).join('; ')}`)}`]
      : []),
  ].join('\n');
}
