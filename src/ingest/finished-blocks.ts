/** A reader's draft blocks → the article's: sections, numbers of paragraphs, lines and sentences. Stands before passages. */
import type { Block, Page, Sentence } from '../model.ts';
import { inked, wholeCharacters } from '../text/characters.ts';
import { sentencesOf } from '../text/sentences.ts';
import { bodyRoles, type Draft, type DraftBlock } from './draft.ts';
import { pageAt } from './place.ts';

/** Paragraphs are counted from each heading; where a format has pages and no headings to speak of, from each page. */
export function finishedBlocks({ text, blocks: drafts, pages, countsByPage }: Draft, lang: string): Block[] {
  let section: number | undefined;
  let paragraph = 0;
  let page: Page | undefined;
  let line = 1;
  let at = 0;
  return drafts.map((draft, index): Block => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < draft.start; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    const { start, end, role } = draft;
    const body = bodyRoles.has(role);
    const pageOfBlock = countsByPage ? pageAt(pages, start) : undefined;
    if (pageOfBlock !== page) paragraph = 0;
    page = pageOfBlock;
    if (role === 'heading') {
      section = index;
      if (!countsByPage) paragraph = 0;
    }
    return {
      start,
      end,
      role,
      body,
      ...(role === 'heading' ? { level: draft.level ?? 2 } : {}),
      ...(body && section !== undefined ? { section } : {}),
      ...(body ? { paragraph: ++paragraph } : {}),
      line,
      sentences: body ? sentencesOfBlock(text, draft, lang) : [],
    };
  });
}

/** Sentences of each item by itself; the ">" of a quotation is not a part of what it says. */
function sentencesOfBlock(text: string, draft: DraftBlock, lang: string): Sentence[] {
  const starts = [draft.start, ...(draft.itemStarts ?? []).filter((start) => start > draft.start && start < draft.end)];
  const sentences: Sentence[] = [];
  starts.forEach((start, index) => {
    const item = { start, end: starts[index + 1] ?? draft.end };
    for (const sentence of sentencesOf(text, item, lang)) {
      const own = draft.role === 'quotation' ? withoutQuoteMarks(text, sentence) : sentence;
      if (own) sentences.push(own);
    }
  });
  return sentences;
}

function withoutQuoteMarks(text: string, sentence: Sentence): Sentence | null {
  let { start, end } = sentence;
  const isMark = (at: number) => text[at] === '>' && wholeCharacters(text, { start: at + 1, end }, at).start > at;
  while (start < end && isMark(start)) start = inked(text, start + 1, end)?.start ?? end;
  while (end > start && text[end - 1] === '>' && /\s/.test(text[end - 2] ?? ''))
    end = inked(text, start, end - 1)?.end ?? start;
  return end > start ? { ...sentence, start, end } : null;
}
