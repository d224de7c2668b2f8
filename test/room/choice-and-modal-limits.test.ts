/** What choices and a modal may hold: just taken at the limit, refused beyond it at its place. */
import { describe, test } from 'vitest';
import * as limits from '../../src/room/limits.ts';
import { chars, expectRule, first, input, many, plain, type Rule } from './rules.ts';

const choices = (count: number, more: object = {}) => ({
  type: 8,
  data: { choices: many(count, (index) => ({ name: `c${index}`, value: `v${index}`, ...more })) },
});
const choiceRules: readonly Rule[] = [
  {
    says: '25 choices',
    taken: choices(limits.choicesMax),
    refused: choices(limits.choicesMax + 1),
    at: ['data', 'choices'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  ...(['name', 'value'] as const).flatMap((field) => [
    {
      says: `a ${field} of 100 characters`,
      taken: choices(1, { [field]: chars(limits.choiceCharsMax) }),
      refused: choices(1, { [field]: chars(limits.choiceCharsMax + 1) }),
      at: ['data', 'choices', 0, field],
      code: field === 'name' ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH',
    },
    {
      says: `a ${field} that is not blank`,
      taken: choices(1, { [field]: '.' }),
      refused: choices(1, { [field]: ' ' }),
      at: ['data', 'choices', 0, field],
      code: 'BASE_TYPE_BAD_LENGTH',
    },
  ]),
  { says: 'choices', taken: choices(0), refused: plain({ content: 'x' }), at: ['type'], code: 'BASE_TYPE_CHOICES' },
  {
    says: 'text for a text option',
    taken: choices(1),
    refused: choices(1, { value: 5 }),
    at: ['data', 'choices', 0, 'value'],
    code: 'STRING_TYPE_CONVERT',
  },
];

describe('an answer to autocomplete', () => {
  test.each(choiceRules)('$says is taken, and no other', (rule) =>
    expectRule(rule, ({ room }) => room.member('Ana').complete('/who x')),
  );
});

const label = (more: object = {}) => ({ type: 18, label: 'Words', component: input(), ...more });
const modal = (more: object = {}) => ({
  type: 9,
  data: { custom_id: 'm', title: 'T', components: [label()], ...more },
});
const numbered = (count: number) => many(count, (index) => label({ component: input({ custom_id: `i${index}` }) }));
const modalRules: readonly Rule[] = [
  {
    says: 'a title of 45 characters',
    taken: modal({ title: chars(limits.modalTitleCharsMax) }),
    refused: modal({ title: chars(limits.modalTitleCharsMax + 1) }),
    at: ['data', 'title'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: '5 parts',
    taken: modal({ components: numbered(limits.modalRowsMax) }),
    refused: modal({ components: numbered(limits.modalRowsMax + 1) }),
    at: ['data', 'components'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'fields with ids of their own',
    taken: modal({ components: numbered(2) }),
    refused: modal({ components: [label(), label()] }),
    at: ['data', 'components', 1, 'component', 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  },
  {
    says: 'a label of 45 characters',
    taken: modal({ components: [label({ label: chars(45) })] }),
    refused: modal({ components: [label({ label: chars(46) })] }),
    at: [...first, 'label'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
];

describe('a modal', () => {
  test.each(modalRules)('$says is taken, and no other', (rule) =>
    expectRule(rule, ({ room }) => room.member('Ana').type('/help')),
  );
});
