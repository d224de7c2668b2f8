/** Is a text the markup of a web page? Asked of files whose ending says something else. */

const sampleChars = 50_000;
const tagsMin = 20;
/** Of a text about markup, hardly any is markup. */
const tagsShareMin = 0.1;

const tag =
  /<\/?(?:p|div|span|a|br|li|ul|td|tr|h[1-6]|script|meta|link|article|section|header)(?:\s[^<>]{0,2000})?\/?>/gi;

export function isMarkup(text: string): boolean {
  const sample = text.slice(0, sampleChars);
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(sample)
  )
    return true;
  const tags = sample.match(tag) ?? [];
  return tags.length >= tagsMin && tags.join('').length >= sample.length * tagsShareMin;
}
