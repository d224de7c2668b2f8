/** Clubs that are called like a town: "Northgate Town Football Club" is Northgate Town. For organisation-forms.ts. */
import { type Spelling, shareArticle } from './spelling.ts';

/** What says of a town's name that it is its club. */
const clubTails: ReadonlySet<string> = new Set('football rugby cricket hockey club fc afc rfc cc'.split(' '));

/** Where they stand among the spellings. */
export const clubsAmong = (spellings: readonly Spelling[]): readonly number[] =>
  spellings.flatMap(({ type, tokens }, at) =>
    type === 'organisation' && tokens.length > 2 && clubTails.has(tokens.at(-1)!) ? [at] : [],
  );

/** In one article, the club's name without the words that say that it is one. */
export const isClubOf = (club: Spelling, short: Spelling): boolean =>
  short.tokens.length > 1 &&
  short.tokens.length < club.tokens.length &&
  club.tokens.every((token, at) => (at < short.tokens.length ? token === short.tokens[at] : clubTails.has(token))) &&
  shareArticle(club, short);
