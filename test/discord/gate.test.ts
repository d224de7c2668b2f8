import type { APIMessageTopLevelComponent } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { throughGate } from '../../src/discord/gate.ts';
import type { Page } from '../../src/discord/parts.ts';
import { framed, text } from '../../src/discord/parts.ts';
import { render, renderCitation } from '../../src/discord/render.ts';
import type { Article, Quote } from '../../src/model.ts';
import { articleOf, foundIn, quoteOf, spansOf } from './articles.ts';
import { libraryWith } from './library.ts';

const draft = {
  title: 'A Spy or Not',
  paragraphs: [['He was not in any way a spy.', 'Nobody said so, but www.spam.example did.'], ['1. A list, and more.']],
  spam: 'www.spam.example',
};
const article = articleOf(draft);
const library = libraryWith([article]);
const spy = quoteOf(article, 0, 0, 1);
const pageOf = (quote: Quote): Page =>
  render(foundIn({ command: 'who', query: 'spy' }, [{ quote, matches: spansOf(quote, 'spy'), alsoIn: [] }]), 0, {
    private: false,
  });
const changed = (page: Page, from: string, to: string): Page => {
  const before = JSON.stringify(page.components);
  const after = before.replaceAll(from, to);
  if (before === after) throw new Error(`"${from}" isn't in the message`);
  return { ...page, components: JSON.parse(after) as APIMessageTopLevelComponent[] };
};

describe('the gate', () => {
  it('lets through what the source says, with its spam shown as left out', () => {
    expect(throughGate(pageOf(spy), library)).toHaveLength(1);
    expect(JSON.stringify(pageOf(spy).components)).toContain('but \\\\[…] did.');
    expect(throughGate(renderCitation(spy), library)).toHaveLength(1);
    expect(throughGate(renderCitation(quoteOf(article, 1)), library)).toHaveLength(1);
  });

  it.each([
    ['a word left out', 'not in any way ', ''],
    ['a word exchanged', 'was not', 'was then'],
    ['a letter more', 'Nobody', 'Nobodyy'],
    ['an escape lost', '\\\\[…]', '[…'],
    ['an omission that the source does not ask for', 'in any way', '[…]'],
    ['the mark of the quotation lost', '> He', 'He'],
    ['an ellipsis at the end', ' did.', '…'],
  ])('stops %s', (_, from, to) => {
    expect(() => throughGate(changed(pageOf(spy), from, to), library)).toThrow('reads differently in the message');
  });

  it('stops a word of a citation exchanged, plain or in its code block', () => {
    const plain = JSON.stringify(renderCitation(spy).components).includes('“He was not');
    expect(plain).toBe(true);
    expect(() => throughGate(changed(renderCitation(spy), '“He was not', '“He was'), library)).toThrow(
      'reads differently',
    );
    expect(() => throughGate(changed(renderCitation(spy), '> He was not', '> He was'), library)).toThrow(
      'reads differently',
    );
  });

  it('stops Markdown come alive in a citation', () => {
    expect(() => throughGate(changed(renderCitation(spy), '“He was not', '“He was not** **'), library)).toThrow(
      'reads differently',
    );
  });

  it('stops a quote whose place in the message is gone or taken twice', () => {
    const page = pageOf(spy);
    expect(() => throughGate({ ...page, components: [] }, library)).toThrow("isn't in the message once");
    const twice = { ...page, components: [...page.components, ...page.components] };
    expect(() => throughGate(twice, library)).toThrow("isn't in the message once");
  });

  it('stops a quotation that nothing vouches for', () => {
    const stray = { quotes: [], components: framed(0, [text('> He was a spy.')]) };
    expect(() => throughGate(stray, library)).toThrow('nothing vouches for');
    const behind = { quotes: [], components: framed(0, [text('He said:\n> He was a spy.')]) };
    expect(() => throughGate(behind, library)).toThrow('nothing vouches for');
  });

  it('stops a quote of an article that the library has otherwise, or has not', () => {
    const edited: Article = articleOf({ ...draft, paragraphs: [['He was a spy.'], ['x']] });
    expect(() => throughGate(pageOf(spy), libraryWith([edited]))).toThrow('the article has changed');
    expect(() => throughGate(pageOf(spy), libraryWith([]))).toThrow('is not in the library');
  });

  it('stops a message that Discord would refuse', () => {
    const refused = (content: string) => () =>
      throughGate({ quotes: [], components: framed(0, [text(content)]) }, library);
    expect(refused('x'.repeat(4_001))).toThrow('4001 characters of text, more than 4000');
    expect(refused('ก'.repeat(3_400))).toThrow('10212 bytes of text, more than 10000');
    expect(refused(' ')).toThrow('an empty text');
    const many = Array.from({ length: 40 }, () => text('x'));
    expect(() => throughGate({ quotes: [], components: framed(0, many) }, library)).toThrow('41 components');
  });
});
