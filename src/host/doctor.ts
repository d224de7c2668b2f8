/** `npm run doctor`: everything that the bot needs, looked at one by one and changed nowhere; a line for each. */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { discordFindings } from './doctor-discord.ts';
import { corpusFindings, diskFindings, healthFinding, librariesFindings, nodeFinding } from './doctor-machine.ts';
import { type Finding, lineOf, ok, wrong } from './finding.ts';
import { counted, runProgram, sentenceOf } from './program.ts';

async function examine(): Promise<number> {
  let faults = 0;
  let secrets: readonly string[] = [];
  const say = (findings: readonly Finding[]) => {
    for (const finding of findings) console.log(lineOf(finding, secrets));
    faults += findings.filter(({ state }) => state === 'wrong').length;
  };
  say([nodeFinding(process.versions.node)]);
  const config = readSettings(say);
  if (config) {
    secrets = config.token === null ? [] : [config.token];
    say(await diskFindings(config.dataFolder));
    say(librariesFindings(config.dataFolder));
    say(await corpusFindings(config.corpus));
    say([await healthFinding(config.healthPort)]);
    say(await discordFindings(config));
  }
  console.log(
    faults === 0 ? '\nAll is well.' : `\n${counted(faults, 'thing')} to mend: each line with ! says what to do.`,
  );
  return faults === 0 ? 0 : 1;
}

/** Null for settings that can't be used: without them there is nothing more to look at. */
function readSettings(say: (findings: readonly Finding[]) => void): Config | null {
  try {
    const config = readConfig((warning) => say([wrong('settings', warning, 'give it its name')]));
    say([ok('settings', 'can be used')]);
    return config;
  } catch (error) {
    say([wrong('settings', sentenceOf(error), 'mend them in .env, or where they are set')]);
    return null;
  }
}

await runProgram({
  usage: 'Usage: npm run doctor',
  read: (args) => parseArgs({ args, options: {} }),
  work: examine,
});
