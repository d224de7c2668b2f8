/** The reader of saved web pages: bytes → the article on the page, with what the page says of it. */
import type { Field, Label, Problem } from '../../model.ts';
import { decodeText } from '../decode.ts';
import { type Draft, fatal, shownPath } from '../draft.ts';
import { canBeLanguage, languageOf } from '../language.ts';
import { draftOf } from './blocks.ts';
import { declaredCharset } from './declared-charset.ts';
import { linkedArticle, type PageNames } from './json-ld.ts';
import { mainTextOf } from './main-text.ts';
import { metaField, metaOf } from './meta.ts';
import { detailsOf } from './metadata.ts';
import { withOpening } from './opening.ts';
import { type PageDocument, pageOf } from './page.ts';
import { signedDetails } from './signed.ts';

export function readPage(path: string, bytes: Uint8Array): Draft | Problem {
  const decoded = decodeText(path, bytes, declaredCharset(bytes));
  if ('fatal' in decoded) return decoded;
  return draftOfPage(path, decoded.text, decoded.problems);
}

export function draftOfPage(path: string, source: string, problems: readonly Problem[]): Draft | Problem {
  const draft = draftOfShown(path, source, problems, false);
  if (!isEmpty(draft) || !/<script|visibility\s*:\s*hidden/i.test(source)) return draft;
  const unveiled = draftOfShown(path, source, problems, true);
  return isEmpty(unveiled) && /<script/i.test(source) ? drawnByProgram(path) : unveiled;
}

const isEmpty = (draft: Draft | Problem): boolean => 'blocks' in draft && draft.blocks.length === 0;

const drawnByProgram = (path: string): Problem =>
  fatal(
    path,
    `${shownPath(path)} holds no text, only the program that draws the page in a browser; open the page there and print it to a PDF, or copy its text into a .txt file, and add that.`,
  );

/** `unveiled`: with what a program would have made visible. */
function draftOfShown(path: string, source: string, problems: readonly Problem[], unveiled: boolean): Draft | Problem {
  const page = pageOf(source, unveiled);
  if ('refused' in page)
    return fatal(path, `${shownPath(path)} ${page.refused}; save its text as .txt and add that file instead.`);
  const linked = linkedArticle(page.jsonLd, namesOfPage(page.document));
  const details = detailsOf(page, linked);
  const stated = page.document.documentElement.getAttribute('lang');
  const description = metaField(metaOf(page.document), descriptionNames)?.value ?? null;
  const { title, published } = details;
  const said = { body: linked?.body ?? null, title: title?.value ?? null, description };
  const main = mainTextOf(page.document, said);
  const blocks =
    main.blocks.length > 0 ? withOpening(main.blocks, title?.value ?? null, published?.value?.iso ?? null) : [];
  const draft = draftOf(blocks);
  const lang = languageOfPage(stated, draft.text);
  return {
    ...draft,
    details: {
      ...details,
      ...signedDetails(draft, details, main.head),
      ...titleIn(draft, title),
      ...(lang ? { lang } : {}),
    },
    labels: main.doubt ? [doubtful(main.doubt)] : [],
    problems,
  };
}

const descriptionNames = ['og:description', 'description', 'twitter:description'];

const doubtful = (reason: string): Label => ({
  kind: 'low-confidence-extraction',
  text: 'text may be incomplete',
  reason,
});

const headlinesMax = 20;

function namesOfPage(document: PageDocument): PageNames {
  const meta = metaOf(document);
  const headlines = [...document.querySelectorAll('title, h1')].slice(0, headlinesMax);
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '';
  return {
    titles: [...headlines.map(({ textContent }) => textContent), ...(meta.get('og:title') ?? [])],
    urls: [canonical, ...(meta.get('og:url') ?? [])],
  };
}

/** What the page says of its language, unless its letters say otherwise: one page in five that says "en" is not English. */
function languageOfPage(attribute: string | null, text: string): Field<string> | null {
  const stated = attribute?.trim().replace('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(stated)) return null;
  const told = languageOf(text);
  if (canBeLanguage(stated, told)) return { value: stated, from: 'html lang' };
  return { value: told, from: 'its words', note: `the page says “${stated}”` };
}

/** The title with the place where it stands in the text. */
function titleIn({ blocks }: Pick<Draft, 'blocks'>, title: Field<string> | undefined): { title?: Field<string> } {
  const block = blocks.find(({ role }) => role === 'title');
  return title && block ? { title: { ...title, span: { start: block.start, end: block.end } } } : {};
}
