/** What stands round an article on a page, and the article's own blocks in several markups. */
import type { Random } from '../../random.ts';
import { type Part, proseOf, type Sample, titleOf } from '../samples.ts';

export interface PageCase {
  readonly name: string;
  readonly kind: 'news' | 'mixed';
  readonly html: string;
  readonly body: string;
  readonly sample: Sample;
  /** What the page states; null where it states nothing that can be told. */
  readonly date: string | null;
}

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');

const words: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Home',
    'News',
    'Sport',
    'Culture',
    'Weather',
    'Opinion',
    'Share',
    'Related stories',
    'comments',
    'Subscribe to our newsletter',
    'Photo',
    'All rights reserved',
    'Read more',
    'Published',
    'Updated',
    'By',
  ],
  de: [
    'Startseite',
    'Nachrichten',
    'Sport',
    'Kultur',
    'Wetter',
    'Meinung',
    'Teilen',
    'Mehr zum Thema',
    'Kommentare',
    'Newsletter bestellen',
    'Foto',
    'Alle Rechte vorbehalten',
    'Weiterlesen',
    'Veröffentlicht am',
    'Aktualisiert am',
    'Von',
  ],
  fr: [
    'Accueil',
    'Actualité',
    'Sport',
    'Culture',
    'Météo',
    'Opinions',
    'Partager',
    'À lire aussi',
    'commentaires',
    'Recevez notre lettre',
    'Photo',
    'Tous droits réservés',
    'Lire la suite',
    'Publié le',
    'Mis à jour le',
    'Par',
  ],
  es: [
    'Inicio',
    'Noticias',
    'Deportes',
    'Cultura',
    'Tiempo',
    'Opinión',
    'Compartir',
    'Noticias relacionadas',
    'comentarios',
    'Suscríbete al boletín',
    'Foto',
    'Todos los derechos reservados',
    'Leer más',
    'Publicado el',
    'Actualizado el',
    'Por',
  ],
  ru: [
    'Главная',
    'Новости',
    'Спорт',
    'Культура',
    'Погода',
    'Мнения',
    'Поделиться',
    'Читайте также',
    'комментариев',
    'Подпишитесь на рассылку',
    'Фото',
    'Все права защищены',
    'Читать дальше',
    'Опубликовано',
    'Обновлено',
    'Автор:',
  ],
  ar: [
    'الرئيسية',
    'أخبار',
    'رياضة',
    'ثقافة',
    'طقس',
    'رأي',
    'شارك',
    'اقرأ أيضا',
    'تعليقات',
    'اشترك في النشرة',
    'صورة',
    'جميع الحقوق محفوظة',
    'اقرأ المزيد',
    'نشر في',
    'حدث في',
    'بقلم',
  ],
  ja: [
    'ホーム',
    'ニュース',
    'スポーツ',
    '文化',
    '天気',
    '意見',
    '共有',
    '関連記事',
    'コメント',
    'メールマガジン登録',
    '写真',
    '無断転載禁止',
    '続きを読む',
    '公開',
    '更新',
    '文・',
  ],
  zh: [
    '首页',
    '新闻',
    '体育',
    '文化',
    '天气',
    '评论',
    '分享',
    '相关文章',
    '条评论',
    '订阅我们的通讯',
    '图片',
    '版权所有',
    '阅读更多',
    '发布于',
    '更新于',
    '作者：',
  ],
};

/** A word of a page in its language, by what it is in English. */
export function word(lang: string, english: string): string {
  const at = words['en']!.indexOf(english);
  if (at < 0) throw new Error(`No word "${english}"`);
  return words[lang]?.[at] ?? english;
}

export const menu = (lang: string): string =>
  `<ul>${['Home', 'News', 'Sport', 'Culture', 'Weather', 'Opinion'].map((each) => `<li><a href="/${each.toLowerCase()}">${word(lang, each)}</a></li>`).join('')}</ul>`;

export const teasers = (lang: string, random: Random, count: number, text = true): string =>
  times(
    count,
    (at) =>
      `<div class="teaser"><h3><a href="/a${at}.html">${titleOf(lang, random)}</a></h3>${text ? `<p>${proseOf(lang, random, 1)} <a href="/a${at}.html">${word(lang, 'Read more')}</a></p>` : ''}</div>`,
  );

export const links = (lang: string, random: Random, count: number): string =>
  `<ul>${times(count, (at) => `<li><a href="/l${at}">${titleOf(lang, random)}</a></li>`)}</ul>`;

export const comments = (lang: string, random: Random, count: number): string =>
  `<section id="comments" class="comments-area"><h2>${count} ${word(lang, 'comments')}</h2><ol class="comment-list">${times(count, (at) => `<li class="comment"><div class="comment-author"><b>reader${at}</b> <time datetime="2024-0${1 + (at % 9)}-11">2024</time></div><div class="comment-content"><p>${proseOf(lang, random, 1 + (at % 3))}</p></div></li>`)}</ol></section>`;

export const share = (lang: string): string =>
  `<div class="share-buttons social"><span>${word(lang, 'Share')}</span> <a href="https://facebook.example/s">Facebook</a> <a href="https://x.example/s">X</a> <a href="mailto:?">E-mail</a></div>`;

export const footer = (lang: string, site: string): string =>
  `<footer class="site-footer"><p>© 2024 ${site}. ${word(lang, 'All rights reserved')}.</p>${menu(lang)}</footer>`;

export const figure = (lang: string, random: Random): string =>
  `<figure><img src="/i/${random.below(99)}.jpg" width="800"><figcaption>${titleOf(lang, random)} ${word(lang, 'Photo')}: J. Falk</figcaption></figure>`;

/** The blocks as plain semantic markup; `paragraph` wraps the text of one. */
export function blocks(parts: readonly Part[], paragraph = (text: string) => `<p>${text}</p>`, heading = 'h2'): string {
  return parts.map((part) => blockOf(part, paragraph, heading)).join('\n');
}

function blockOf({ kind, texts }: Part, paragraph: (text: string) => string, heading: string): string {
  const [text = ''] = texts.map(escaped);
  if (kind === 'heading') return `<${heading}>${text}</${heading}>`;
  if (kind === 'paragraph') return paragraph(withLink(text));
  if (kind === 'quotation') return `<blockquote><p>${text}</p></blockquote>`;
  if (kind === 'list') return `<ul>${texts.map((each) => `<li>${escaped(each)}</li>`).join('\n')}</ul>`;
  if (kind === 'code') return `<pre><code>${texts.map(escaped).join('\n')}</code></pre>`;
  const rows = Array.from(
    { length: texts.length / 2 },
    (_, at) => `<tr><td>${escaped(texts[at * 2]!)}</td><td>${texts[at * 2 + 1]}</td></tr>`,
  );
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}

/** Articles link: the third and fourth word of every other paragraph. */
const withLink = (text: string): string =>
  text.length % 2 ? text : text.replace(/^(\S+ \S+ )(\S+ \S+)/, '$1<a href="/topic/1">$2</a>');

export function pageOf(head: string, body: string, lang = 'en'): string {
  return `<!DOCTYPE html>\n<html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}>\n<head>\n<meta charset="utf-8">\n${head}\n<style>body{color:#333}</style>\n<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)}</script>\n</head>\n<body class="single single-post">\n${body}\n<script src="/app.js"></script>\n</body>\n</html>\n`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** "3 May 2019", or as the language writes it. */
export function dateInWords(date: string, lang: string): string {
  if (lang === 'en') return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  return new Intl.DateTimeFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

export const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
