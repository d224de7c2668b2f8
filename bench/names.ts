/**
 * How well names, dates and events are found, merged and looked up: `node bench/names.ts [--set tune|test|all]`
 * prints the figures beside their floors; `--failures N` lists N errors of each kind, `--alone` reads each text as a
 * library of its own, `--json` prints everything as one object, `--save` keeps the run in runs/.
 */
import { parseArgs } from 'node:util';
import { measure } from './names/measure.ts';
import { failuresOf, reportOf } from './names/report.ts';
import { saveRun } from './run-file.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'all' },
    failures: { type: 'string' },
    alone: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const { set } = values;
if (set !== 'tune' && set !== 'test' && set !== 'all')
  throw new Error(`--set is "tune", "test" or "all", not "${set}"`);

const measured = measure(set, values.alone);
if (values.json) console.log(JSON.stringify(measured, null, 1));
else {
  const report = `Set: ${set}${values.alone ? ', each text alone' : ''}\n\n${reportOf(measured)}`;
  console.log(report);
  if (values.failures !== undefined) console.log(`\n${failuresOf(measured.failures, Number(values.failures))}`);
  if (values.save)
    console.log(
      `\nKept in ${saveRun({ what: 'names', command: `node bench/names.ts --set ${set}`, report }, new Date())}`,
    );
}
