/** The nouns of the PDF reader, types only, in the order of its line: pieces → segments → lines → paragraphs → text. */

/** A run of text as the file places it, upright: x to the right, y of the baseline downwards, in points. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Tells fonts apart within one file; no name for people. */
  readonly font: string;
  /** Place in the order in which the file draws. */
  readonly order: number;
  /** The file leaves a space between the piece drawn before and this one. */
  readonly isSpaced: boolean;
}

/** One page, upright. */
export interface Sheet {
  /** 0-based. */
  readonly page: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** Pieces that stand side by side: a line of a column, or a cell of a table. */
export interface Segment {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its characters. */
  readonly size: number;
  readonly font: string;
  /** The narrowest distance between two of its words; of a single word, none is known. */
  readonly space: number | null;
}

/** A line of a column, as it is read; several segments where the row has cells. */
export interface TextLine extends Segment {
  readonly cells: readonly Segment[];
}

export type ParagraphRole = 'paragraph' | 'heading' | 'list' | 'table-row';

/** Lines that belong together. */
export interface Paragraph {
  readonly role: ParagraphRole;
  readonly lines: readonly TextLine[];
  readonly size: number;
  readonly font: string;
  /** A footnote, a caption: not of the size of the text around, and no part of its flow. */
  readonly isAside: boolean;
  /** Its last line could have held the next word: the paragraph ends here. */
  readonly isClosed: boolean;
  /** Its first line is set in from the margin. */
  readonly isIndented: boolean;
}

/** What most of the document is set in. */
export interface BodyStyle {
  readonly size: number;
  readonly font: string;
}
