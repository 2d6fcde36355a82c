// axe-core with every WCAG A and AA tag and its best practices, on the page that is open.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Runs every rule of our tags on the page that is open. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const { results, rules } = await page.evaluate(async (tags) => {
    const rules = globalThis.axe.getRules(tags).map((rule) => rule.ruleId);
    const on = Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));
    const runOnly = { type: 'tag', values: tags };
    return { rules, results: await globalThis.axe.run(document, { runOnly, rules: on }) };
  }, tags);
  const { passes, violations, incomplete, inapplicable } = results;
  const run = [...passes, ...violations, ...incomplete, ...inapplicable].map((rule) => rule.id);
  assert.deepEqual(rules.filter((rule) => !run.includes(rule)), [], 'rules that did not run');
  const nodes = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => ({ rule, node })));
  return {
    nodes: nodes([...passes, ...violations, ...incomplete]).length,
    undecided: nodes(incomplete).map(({ rule }) => rule.id),
    findings: nodes(violations).map(({ rule, node }) =>
      `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`),
  };
}
