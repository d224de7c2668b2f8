/** How well Word files are read: generated files as ten programs and habits write them, of which it is known what they say. */
import {
  type DocxMakings,
  docxEntries,
  type Entries,
  escaped,
  listItem,
  noteMark,
  paragraph,
  run,
  table,
  wordStyles,
  zipOf,
} from '../../test/ingest/made-files.ts';
import { createRandom, type Random } from '../random.ts';
import { type Part, type Sample, sampleOf, tongues } from './samples.ts';
import { type Outcome, outcomeOf, reportOf } from './verbatim.ts';

/** How a program writes text and parts. */
interface Dress {
  /** Markup of a paragraph's inside. */
  readonly inside?: (text: string, random: Random) => string;
  readonly headingStyle?: string;
  readonly titleStyle?: string;
  readonly styles?: string;
  readonly quoteStyle?: string;
  readonly makings?: (sample: Sample, body: string) => Partial<DocxMakings>;
  /** What is done to the whole archive. */
  readonly entries?: (entries: Entries) => Entries;
}

export async function measureDocx(): Promise<readonly string[]> {
  const outcomes: Outcome[] = [];
  const langs = Object.keys(tongues);
  for (const [at, [name, dress]] of Object.entries(dresses).entries()) {
    for (let nth = 0; nth < 4; nth++) {
      const random = createRandom(at * 100 + nth + 1);
      const lang = nth === 0 ? 'en' : (langs[(at + nth) % langs.length] as string);
      const sample = sampleOf(lang, random, 3 + random.below(4));
      const entries = entriesOf(sample, dress, random);
      outcomes.push(await outcomeOf(name, 'a.docx', await zipOf(dress.entries?.(entries) ?? entries), sample));
    }
  }
  return reportOf(outcomes);
}

function entriesOf(sample: Sample, dress: Dress, random: Random): Entries {
  const inside = dress.inside ?? ((text: string) => run(text));
  const title = paragraph(inside(sample.title, random), dress.titleStyle ?? 'Title');
  const body = title + sample.parts.map((part, at) => partOf(part, at, dress, (text) => inside(text, random))).join('');
  return docxEntries({ body, styles: wordStyles + (dress.styles ?? ''), ...dress.makings?.(sample, body) });
}

function partOf({ kind, texts }: Part, at: number, dress: Dress, inside: (text: string) => string): string {
  switch (kind) {
    case 'heading':
      return texts.map((text) => paragraph(inside(text), dress.headingStyle ?? `Heading${1 + (at % 3)}`)).join('');
    case 'list':
      return texts.map((text) => listItem(text, at + 1)).join('');
    case 'table':
      return table([texts.slice(0, 2), texts.slice(2, 4), texts.slice(4)]);
    case 'quotation':
      return texts.map((text) => paragraph(inside(text), dress.quoteStyle ?? 'Quote')).join('');
    default:
      return texts.map((text) => paragraph(inside(text))).join('');
  }
}

// ── Habits ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Word parts text wherever somebody typed, checked or formatted something: within words, too. */
const inPieces = (text: string, random: Random, between: (random: Random) => string = () => ''): string => {
  let markup = '';
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(25);
    const properties = random.pick([
      '',
      '<w:b/>',
      '<w:i/><w:lang w:val="de-DE"/>',
      '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>',
    ]);
    markup += run(text.slice(at, at + length), properties) + between(random);
    at += length;
  }
  return markup;
};

