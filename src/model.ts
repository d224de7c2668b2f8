/**
 * The nouns of Footnote, types only, in the order of the line:
 * corpus files → articles → passages → index → answer → message.
 */

/** Offsets into a string in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One sentence for the host's log. `warn`: it mends itself, or little is missing; `error`: somebody should look. */
export type LogLine = (sentence: string, level?: 'info' | 'warn' | 'error') => void;

// ── Articles ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A metadata value that knows where it came from. A `null` value is an answer ("not stated"), and is shown. */
export interface Field<T> {
  readonly value: T | null;
  /** 'front-matter' | 'line 2' | 'url-path' | 'heading' | 'file-name' | 'not stated' | … : shown under /source. */
  readonly from: string;
  /** Where in the article's text the value stands, when it stands there. */
  readonly span?: Span;
  readonly note?: string;
}

/** A date as far as the source states it: '2016', '2016-04' or '2016-04-13'. */
export interface StatedDate {
  readonly iso: string;
  readonly precision: 'year' | 'month' | 'day';
}

export type BoilerplateKind =
  | 'comment-form'
  | 'counter'
  | 'credit'
  | 'log-in'
  | 'story-code'
  | 'share'
  | 'navigation'
  | 'notice'
  | 'post-meta';

export type BlockRole =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'quotation'
  | 'code'
  | 'table-row'
  | 'byline'
  | 'date'
  | 'source-line'
  | 'front-matter'
  | `boilerplate:${BoilerplateKind}`;

/** A run of the article's text with one role. Blocks are in order and never overlap; only white space lies between. */
export interface Block extends Span {
  readonly role: BlockRole;
  /** True for the article itself (paragraph, list, quotation, code, table-row): only these are indexed and quoted. */
  readonly body: boolean;
  /** 1–6, for a heading. */
  readonly level?: number;
  /** Index in `Article.blocks` of the heading this block stands under. */
  readonly section?: number;
  /** Body blocks: 1-based number within the section (or the article before its first heading); of a PDF, within the page. */
  readonly paragraph?: number;
  /** 1-based line on which the block starts. */
  readonly line: number;
  /** Body blocks: whole sentences in order, never crossing the block. */
  readonly sentences: readonly Sentence[];
}

/** A sentence; one longer than `sentenceCharsMax` is kept as pieces that end between words. */
export interface Sentence extends Span {
  /** True on a piece whose sentence continues in the next piece. */
  readonly goesOn?: true;
}

/** Something inside a sentence that is not the author's: shown as "[…]", never closed up silently. */
export interface Mark extends Span {
  readonly kind: 'spam-url';
}

/** A page of a format that has them: it goes to where the next one starts. */
export interface Page {
  /** As the document numbers it: '12', 'iv'. */
  readonly label: string;
  readonly start: number;
}

/** A warning that goes with every quote of an article, and explains itself under /source. */
export interface Label {
  readonly kind: 'machine-rewritten' | 'other-language' | 'low-confidence-extraction' | 'no-text-layer';
  /** Shown with each quote, at most 40 characters. */
  readonly text: string;
  readonly reason: string;
}

export interface Article {
  /** Eight characters, from the path: stays the same when the text is edited. */
  readonly id: string;
  /** Relative to the corpus folder, with '/' and in NFC. */
  readonly path: string;
  /** For people: 'Markdown', 'PDF'. */
  readonly format: string;
  /** Size and SHA-256 of the file's own bytes. */
  readonly bytes: number;
  readonly sha256: string;
  /**
   * Canonical text. Of .txt and .md: the file decoded, byte order mark gone, CRLF and CR made LF, nothing else. Of other
   * formats: the text of their blocks as a reader sees it, blank lines between.
   */
  readonly text: string;
  readonly textSha256: string;
  readonly title: Field<string>;
  readonly authors: Field<readonly string[]>;
  readonly publisher: Field<string>;
  /** Who carried a text that another published. */
  readonly via: Field<string>;
  readonly published: Field<StatedDate>;
  readonly url: Field<string>;
  /** BCP 47, e.g. 'en'. */
  readonly lang: Field<string>;
  readonly licence: Field<string>;
  /** What the article itself names as its sources. */
  readonly sources: readonly string[];
  readonly blocks: readonly Block[];
  /** In order; none where the format has no pages. */
  readonly pages: readonly Page[];
  /** Where a word was put together that the file breaks at the end of a line, in order. */
  readonly joins: readonly number[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
}

/** What went wrong while reading, in one clear sentence that names the file, the fault and what to do. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  /** True when the file gave no article. */
  readonly fatal: boolean;
}

