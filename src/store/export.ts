/** A shelf → zip files that hold all of it: the original files, and what was read and corrected in `library.json`. */
import type { Shelf } from './shelf.ts';

export interface ExportPlan {
  /** Ids of documents, a list for each zip file. */
  readonly parts: readonly (readonly number[])[];
  /** Files that are by themselves larger than a zip file may be; `library.json` tells of them all the same. */
  readonly leftOut: readonly { readonly id: number; readonly name: string; readonly bytes: number }[];
}

export interface ExportedPart {
  /** 'library.zip', or 'library-1-of-3.zip'. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a shelf is parted into zip files of at most `bytesMax` each; an empty shelf has no part. */
export declare function planExport(shelf: Shelf, limits: { readonly bytesMax: number }): Promise<ExportPlan>;

/** One of the plan's zip files; `at` counts from 0. What was purged since the plan was made is missing in it. */
export declare function exportPart(shelf: Shelf, plan: ExportPlan, at: number): Promise<ExportedPart>;
