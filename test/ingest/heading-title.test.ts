import { expect, test } from 'vitest';
import { headingTitle } from '../../src/ingest/heading-title.ts';

test.each([
  ['# The lock', 'The lock'],
  ['The lock\n========', 'The lock'],
  ['## The lock ##', 'The lock'],
  ['# The **old** lock', 'The old lock'],
  ['# `lock` and *key*', 'lock and key'],
  ['# _The_ snake_case_name', 'The snake_case_name'],
  ['# 2 * 3 * 4', '2 * 3 * 4'],
  ['# The lock [![built](https://a.example/b.svg)](https://a.example) ![pic](c.png)', 'The lock'],
  ['# [The lock](https://a.example/lock "of 1906")', 'The lock'],
  ['# The lock [1]', 'The lock [1]'],
  ['# The lock <a href="https://a.example"><img align="right" src="b.svg"></a>', 'The lock'],
  ['# Array<T>, and x < y', 'Array<T>, and x < y'],
  ['# The lock {#lock}', 'The lock'],
  ['# ![The lock](logo.png)', 'The lock'],
  ['# ![](logo.png)', '# ![](logo.png)'],
  ['# **', '**'],
])('of %j is %j', (heading, title) => {
  expect(headingTitle(heading, { start: 0, end: heading.length })).toBe(title);
});
