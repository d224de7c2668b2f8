/** Is a date that a page shows the one of its article? Told by the words before it: what was born, opened or is to come has a date too. */
import { isNameAlone } from '../byline.ts';
import { type DateOnLine, dateOfLine, datesOf, withoutTimes } from '../dates.ts';

const published =
  /publi|pubbl|gepubl|posted|postad|submitted|uploaded|written|wrote|asked|answered|replied|filed|created|added|veröffentl|erstellt|erschien|verfasst|geschrieben|écrit|escrito|scritto|опублик|написа|yay[ıi]n|نشر|كتب|发布|發布|發表|投稿|掲載|公開|게시|입력/iu;
/** "Date:", in languages whose word for it src/ingest/dates.ts doesn't know. */
const dateWord = /^\W*(?:data|fecha|datum|dato|дата|tarih|التاريخ|日期|日時|时间|時間)\W*$/iu;
/** Of something that the article tells of. */
const ofEvent =
  /(?<!\p{L})(?:born|died|dies|killed|married|opened|opens|opening|founded|established|built|closed|upcoming|events?|deadline|due|expires|join|geboren|gestorben|née?|décédée?|nació|murió|nata|nato|morto|morta|родил[а-я]*|умер[а-я]*)(?!\p{L})/iu;
/** The day on which the page is looked at. */
const today =
  /(?<!\p{L})(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|idag|сегодня|bugün|dziś|اليوم)(?!\p{L})|今日|今天|오늘/iu;

/** The first date on a line that can be the article's own; of a change, if there is no other. */
export function ownDateOf(line: string): DateOnLine | null {
  const dates = datesOf(line);
  const leads = dates.map(({ start }, at) => line.slice(dates[at - 1]?.end ?? 0, start));
  const own = dates.filter(({ updated }, at) => {
    const lead = leads[at] ?? '';
    const isOfSpan = (at > 0 && span.test(lead)) || span.test(leads[at + 1] ?? '');
    return !isOfSpan && (updated || isOwnLead(lead));
  });
  return own.find(({ updated }) => !updated) ?? own[0] ?? null;
}

/** Between two dates that say how long something took. */
const span = /^\s*(?:[–—-]|to|until|till|bis|à|au|al|по)\s*$/u;

export const saysPublished = (lead: string): boolean => published.test(lead) && !ofEvent.test(lead);

export const isOfToday = (line: string): boolean => today.test(line);

/** Nothing, words such as "Published on", who wrote it, or a place or section parted from the date. */
export function isOwnLead(lead: string): boolean {
  const text = withoutTimes(lead).trim();
  if (text === '') return true;
  if (today.test(text) || ofEvent.test(text)) return false;
  if (published.test(text) || dateWord.test(text) || dateOfLine(`${lead} 1 May 2000`)) return true;
  return /[|·•,/»›>–—-]$/u.test(text) || isNameAlone(text);
}

/** There is no page of the web that is older. */
export const isOfWeb = (iso: string): boolean => Number(iso.slice(0, 4)) >= 1990;
