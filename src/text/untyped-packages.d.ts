/** What two packages without types of their own give us. */
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(algorithm: string): { stem(word: string): string } };
  export default snowball;
}
/** One array of words a language, named by ISO 639-3. */
declare module 'stopword';
