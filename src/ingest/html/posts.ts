/** What a page marks for machines as posts of a thread: a question and its answers, a message and its replies. */
import { blocksOfElement, type HtmlBlock } from './blocks.ts';
import type { PageDocument } from './page.ts';

/** In the order of the page; empty where it marks no thread. Readability would take the longest of them for the article. */
export function postsOf(document: PageDocument): HtmlBlock[] {
  const posts = [...document.querySelectorAll('[itemprop~="text"], [itemprop~="articleBody"]')].filter((element) => {
    const type = element.closest('[itemscope]')?.getAttribute('itemtype') ?? '';
    // Questions that an article answers at its foot are no thread.
    return post.test(type) && element.closest(thread) !== null && !element.closest('[itemtype*="FAQPage"]');
  });
  return posts.length > 1 ? posts.flatMap((element) => blocksOfElement(element)) : [];
}

const post = /schema\.org\/(?:Question|Answer|DiscussionForumPosting|Comment)$/;
/** A comment is a post of a forum, and below an article it is none. */
const thread = '[itemtype$="/Question"], [itemtype$="/QAPage"], [itemtype$="/DiscussionForumPosting"]';
