// @ts-check
// The files of a new element. They compile and run; their tests fail until the element does something.

/** @typedef {ReturnType<typeof import('./names.mjs').namesOf>} Names */

const index = (/** @type {Names} */ n) => `import { define } from '@yizhangtu/base/define';
import { ${n.klass} } from './${n.name}.js';

define('${n.tag}', ${n.klass});

declare global {
  interface HTMLElementTagNameMap {
    '${n.tag}': ${n.klass};
  }
}

export { ${n.klass} };
`;

const element = (/** @type {Names} */ n) => `import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { hostStyles } from '@yizhangtu/base/styles';
import { ${n.rows} } from './${n.name}-rows.js';
import { ${n.camel}Styles } from './${n.name}.styles.js';

/**
 * One sentence that says what the element shows or does.
 * @tag ${n.tag}
 * @summary The same in a few words.
 * @csspart base - The element's box.
 */
export class ${n.klass} extends YztElement {
  static override styles = [hostStyles, ${n.camel}Styles];

  /** Name of the element for people. */
  @property() label = '';

  override render() {
    return html\`<div part="base">\${${n.rows}(this.label).map((row) => html\`<p>\${row}</p>\`)}</div>\`;
  }
}
`;

const styles = (/** @type {Names} */ n) => `import { css } from 'lit';

export const ${n.camel}Styles = css\`
  [part='base'] {
    padding: var(--yzt-space-3);
  }
\`;
`;

const rows = (
  /** @type {Names} */ n,
) => `/** What the element shows, as plain data: pure, so that it is tested without a browser. */
export function ${n.rows}(label: string): readonly string[] {
  return label === '' ? [] : [label];
}
`;

const logicTest = (/** @type {Names} */ n) => `import { describe, expect, it } from 'vitest';
import { ${n.rows} } from './${n.name}-rows.js';

describe('${n.rows}', () => {
  it('shows nothing for nothing', () => {
    expect(${n.rows}('')).toEqual([]);
  });

  it('says in a sentence what it does', () => {
    expect.fail('Write the tests of ${n.name}-rows.ts; this one fails until you do.');
  });
});
`;

const browserTest = (/** @type {Names} */ n) => `import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { ${n.klass} } from './${n.name}.js';

describe('<${n.tag}>', () => {
  it('is accessible', async () => {
    const element = await fixture<${n.klass}>(html\`<${n.tag} label="示例"></${n.tag}>\`);
    await expect(element).to.be.accessible();
  });

  it('shows what it is for', () => {
    expect.fail('Write the tests of <${n.tag}>; this one fails until you do.');
  });
});
`;

const story = (/** @type {Names} */ n) => `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@yizhangtu/${n.pack}/${n.name}';

const meta: Meta = {
  id: '${n.pack}-${n.name}',
  title: '${n.pack}/${n.name}',
  component: '${n.tag}',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  render: () => html\`<${n.tag} label="示例"></${n.tag}>\`,
};
`;

const page = (/** @type {Names} */ n) => `# \`<${n.tag}>\`

一句话说明：它展示什么、何时使用。

One sentence: what it shows and when to use it.

\`\`\`html
<${n.tag} label="示例"></${n.tag}>
\`\`\`

<!-- api:start -->
<!-- api:end -->
`;

/** Path → text of all files of a new element. @returns {Record<string, string>} */
export function filesOf(/** @type {Names} */ n) {
  const folder = `packages/${n.pack}/src/${n.name}`;
  return {
    [`${folder}/index.ts`]: index(n),
    [`${folder}/${n.name}.ts`]: element(n),
    [`${folder}/${n.name}.styles.ts`]: styles(n),
    [`${folder}/${n.name}-rows.ts`]: rows(n),
    [`${folder}/${n.name}-rows.test.ts`]: logicTest(n),
    [`${folder}/${n.name}.browser.test.ts`]: browserTest(n),
    [`stories/${n.pack}/${n.name}.stories.ts`]: story(n),
    [`docs/elements/${n.tag}.md`]: page(n),
  };
}
