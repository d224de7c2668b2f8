/** Pages that word processors save: all of one is read, its title is told by its style, and signs before items are no text. */
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import { blocksOf, prose } from '../read.ts';
import { expectSound } from '../soundness.ts';

const pages = {
  Word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body><div class=WordSection1>
<p class=MsoTitle>The second<o:p></o:p> lock</p><p class=MsoNormal>${prose('lock')}<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>One gate of elm.</p>
<p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>One gate of oak.</p>
<h1>The gates</h1><p class=MsoNormal>${prose('gate')}</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> So says the keeper.</p></div></div></body></html>`,
  LibreOffice: `<html><head><title>The second lock</title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"></head><body>
<p align=center><font size=6><b>The second lock</b></font></p><p>${prose('lock')}<sup><a class=sdfootnoteanc name=sdfootnote1anc href="#sdfootnote1sym"><sup>1</sup></a></sup></p>
<p>One gate of elm.</p><p>One gate of oak.</p><h1>The gates</h1><p>${prose('gate')}</p><div id=sdfootnote1><p><a href="#sdfootnote1anc">[1]</a> So says the keeper.</p></div></body></html>`,
  'Google Docs': `<html><head></head><body class=doc-content><p class="c4 title" id="h.gk2x"><span>The second lock</span></p><p class=c0><span>${prose('lock')}</span><sup><a href="#ftnt1">[1]</a></sup></p>
<p class=c0><span>One gate of elm.</span></p><p class=c0><span>One gate of oak.</span></p><h1 id="h.a1"><span>The gates</span></h1><p class=c0><span>${prose('gate')}</span></p>
<hr><div><p class=c1><a href="#ftnt_ref1">[1]</a><span> So says the keeper.</span></p></div></body></html>`,
};

test.each(Object.entries(pages))('%s', async (_, html) => {
  const { article } = await readArticle('a.html', new TextEncoder().encode(html));
  if (!article) throw new Error('The page gives no article.');
  expectSound(article);
  expect(article.title.value).toBe('The second lock');
  expect(blocksOf(article)).toEqual([
    'title: The second lock',
    `paragraph: ${prose('lock')}`,
    'paragraph: One gate of elm.',
    'paragraph: One gate of oak.',
    'heading: The gates',
    `paragraph: ${prose('gate')}`,
    'paragraph: [1] So says the keeper.',
  ]);
});
