/** What buttons, rows and selects may hold: just taken at the limit, refused beyond it at its place. */
import { test } from 'vitest';
import * as limits from '../../src/room/limits.ts';
import {
  button,
  chars,
  choice,
  container,
  expectRule,
  first,
  inRow,
  link,
  many,
  type Rule,
  reply,
  row,
  select,
} from './rules.ts';

const rules: readonly Rule[] = [
  {
    says: 'a custom id of 100 characters',
    taken: reply(row(button({ custom_id: chars(limits.customIdCharsMax) }))),
    refused: reply(row(button({ custom_id: chars(limits.customIdCharsMax + 1) }))),
    at: [...inRow, 'custom_id'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'custom ids that differ',
    taken: reply(row(button()), container(row(button({ custom_id: 'other' })))),
    refused: reply(row(button()), container(row(button()))),
    at: ['data', 'components', 1, 'components', 0, 'components', 0, 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  },
  {
    says: 'a label of 80 characters',
    taken: reply(row(button({ label: chars(limits.buttonLabelCharsMax) }))),
    refused: reply(row(button({ label: chars(limits.buttonLabelCharsMax + 1) }))),
    at: [...inRow, 'label'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'a button with a label or an emoji',
    taken: reply(row(button({ label: undefined, emoji: { name: '📖' } }))),
    refused: reply(row(button({ label: undefined }))),
    at: [...inRow, 'label'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    says: 'a button with a custom id',
    taken: reply(row(button())),
    refused: reply(row(button({ custom_id: undefined }))),
    at: [...inRow, 'custom_id'],
    code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  },
  {
    says: 'a link of 512 characters',
    taken: reply(row(link({ url: `https://example.org/${chars(492)}` }))),
    refused: reply(row(link({ url: `https://example.org/${chars(493)}` }))),
    at: [...inRow, 'url'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'a link without a custom id',
    taken: reply(row(link())),
    refused: reply(row(link({ custom_id: 'go' }))),
    at: [...inRow, 'custom_id'],
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  },
  {
    says: 'a link that has a url',
    taken: reply(row(link())),
    refused: reply(row(link({ url: undefined }))),
    at: [...inRow, 'url'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    says: 'a url that is one',
    taken: reply(row(link())),
    refused: reply(row(link({ url: 'not a url' }))),
    at: [...inRow, 'url'],
    code: 'URL_TYPE_INVALID_URL',
  },
  {
    says: 'a url of the web',
    taken: reply(row(link())),
    refused: reply(row(link({ url: 'file:///etc/passwd' }))),
    at: [...inRow, 'url'],
    code: 'URL_TYPE_INVALID_SCHEME',
  },
  {
    says: '5 buttons in a row',
    taken: reply(row(...many(5, (index) => button({ custom_id: `b${index}` })))),
    refused: reply(row(...many(6, (index) => button({ custom_id: `b${index}` })))),
    at: [...first, 'components'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'a row with something in it',
    taken: reply(row(button())),
    refused: reply(row()),
    at: [...first, 'components'],
    code: 'BASE_TYPE_MIN_LENGTH',
  },
  {
    says: 'a select alone in its row',
    taken: reply(row(select()), row(button())),
    refused: reply(row(select(), button())),
    at: [...first, 'components', 1],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  },
  {
    says: 'a select of 25 options',
    taken: reply(row(select({ options: many(limits.selectOptionsMax, (index) => choice(index)) }))),
    refused: reply(row(select({ options: many(limits.selectOptionsMax + 1, (index) => choice(index)) }))),
    at: [...inRow, 'options'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  ...(['label', 'value', 'description'] as const).map((field) => ({
    says: `a ${field} of 100 characters on an option`,
    taken: reply(row(select({ options: [choice(0, { [field]: chars(limits.selectOptionCharsMax) })] }))),
    refused: reply(row(select({ options: [choice(0, { [field]: chars(limits.selectOptionCharsMax + 1) })] }))),
    at: [...inRow, 'options', 0, field],
    code: 'BASE_TYPE_MAX_LENGTH',
  })),
  {
    says: 'option values that differ',
    taken: reply(row(select({ options: [choice(0), choice(1)] }))),
    refused: reply(row(select({ options: [choice(0), choice(0)] }))),
    at: [...inRow, 'options', 1, 'value'],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  },
  {
    says: 'a placeholder of 150 characters',
    taken: reply(row(select({ placeholder: chars(limits.selectPlaceholderCharsMax) }))),
    refused: reply(row(select({ placeholder: chars(limits.selectPlaceholderCharsMax + 1) }))),
    at: [...inRow, 'placeholder'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
];

test.each(rules)('$says is taken, and no other', (rule) =>
  expectRule(rule, ({ room }) => room.member('Ana').type('/help')),
);
