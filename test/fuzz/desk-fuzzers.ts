/** Questions and buttons made by chance, at the desk: whatever is asked or pressed, a message that may go out. */
import type { Random } from '../../bench/random.ts';
import { commands, messageCommands } from '../../src/commands/index.ts';
import { type Address, parseCustomId } from '../../src/discord/custom-id.ts';
import { createDesk, type Pressed, type Reply } from '../../src/discord/desk.ts';
import { cleaned } from '../../src/discord/typed.ts';
import type { Library } from '../../src/model.ts';
import { allComponents } from '../../src/room/component-check.ts';
import { wordsOf } from '../../src/text/words.ts';
import { badQueries } from './bad-queries.ts';
import { type Fuzzer, faultOf, type Outcome, onProcessor, shownInput } from './case.ts';
import { damagedText, mutatedText } from './mutation.ts';
import { createReplyCheck, expectSuggestions } from './reply-check.ts';

/** Long ones are asked by name; here they would drown all else. */
const oddCharsMax = 60;
export const oddities = badQueries.map(({ query }) => query).filter((query) => query.length <= oddCharsMax);

/** The library's own words and names, each once: what questions to it are made of. */
export const vocabularyOf = ({ articles, names }: Library): readonly string[] => [
  ...names.entities.flatMap(({ surfaces }) => surfaces.map(({ text }) => text)),
  ...new Set(articles.flatMap(({ text }) => wordsOf(text).map((word) => word.text))),
];

export interface Question {
  readonly command: string;
  readonly query: string;
}

/** Asks, and checks the answer and what is suggested. Throws nothing. */
export function createAsker(library: Library) {
  const desk = createDesk(() => library);
  const check = createReplyCheck(library);
  return async ({ command, query }: Question, isPrivate: boolean): Promise<Outcome> => {
    const input = `/${command} ${shownInput(query)}`;
    const asked = { command, query: cleaned(query) };
    try {
      const { result, ms } = await onProcessor(() => desk.answer(null, asked, isPrivate));
      check(result);
      const suggested = await onProcessor(() => desk.suggest(null, asked));
      expectSuggestions(suggested.result);
      return { input, came: 'answered', ms: Math.max(ms, suggested.ms), fault: null };
    } catch (error) {
      return { input, came: 'broken', ms: 0, fault: faultOf(error) };
    }
  };
}

const asked = [...commands, ...messageCommands];

export function openQuestionFuzzer(library: Library): Fuzzer {
  const ask = createAsker(library);
  const vocabulary = vocabularyOf(library);
  return {
    run: (random) => {
      const query = mutatedText(random, vocabulary, oddities);
      return ask({ command: random.pick(asked).name, query }, random.below(2) === 0);
    },
    close: async () => {},
  };
}

/** Buttons of real messages, with their ids damaged, pressed on the messages that they stand on. */
export async function openButtonFuzzer(library: Library): Promise<Fuzzer> {
  const desk = createDesk(() => library);
  const check = createReplyCheck(library);
  const replies = await repliesOf(library);
  return {
    run: async (random) => {
      const { components } = random.pick(replies);
      const ids = idsIn(random.pick([{ components }, random.pick(replies)]).components);
      const own = random.pick(ids.length > 0 ? ids : ['1:menu']);
      const id = random.below(4) === 0 ? own : damagedId(random, own);
      const input = shownInput(id);
      try {
        const address = parseCustomId(id);
        if (!address || !isLeading(address)) return { input, came: address?.kind ?? 'no address', ms: 0, fault: null };
        const manner = random.pick(['reply', 'private', 'update'] as const);
        const pressed = { address, components, manner, isPrivate: manner === 'private' };
        const { result, ms } = await onProcessor(() => desk.press(null, pressed));
        check(result);
        return { input, came: 'answered', ms, fault: null };
      } catch (error) {
        return { input, came: 'broken', ms: 0, fault: faultOf(error) };
      }
    },
    close: async () => {},
  };
}

/** To an answer; the others do something to their message, and don't come to the desk. */
const isLeading = (address: Address): address is Pressed['address'] => 'command' in address || 'article' in address;

/** Numbers of pages and places, another command, another part: what a forger would change first. */
function damagedId(random: Random, id: string): string {
  const parts = id.split(/(?=[:=#-])/u);
  const at = random.below(parts.length);
  const put = random.pick([
    `:${random.below(10 ** (1 + random.below(9)))}`,
    `:${random.pick(commands).name}`,
    random.pick(oddities),
    '',
    parts[random.below(parts.length)] ?? '',
  ]);
  return random.below(2) === 0 ? damagedText(random, id, oddities) : parts.with(at, put).join('');
}

async function repliesOf(library: Library): Promise<readonly Reply[]> {
  const desk = createDesk(() => library);
  const entities = library.names.entities.slice(0, 6).map(({ name }) => name);
  const long = library.articles[0]?.title.value?.repeat(8) ?? '';
  const replies: Reply[] = [];
  for (const { name: command } of commands) {
    for (const query of [...entities, cleaned(long), ''])
      replies.push(await desk.answer(null, { command, query }, false));
  }
  return replies;
}

export const idsIn = (components: Reply['components']): string[] =>
  allComponents(components, []).flatMap(({ component }) => {
    const options = Array.isArray(component['options']) ? component['options'] : [];
    const values = options.map(({ value }: { value?: unknown }) => value);
    return [component['custom_id'], ...values].filter((id) => typeof id === 'string');
  });