const marks = [
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:bookmarkEnd w:id="1"/>',
  '<w:r><w:lastRenderedPageBreak/></w:r>',
  '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
  '',
];
const deleted = [
  '<w:del w:id="1" w:author="x"><w:r><w:delText xml:space="preserve">struck out </w:delText></w:r></w:del>',
  '<w:moveFrom w:id="2"><w:r><w:t>moved away</w:t></w:r></w:moveFrom>',
  '',
  '',
];
const inserted = (text: string): string => `<w:ins w:id="3" w:author="x">${run(text)}</w:ins>`;
const linked = (text: string): string =>
  `<w:hyperlink w:anchor="_Ref1">${run(text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
const field = (text: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF _Ref1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const simpleField = (text: string): string => `<w:fldSimple w:instr=" TITLE ">${run(text)}</w:fldSimple>`;
const control = (text: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
const turned = (text: string): string => `<w:dir w:val="ltr">${run(text)}</w:dir>`;

/** Every third word by itself within one of the wrappers. */
const wrapped = (text: string, random: Random, wrappers: readonly ((text: string) => string)[]): string =>
  text
    .split(/(?<= )/)
    .map((word, at) => (at % 3 === 1 ? random.pick(wrappers)(word) : run(word)))
    .join('');

const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

const rewritten = (entries: Entries, change: (name: string, source: string) => string | Uint8Array): Entries =>
  Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, change(name, String(source))]));

const dresses: Readonly<Record<string, Dress>> = {
  'Word, as typed': { inside: (text, random) => inPieces(text, random, (chance) => chance.pick(marks)) },
  'Word, in another language': {
    headingStyle: 'berschrift1',
    titleStyle: 'Titel',
    quoteStyle: 'Zitat',
    styles: style('berschrift1', 'heading 1') + style('Titel', 'Title') + style('Zitat', 'Quote'),
  },
  'a house style': {
    headingStyle: 'Zwischentitel',
    styles:
      style('Zwischentitel', 'Zwischentitel', '<w:basedOn w:val="Oberstil"/>') +
      style('Oberstil', 'Oberstil', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  },
  'changes tracked': {
    inside: (text, random) => wrapped(text, random, [inserted, (word) => random.pick(deleted) + run(word)]),
  },
  'links, fields and controls': {
    inside: (text, random) => wrapped(text, random, [linked, field, simpleField, control, turned]),
  },
  'notes in every sentence': {
    inside: (text) => {
      const at = text.indexOf(' ', text.length / 2);
      return at < 0 ? run(text) : run(text.slice(0, at)) + noteMark(2) + run(text.slice(at)) + noteMark(3, 'endnote');
    },
    makings: () => ({
      footnotes: `<w:footnote w:id="2">${paragraph('A note.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${paragraph('Another.')}</w:endnote>`,
    }),
  },
  'soft hyphens and page breaks': {
    inside: (text) =>
      text
        .split(/(?<= )/)
        .map((word, at) =>
          at % 4 === 2
            ? `${run(word.slice(0, 2))}<w:r><w:softHyphen/></w:r>${run(`\u00ad${word.slice(2)}`)}`
            : run(word),
        )
        .join('<w:r><w:lastRenderedPageBreak/></w:r>'),
  },
  'text set in a table': {
    makings: (_, body) => ({ body: `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>` }),
  },
  'another prefix, other names of parts': {
    entries: (entries) =>
      Object.fromEntries(
        Object.entries(
          rewritten(entries, (_, source) =>
            source
              .replaceAll('w:', 'ns0:')
              .replaceAll('xmlns:w=', 'xmlns:ns0=')
              .replaceAll('/document.xml', '/document2.xml')
              .replaceAll('styles.xml', 'styles7.xml'),
          ),
        ).map(([name, source]) => [
          name.replace('document.xml', 'document2.xml').replace('styles.xml', 'styles7.xml'),
          source,
        ]),
      ),
  },
  'UTF-16': {
    entries: (entries) =>
      rewritten(entries, (name, source) =>
        name.endsWith('document.xml') ? Buffer.from(`\ufeff${source.replace('UTF-8', 'UTF-16')}`, 'utf16le') : source,
      ),
  },
  'a report with its contents': {
    makings: (sample, body) => ({
      body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${sample.parts
        .filter(({ kind }) => kind === 'heading')
        .map(({ texts }) => paragraph(`${texts[0]} 3`, 'TOC1'))
        .join('')}</w:sdtContent></w:sdt>${body}`,
      core: `<dc:title>${escaped(sample.title)}</dc:title><dc:creator>${escaped(sample.authors[0] ?? '')}</dc:creator>`,
    }),
  },
};
