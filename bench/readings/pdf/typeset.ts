/**
 * Text → printed pages, in a Chromium: paragraphs are filled word by word into pages of one or more columns, with running
 * heads, page numbers and footnotes where a book has them. What stands on which page is known because it was put there.
 */
import type { Page as BrowserPage } from 'playwright-core';

export interface Part {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'quotation';
  readonly sentences: readonly string[];
  /** Stands at the foot of the page on which the paragraph ends. */
  readonly note?: string;
}

export interface Style {
  readonly name: string;
  readonly lang: string;
  readonly columns: 1 | 2 | 3;
  readonly css: string;
  /** Of the sheet, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Odd and even pages: '#' is the page's number. */
  readonly heads: readonly [string, string];
  readonly feet: readonly [string, string];
}

export interface Printed {
  readonly bytes: Uint8Array;
  /** 0-based, of the first word of each sentence of each part, in order. */
  readonly pages: readonly (readonly number[])[];
}

const base = `
  * { box-sizing: border-box; margin: 0; padding: 0 }
  body { background: white }
  .sheet { position: relative; display: flex; flex-direction: column; break-after: page; overflow: hidden }
  .head, .foot { font-size: 80%; flex: none; display: flex; justify-content: space-between; min-height: 1.2em }
  .head { margin-bottom: 2em } .foot { margin-top: 1.4em; justify-content: center }
  .body { flex: 1 1 0; min-height: 0; column-fill: auto }
  .notes { flex: none; font-size: 82%; line-height: 1.25 } .notes:not(:empty) { border-top: 0.5px solid; margin-top: 1em; padding-top: 0.4em }
  h1 { break-after: avoid; margin-bottom: 1em; column-span: all } h2 { margin: 1.1em 0 0.5em }
  .wide { flex: none }
  .goeson { text-align-last: justify; margin-bottom: 0 !important }
  .rest { text-indent: 0 !important; margin-top: 0 !important }
  .ragged .goeson { text-align-last: auto }
  blockquote { margin: 0.8em 2em } .item { margin: 0.2em 0 0.2em 2em; text-indent: -1.2em !important }
`;

export async function typeset(page: BrowserPage, parts: readonly Part[], style: Style): Promise<Printed> {
  const shown = `${base} .sheet { width: ${style.width}px; height: ${style.height}px; padding: ${style.margin}px }
    .body { columns: ${style.columns}; column-gap: 1.9em } ${style.css}`;
  const html = `<!doctype html><html lang="${style.lang}" dir="${style.lang === 'ar' ? 'rtl' : 'ltr'}"><title>Untitled</title><style>${shown}</style><body class="${/justify/.test(style.css) ? '' : 'ragged'}"></body></html>`;
  await page.setContent(html);
  const pages = (await page.evaluate(`(${fillPages})(${JSON.stringify({ parts, style })})`)) as number[][];
  const bytes = await page.pdf({
    width: `${style.width}px`,
    height: `${style.height}px`,
    printBackground: true,
    margin: { top: '0', bottom: '0', left: '0', right: '0' },
  });
  return { bytes: new Uint8Array(bytes), pages };
}

/** Runs in the browser, as text: it knows nothing of this module. */
const fillPages = `({ parts, style }) => {
  let count = 0, body, notes, sheet;
  const make = (tag, name, text = '') => { const node = document.createElement(tag); node.className = name; node.textContent = text; return node; };
  const ends = (texts, name) => {
    const row = make('div', name);
    for (const text of texts[count % 2].split('|')) row.append(make('span', '', text.replace('#', String(count + 1))));
    return row;
  };
  const newSheet = () => {
    sheet = make('div', 'sheet'); body = make('div', 'body'); notes = make('div', 'notes');
    sheet.append(ends(style.heads, 'head'), body, notes, ends(style.feet, 'foot'));
    document.body.append(sheet); count++;
  };
  const overflows = () => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
  const tags = { title: 'h1', heading: 'h2', paragraph: 'p', item: 'p', quotation: 'blockquote' };
  newSheet();
  let noteNumber = 0;
  return parts.map((part) => {
    const words = part.sentences.flatMap((sentence, at) => sentence.split(' ').map((word) => ({ word, at })));
    const found = [];
    let from = 0;
    if (part.note) words[words.length - 1].note = ++noteNumber;
    while (from < words.length) {
      const node = make(tags[part.kind], part.kind + (from > 0 ? ' rest' : ''));
      if (part.kind === 'title' && style.columns > 1) { node.classList.add('wide'); sheet.insertBefore(node, body); }
      else body.append(node);
      let note = null;
      const show = (until) => {
        node.textContent = words.slice(from, until).map(({ word }) => word).join(' ');
        note?.remove(); note = null;
        const marked = words.slice(from, until).find((each) => each.note);
        if (!marked) return;
        node.append(make('sup', '', String(marked.note)));
        note = make('div', 'note'); note.append(make('sup', '', String(marked.note)), ' ' + part.note); notes.append(note);
      };
      let until = words.length;
      show(until);
      if (overflows() && part.kind !== 'title') {
        let low = 0, high = until;
        while (high - low > 1) { const middle = (low + high) >> 1; show(middle); if (overflows()) high = middle; else low = middle; }
        until = part.kind === 'heading' || low < 6 ? 0 : low;
        if (until === 0) { note?.remove(); node.remove(); if (body.childNodes.length === 0) throw new Error('A page is too small'); }
        else { show(until); node.classList.add('goeson'); }
      }
      for (let word = from; word < until; word++) found[words[word].at] ??= count - 1;
      from = until;
      if (from < words.length) {
        const last = body.lastElementChild;
        if (until === 0 && last?.tagName === 'H2') { last.remove(); newSheet(); body.append(last); } else newSheet();
      }
    }
    return found;
  });
}`;
