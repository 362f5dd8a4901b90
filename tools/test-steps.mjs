// @ts-check
// The steps of `npm test`, in order: cheap ones first, so that a slip shows early, then the longest, so that none is left to run by itself at the end. A step is
// a script of package.json that prints `N passed, N failed` (`, N skipped`) as its last such line; `skipped: <why>` lines are shown in the table.
// `again` says what of a step is tried a second time when few of its tests failed; only steps that wait for a browser have it.
// To add a proof: write the script, then a line here, with the steps whose output it reads.

/** @typedef {{ script: string, zh: string, en: string, needs?: readonly string[], alone?: boolean, again?: import('./test-again.mjs').Again, flag?: string }} Step */

/** @type {Step[]} */
export const STEPS = [
  { script: 'test:setup', zh: '运行环境', en: 'machine' },
  { script: 'types', zh: '类型', en: 'types', alone: true },
  { script: 'build', zh: '构建', en: 'build', needs: ['types'] },
  // The linter reads the declarations of the packages.
  { script: 'lint', zh: '规范', en: 'lint', needs: ['types'] },
  { script: 'test:manifest', zh: '清单与文档', en: 'manifest and docs', needs: ['types'] },
  { script: 'size', zh: '体积', en: 'size', needs: ['build'] },
  { script: 'test:unit', zh: '逻辑', en: 'logic' },
  { script: 'test:visual', zh: '画面', en: 'pictures', needs: ['build'], again: 'views' },
  { script: 'test:contract', zh: '契约', en: 'contract', needs: ['test:manifest'], again: 'files', flag: '--files' },
  { script: 'test:stories', zh: '故事', en: 'stories', again: 'files' },
  { script: 'test:servers', zh: '数据库与服务', en: 'databases and services' },
  { script: 'test:elements', zh: '元素', en: 'elements', again: 'files', flag: '--files' },
  { script: 'test:leaks', zh: '泄漏', en: 'leaks', needs: ['build'] },
  { script: 'test:pages', zh: '页面', en: 'pages', needs: ['build'], again: 'all' },
  { script: 'test:bad-input', zh: '坏输入', en: 'bad input', needs: ['build'], again: 'all' },
  { script: 'test:csp', zh: '内容安全策略', en: 'content policy', needs: ['build'], again: 'all' },
  { script: 'test:package', zh: '发布包', en: 'packages', needs: ['build'] },
  { script: 'test:kernels', zh: '旧内核', en: 'old kernels', needs: ['build'], again: 'all' },
  { script: 'test:faults', zh: '断网与拦截', en: 'offline and policy', needs: ['build'], again: 'all' },
  { script: 'test:bench', zh: '测量页面', en: 'benchmark pages', needs: ['build'], again: 'all' },
];
