import 'axe-core';
import type { AxeResults } from 'axe-core';

/** axe-core is no module: it puts itself on the window. */
const { axe } = window as unknown as { axe: { run(node: Element, options: object): Promise<AxeResults> } };

/** Rules about whole pages, which a fixture is not. */
const RULES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false } };

/** What axe has against a part of the page, one sentence each. */
export async function violationsIn(node: Element): Promise<string[]> {
  const { violations } = await axe.run(node, { rules: RULES, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')} – ${nodes[0]?.failureSummary}`);
}