/** One to four whole sentences within one block: the unit that is indexed, ranked and quoted. */
export interface Passage extends Span {
  /** Position in `Library.passages`. */
  readonly id: number;
  readonly article: Article;
  /** Index in `Article.blocks`. */
  readonly block: number;
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type EntityType = 'person' | 'organisation' | 'place' | 'event' | 'untyped';

/** One occurrence of a name. */
export interface Mention extends Span {
  /** Passage id. */
  readonly passage: number;
}

export interface Entity {
  readonly id: number;
  /** The longest frequent form. */
  readonly name: string;
  readonly type: EntityType;
  /** Every spelling met, most frequent first. */
  readonly surfaces: readonly { readonly text: string; readonly count: number }[];
  /** In the order of passages. */
  readonly mentions: readonly Mention[];
}

export type Lookup =
  /** `matched` is the spelling in the library that answered; `by` says how far it is from what was typed. */
  | {
      readonly kind: 'one';
      readonly entity: Entity;
      readonly matched: string;
      readonly by: 'name' | 'part' | 'spelling' | 'alias';
    }
  | { readonly kind: 'several'; readonly entities: readonly Entity[] }
  | { readonly kind: 'none'; readonly nearest: readonly Entity[] };

/** Who, what and where is named in a library. */
export interface Names {
  /** Most mentioned first. */
  readonly entities: readonly Entity[];
  /** From what someone types to the entity; types in `prefer` win a tie. In quotation marks: that very name. */
  lookup(typed: string, prefer?: readonly EntityType[]): Lookup;
  /** The same by what is written alone: what sounds or is spelled nearly so, which costs far more, is not looked for. */
  called(typed: string, prefer?: readonly EntityType[]): Lookup | undefined;
  /** For autocomplete: entities whose name begins like, contains or nearly spells `typed`, best first. */
  complete(typed: string, prefer: readonly EntityType[], limit: number): readonly Entity[];
  /** What to ask for to get this entity and none of its namesakes: its name in quotation marks, with a number where others bear it. */
  nameFor(entity: Entity): string;
  /** Entities mentioned in a passage. */
  inPassage(passage: number): readonly Entity[];
}

/** What the owner of a corpus says of its names, in `aliases.yaml`. */
export interface Corrections {
  /** Another name → the name that it stands for. */
  readonly alias: ReadonlyMap<string, string>;
  readonly retype: ReadonlyMap<string, EntityType>;
  /** No names at all. */
  readonly hide: readonly string[];
  /** Names of something of its own, whatever name they look like. */
  readonly split: readonly string[];
}

// ── Search ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A word of a query as the index understands it. */
export interface QueryWord {
  readonly text: string;
  /** What counts as the word: its term in each language of the library or, of one that no text holds, its likely spellings. */
  readonly terms: ReadonlySet<string>;
  /** Inverse document frequency. */
  readonly rarity: number;
}

/** A passage found by the engine. */
export interface Hit {
  readonly passage: Passage;
  /** The engine's own score; comparable within one query only. */
  readonly score: number;
  /** How much of the query's terms, weighted by rarity, the passage holds: 0 to 1. */
  readonly coverage: number;
  /** BM25 of its whole article and of its section, as a share of what a text could reach at most: 0 to 1. */
  readonly article: number;
  readonly section: number;
  /** The numbers of the query's words that the passage holds in a synonym, a derived word or a kind of what they stand for. */
  readonly related: ReadonlySet<number>;
}

/** What the engine makes of a query: its words, stop words aside, in order; and the hits, best first. */
export interface Searched {
  readonly words: readonly QueryWord[];
  /** The rarity of a word that nothing in the library holds. */
  readonly rarest: number;
  /** True where the question is in English, as far as its small words tell. */
  readonly isEnglish: boolean;
  readonly hits: readonly Hit[];
}

/** The narrow door to the full-text engine. */
export interface Engine {
  /**
   * No hits when the query has no term that the index knows or nearly knows. `share`: of what a question may cost, how much
   * this one may, its rarest word aside.
   */
  search(query: string, limit: number, share?: number): Promise<Searched>;
  /** True when every word of the query (stop words aside) stands somewhere in the library. */
  knows(query: string): boolean;
  readonly termCount: number;
}

/** Finds wordings word for word, whatever the case, accents, line breaks, hyphens and shapes of quotation marks. */
export interface Phrases {
  /** Spans of whole words, in the order of the library; at most `limit`. */
  find(phrase: string, limit: number): readonly { readonly article: Article; readonly span: Span }[];
}

/** Everything that answers are made from; immutable. */
export interface Library {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly passages: readonly Passage[];
  readonly names: Names;
  readonly engine: Engine;
  readonly phrases: Phrases;
  articleById(id: string): Article | undefined;
  /** Passages that share something with the span, in order. */
  passagesIn(article: Article, span: Span): readonly Passage[];
}

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

declare const verbatim: unique symbol;

/** A span of an article's body, whose text is the article's own. Only `quote()` in answer/quote.ts makes one. */
export interface Quote extends Span {
  readonly [verbatim]: true;
  readonly article: Article;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
}

/** What was asked, as understood and bounded. */
export interface Asked {
  /** Command name without the slash. */
  readonly command: string;
  readonly query: string;
}

export interface Subject {
  readonly name: string;
  readonly type: EntityType;
  readonly surfaces: readonly string[];
}

/** One entry of an answer: a quote, what matched in it, and where else the same words stand. */
export interface Found {
  readonly quote: Quote;
  /** Absolute spans within the quote, in order, not overlapping. */
  readonly matches: readonly Span[];
  /** The sentence of the quote that answers the question, where it has others. */
  readonly best?: Span;
  readonly alsoIn: readonly Quote[];
  /** The date for which a timeline holds the quote. */
  readonly when?: When;
  /** What put it in its place, most first. */
  readonly why?: readonly Reason[];
}

/** What a feature of a passage gave for its place in the answer. */
export interface Reason {
  readonly feature: string;
  /** Why the feature helps, for people. */
  readonly because: string;
  readonly points: number;
}

/** A date as a source puts it, and the days it stands for. */
export interface When {
  /** The source's own words. */
  readonly text: string;
  /** First and last day, as '2016-04-13'; null where no year is stated. */
  readonly from: string | null;
  readonly to: string | null;
  /** True where the year stands elsewhere: in the words before it, or on the day of publication. */
  readonly isReckoned: boolean;
}

/** Something to ask instead or next: a button in Discord, a line in the console. */
export interface Choice {
  /** What the reader sees and could type. */
  readonly label: string;
  /** A few words that tell it apart, e.g. 'person · 14 mentions'. */
  readonly detail: string;
  readonly ask: Asked;
}

export interface FoundAnswer {
  readonly kind: 'found';
  readonly asked: Asked;
  readonly subject: Subject | null;
  /** One sentence above the quotes, e.g. which spelling was taken. */
  readonly note?: string;
  /** Passages that fit, before the cap on `found`. */
  readonly total: number;
  readonly found: readonly Found[];
}

export interface ChooseAnswer {
  readonly kind: 'choose';
  readonly asked: Asked;
  readonly choices: readonly Choice[];
}

export interface NothingAnswer {
  readonly kind: 'nothing';
  readonly asked: Asked;
  /** One sentence: what was not found, or what to do. */
  readonly reason: string;
  readonly searched: { readonly articles: number; readonly passages: number };
  readonly nearest: readonly Choice[];
}

/** A heading of an article and where reading on from it starts. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly paragraphs: number;
  readonly start: number;
}

/** One article: what it is, how it is built, its first lines. */
export interface SourceAnswer {
  readonly kind: 'source';
  readonly asked: Asked;
  readonly article: Article;
  readonly outline: readonly OutlineEntry[];
  readonly paragraphs: number;
  readonly opening: readonly Quote[];
}

/** A stretch of one article, in order: read on, or what stands before and after a quote. */
export interface ReadingAnswer {
  readonly kind: 'reading';
  readonly article: Article;
  /** One quote a block, in order. */
  readonly quotes: readonly Quote[];
  /** The quote that the reader came from; lies within `quotes`. */
  readonly mark?: Span;
  /** Where the stretches before and after start, when there are any. */
  readonly earlier?: number;
  readonly later?: number;
}

/** The shelf: every article. */
export interface ShelfAnswer {
  readonly kind: 'shelf';
  readonly asked: Asked;
  readonly articles: readonly Article[];
  /** Files that gave no article. */
  readonly unread: number;
}

/** An entry of the index of names. */
export interface IndexEntry {
  readonly name: string;
  readonly mentions: number;
  readonly sources: number;
  /** What leads to the passages. */
  readonly ask: Asked;
}

/** The index of names, as at the back of a book: by type, then by the alphabet. */
export interface NamesAnswer {
  readonly kind: 'names';
  readonly asked: Asked;
  /** All names of the library, whatever was asked for. */
  readonly total: number;
  /** Types without an entry are left out. */
  readonly groups: readonly { readonly type: EntityType; readonly entries: readonly IndexEntry[] }[];
}

export interface HelpAnswer {
  readonly kind: 'help';
  readonly asked: Asked;
  readonly commands: readonly { readonly usage: string; readonly description: string; readonly example: string }[];
  readonly articles: number;
}

/** A stretch in which what somebody said that a source says, and the source itself, differ. */
export interface Difference {
  /**
   * changed: other words. added: words that the source hasn't. dropped: words of the source that weren't said. inserted: in
   * square brackets. elided: where the saying has "…".
   */
  readonly kind: 'changed' | 'added' | 'dropped' | 'inserted' | 'elided';
  /** In what was said; null where nothing stands for the source's words. */
  readonly said: Span | null;
  /** In the article; null where nothing stands for the words said. */
  readonly source: Span | null;
}

/** One quotation of a message, compared with the library. */
export interface Checked {
  /** As the message has it: nobody's quotation until the library vouches for it. */
  readonly said: string;
  readonly verdict: 'exact' | 'altered' | 'absent';
  /** The sentences of one source in which the words stand, a quote a block; of words that are absent, the nearest passage. */
  readonly quotes: readonly Quote[];
  /** In that source: the words that were said or, where they were altered, those that differ. In order. */
  readonly matches: readonly Span[];
  readonly differences: readonly Difference[];
  /** The other sources in which the words stand to the letter. */
  readonly alsoIn: readonly Article[];
  /** Titles, authors or publishers that the message names, when the words stand in none of theirs. */
  readonly misnamed: readonly string[];
}

/** What a message quotes, quotation by quotation. */
export interface CheckAnswer {
  readonly kind: 'check';
  readonly asked: Asked;
  readonly checks: readonly Checked[];
  /** True when nothing was marked as a quotation, and all of the message was taken. */
  readonly isWhole: boolean;
  /** Quotations beyond those that are checked at once. */
  readonly left: number;
}

export type Answer =
  | FoundAnswer
  | ChooseAnswer
  | NothingAnswer
  | SourceAnswer
  | ReadingAnswer
  | ShelfAnswer
  | NamesAnswer
  | CheckAnswer
  | HelpAnswer;

/** A quote with its source, ready to paste. */
export interface Citation {
  readonly plain: string;
  /** The passage as a Markdown quotation, with its source. */
  readonly markdown: string;
}

// ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly charsMax: number;
}

/** A command is a value, with no word of Discord: all that shows or runs commands is derived from the list. */
export interface Command {
  /** Lower case, without the slash. */
  readonly name: string;
  readonly description: string;
  /** The one thing it is asked, or none. */
  readonly option?: CommandOption;
  /** As typed, with the slash. */
  readonly example: string;
  /** Values for autocomplete, best first. */
  suggest?(library: Library, typed: string): readonly { readonly label: string; readonly value: string }[];
  answer(library: Library, query: string): Promise<Answer>;
}

/** A question that is asked of a message: in Discord under Apps, on the message itself. */
export interface MessageCommand {
  /** Lower case, as in `Asked`. */
  readonly name: string;
  /** What the reader chooses. */
  readonly label: string;
  readonly description: string;
  answer(library: Library, message: string): Promise<Answer>;
}
