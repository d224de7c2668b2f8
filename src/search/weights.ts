/**
 * What each feature weighs for each kind of question. Those of a question asked in words (`quote`) are learnt, as logarithms of odds
 * (`npm run bench:learn` learns them anew and prints both side by side), save for a phrase and a label. Those of a subject asked for
 * by name are set by hand, and so is what tells of a happening that is asked for in words. A feature that is not named for a kind is not worked out for it.
 */
export type Kind = 'who' | 'event' | 'where' | 'what' | 'quote' | 'happening';

export type Weights = Readonly<Record<string, number>>;

const own: Readonly<Record<Exclude<Kind, 'happening'>, Weights>> = {
  who: {
    definition: 3,
    apposition: 2.5,
    role: 3,
    expansion: 0.3,
    acts: 0.8,
    speaks: 0.3,
    dated: 0.4,
    'full name': 1,
    'first mention': 1,
    topic: 2,
    early: 0.4,
    relevance: 0.4,
    coverage: 6,
    together: 2,
    label: -2,
  },
  event: {
    definition: 1,
    apposition: 0.5,
    acts: 0.4,
    event: 2,
    'in an event': 1.2,
    dated: 2.5,
    'full name': 0.4,
    'first mention': 0.3,
    topic: 1,
    early: 0.3,
    relevance: 1.5,
    coverage: 6,
    together: 2,
    label: -2,
  },
  where: {
    definition: 2,
    apposition: 1.5,
    location: 2,
    'place noun': 1.5,
    'full name': 0.3,
    'first mention': 0.7,
    topic: 1.8,
    early: 0.6,
    relevance: 1,
    coverage: 6,
    together: 2,
    label: -2,
  },
  what: {
    definition: 3,
    apposition: 2.5,
    expansion: 1.5,
    acts: 1.2,
    'place noun': 0.3,
    dated: 0.2,
    'full name': 0.6,
    'first mention': 1,
    topic: 2,
    early: 0.8,
    relevance: 1,
    coverage: 6,
    together: 2,
    label: -2,
  },
  quote: {
    relevance: 0.5,
    holds: 8.3,
    article: 5.1,
    section: 0.5,
    headings: 1.9,
    'names missing': 1.1,
    'kind of answer': 1.3,
    defines: 1.7,
    closeness: 0.9,
    length: 1.6,
    phrase: 8,
    label: -0.3,
  },
};

export const weights: Readonly<Record<Kind, Weights>> = {
  ...own,
  happening: { ...own.quote, event: 0.5, dated: 1 },
};
