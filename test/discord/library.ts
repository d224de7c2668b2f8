/** A library of articles at hand, by the real pipeline. */
import { libraryOf } from '../../src/library.ts';
import type { Article, Library } from '../../src/model.ts';

export const libraryWith = (articles: readonly Article[]): Library => libraryOf({ articles, problems: [] });
