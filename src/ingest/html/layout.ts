/** What elements are used for on a page: lists to list, tables to tabulate or to place things, a class to say what is beside the text. */
import type { PageElement } from './page.ts';

/** A list of items, and not of sections or teasers. */
export function isPlainList(list: PageElement): boolean {
  if (list.querySelector('h1, h2, h3, h4, h5, h6, table, pre, blockquote, figure, article, section')) return false;
  for (const item of list.querySelectorAll('li, dd')) {
    let paragraphs = 0;
    for (const child of item.childNodes) if (child.nodeType === 1 && isParagraph(child as PageElement)) paragraphs++;
    if (paragraphs > 1) return false;
  }
  return true;
}

const isParagraph = (element: PageElement): boolean => element.localName === 'p' && element.textContent.trim() !== '';

const cellCharsMax = 400;

/** Rows and columns of short cells; anything else places parts of a page beside each other. */
export function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, pre, blockquote, article, section, form')) return false;
  const rows = [...table.querySelectorAll('tr')];
  const widest = Math.max(0, ...rows.map((row) => [...row.childNodes].filter(isCell).length));
  if (rows.length < 2 || widest < 2) return false;
  return [...table.querySelectorAll('td, th')].every((cell) => cell.textContent.length <= cellCharsMax);
}

const isCell = (node: { readonly nodeType: number }): boolean =>
  node.nodeType === 1 && /^t[dh]$/.test((node as PageElement).localName);

/** Preformatted text that people wrote for people: letters of a mailing list, old books. */
export function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const wordy = lines.filter(
    (line) => /^(?:[^{}<>=;\\$|]+)$/.test(line) && (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5,
  );
  return lines.length > 0 && wordy.length >= lines.length * 0.6;
}

const captionName = /caption|(?<!ac)credit(?!or)/i;
const besideName =
  /(?:^|[\s_-])(?:promo(?:tion(?:al)?)?s?|newsletters?|sign-?up|subscri(?:be|ption)s?|recirc(?:ulation)?|trending|most-?(?:read|popular)|breadcrumbs?|hatnote|dablink|navbox|post-?profile|message-user|share-?(?:bar|tools?|buttons?|this)|related-?(?:posts?|articles?|stories|links|content|news)?)(?:$|[\s_-])/i;
const besideRole = /^(?:navigation|complementary|contentinfo|search)$/;
const consentName = /(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|onetrust|didomi|sp[_-]message)(?=$|[\s_-])/i;
/** A recipe for cookies asks for nothing. */
const consentWords =
  /consent|accept|privacy|partners|personal data|uses? cookies|zustimm|einwillig|datenschutz|akzept|werbung|accord|confidentialité|consentimiento|aceptar|privacidad|consenso/i;
const paywallName = /(?:^|[\s_-])(?:paywall|regwall|meter(?:ing)?)(?=$|[\s_-])/i;
const paywallWords = /subscri|log ?in|sign (?:in|up)|abonn|(?<!\p{L})abo(?!\p{L})|suscri|assin/iu;
const besideCharsMax = 600;

/** A caption, the credit of a picture, or a box of the site's own: told by its name, unless it holds more than a box would. */
export function isNamedBeside(element: PageElement): boolean {
  if (part.test(element.localName)) return false;
  const names = namesOf(element);
  const isNamed =
    element.localName === 'form' ||
    besideRole.test(element.getAttribute('role') ?? '') ||
    captionName.test(names) ||
    besideName.test(names) ||
    isWall(element, names) ||
    isPostSignature(element, names);
  return isNamed && element.textContent.length <= besideCharsMax && !element.querySelector('h1');
}

/** What members of a forum have under each of their posts; elsewhere it is the author's name. */
const isPostSignature = (element: PageElement, names: string): boolean =>
  element.localName !== 'p' &&
  /(?:^|\s)(?:post-?)?(?:signature|sig)(?:$|\s)/i.test(names) &&
  element.closest('[class*="post"], [class*="message"]') !== null;

/** What stands before a page until something is agreed or paid; some name so what they hide behind it, paragraph by paragraph. */
const isWall = (element: PageElement, names: string): boolean =>
  (consentName.test(names) && consentWords.test(element.textContent)) ||
  (paywallName.test(names) && element.localName !== 'p' && paywallWords.test(element.textContent));

const kickerName =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|dachzeile|spitzmarke|surtitre|antetitulo|occhiello|label|badge|flag|category|section-?(?:name|tag))(?:$|[\s_-])/i;
const kickerCharsMax = 40;
const headlineCharsMin = 12;

/** "OPINION" within a headline, told by its name: the name of a section, and no part of the title. */
export function dropKickers(heading: PageElement): void {
  for (const element of [...heading.querySelectorAll('[class]')].filter((each) => kickerName.test(namesOf(each)))) {
    const chars = element.textContent.trim().length;
    if (chars <= kickerCharsMax && heading.textContent.trim().length - chars >= headlineCharsMin) element.remove();
  }
}

const standfirstName =
  /(?:^|[\s_-])(?:stand-?first|dek|deck|chapo|chapeau|vorspann|ingress|entradilla|bajada|spot|sapo|lead|lede|intro(?:duction)?|sub-?(?:title|head(?:line|ing)?|deck)|excerpt|summary|abstract|desc(?:ription)?)(?:$|[\s_-])/i;

/** The sentences between headline and text that say what it is about, told by their name. */
export const isNamedStandfirst = (element: PageElement): boolean =>
  standfirstName.test(namesOf(element)) ||
  /^(?:description|alternativeHeadline)$/.test(element.getAttribute('itemprop') ?? '');

/** "NewsletterInline" is newsletter-inline. */
const namesOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.replace(/([a-z])(?=[A-Z])/g, '$1-');

/** Of a sentence, or of the page. */
const part = /^(?:html|head|body|main|article|h1|a|b|i|em|strong|q|meta|link|time)$/;
