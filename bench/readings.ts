/**
 * How well files of each format are read, how fast, and with how much memory: `npm run bench:readings`, or with the names of
 * some formats behind `--`; `--save` keeps the run.
 */
import { parseArgs } from 'node:util';
import { measureDocx } from './readings/docx.ts';
import { measureEpub } from './readings/epub.ts';
import { measureHtml } from './readings/html.ts';
import { type Pace, paceHead, paceOfRead, paceRow } from './readings/pace.ts';
import { measurePdf } from './readings/pdf.ts';
import { measureText } from './readings/text.ts';
import { saveRun } from './run-file.ts';
import { table } from './table.ts';

const measures: Readonly<Record<string, () => Promise<string | readonly string[]>>> = {
  text: measureText,
  html: measureHtml,
  // Printed by a Chromium.
  pdf: () => measurePdf(),
  docx: measureDocx,
  epub: measureEpub,
};

const { positionals: asked, values } = parseArgs({
  options: { save: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = asked.find((format) => !(format in measures));
if (unknown !== undefined) throw new Error(`"${unknown}" is no format; there are ${Object.keys(measures).join(', ')}.`);

const parts: string[] = [];
const tell = (part: string) => {
  parts.push(part);
  console.log(`\n${part}`);
};
const paces: [string, Pace][] = [];
for (const [format, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(format)) continue;
  tell(`## ${format}\n\n${[await measure()].flat().join('\n')}`);
  paces.push([format, paceOfRead()]);
}
tell(
  `## Speed and memory\n\n${table(
    paceHead,
    paces.map(([format, pace]) => paceRow(format, pace)),
  )}`,
);

if (values.save) {
  const command = ['npm run bench:readings', ...(asked.length > 0 ? ['--', ...asked] : [])].join(' ');
  console.log(`\nKept in ${saveRun({ what: 'readings', command, report: parts.join('\n\n') }, new Date())}`);
}
