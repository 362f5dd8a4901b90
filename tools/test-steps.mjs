// @ts-check
// The steps of `npm test`, in order: cheap ones first, so that a slip shows early. A step is a script of package.json that
// prints `N passed, N failed` (`, N skipped`) as its last such line; `skipped: <why>` lines are shown in the table.
// To add a proof: write the script, then a line here.

/** @typedef {{ script: string, zh: string, en: string, minutes?: number }} Step */

/** @type {Step[]} */
export const STEPS = [
  { script: 'test:setup', zh: '运行环境', en: 'machine' },
  // Types before lint: the linter reads the declarations of the packages.
  { script: 'types', zh: '类型', en: 'types' },
  { script: 'lint', zh: '规范', en: 'lint' },
  { script: 'test:unit', zh: '逻辑', en: 'logic' },
  { script: 'test:elements', zh: '元素', en: 'elements' },
  { script: 'test:manifest', zh: '清单与文档', en: 'manifest and docs' },
  { script: 'test:contract', zh: '契约', en: 'contract' },
  { script: 'test:stories', zh: '故事', en: 'stories' },
  { script: 'build', zh: '构建', en: 'build' },
  { script: 'test:pages', zh: '页面', en: 'pages' },
  { script: 'test:bad-input', zh: '坏输入', en: 'bad input' },
  { script: 'test:package', zh: '发布包', en: 'packages' },
  { script: 'size', zh: '体积', en: 'size' },
  { script: 'test:visual', zh: '画面', en: 'pictures' },
  { script: 'test:csp', zh: '内容安全策略', en: 'content policy' },
  { script: 'test:faults', zh: '断网与拦截', en: 'offline and policy' },
  { script: 'test:kernels', zh: '旧内核', en: 'old kernels' },
  { script: 'test:leaks', zh: '泄漏', en: 'leaks' },
  { script: 'test:servers', zh: '数据库与服务', en: 'databases and services', minutes: 12 },
  { script: 'test:bench', zh: '测量页面', en: 'benchmark pages' },
];
