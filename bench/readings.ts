/** How well files of each format are read: `npm run bench:readings`, or with the names of some formats behind `--`. */
import { measureDocx } from './readings/docx.ts';
import { measureEpub } from './readings/epub.ts';
import { measureHtml } from './readings/html.ts';
import { measurePdf } from './readings/pdf.ts';

const measures: Readonly<Record<string, () => Promise<string | readonly string[]>>> = {
  html: measureHtml,
  // Printed by a Chromium.
  pdf: () => measurePdf(),
  docx: measureDocx,
  epub: measureEpub,
};

const asked = process.argv.slice(2);
const unknown = asked.find((format) => !(format in measures));
if (unknown !== undefined) throw new Error(`"${unknown}" is no format; there are ${Object.keys(measures).join(', ')}.`);

for (const [format, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(format)) continue;
  console.log(`\n## ${format}\n\n${[await measure()].flat().join('\n')}`);
}
