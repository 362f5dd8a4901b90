// @ts-check
// CSS that Chromium 80 does not know, in css`…` templates and in style sheets; and markup that a strict CSP refuses.
import { walk } from '../source.mjs';

/** @typedef {import('../source.mjs').Source} Source @typedef {import('../source.mjs').Offence} Offence */

/** @type {[pattern: RegExp, what: string, zh: string, en: string][]} */
const CSS = [
  [
    /(?<![-\w])(?:row-|column-)?gap\s*:/g,
    'gap',
    '用网格的 grid-gap / grid-row-gap / grid-column-gap,或外边距',
    'grid-gap, grid-row-gap or grid-column-gap in a grid; margins in flex',
  ],
  [/(?<![-\w])inset(?:-inline|-block)?(?:-start|-end)?\s*:/g, 'inset', '写 top/right/bottom/left', 'top, right, bottom, left'],
  [/(?<![-\w])aspect-ratio\s*:/g, 'aspect-ratio', '用 padding-top 百分比或固定高度', 'a percentage padding or a fixed height'],
  [
    /(?<![-\w])(?:margin|padding|border)-(?:inline|block)\s*:/g,
    'logical shorthand',
    '写 …-start 与 …-end',
    'the -start and -end longhands',
  ],
  [/(?<![-\w])(?:translate|rotate|scale)\s*:/g, 'individual transform', '用 transform: …()', 'transform: …()'],
  [/(?<![-\w])overflow(?:-[xy])?\s*:\s*clip\b/g, 'overflow: clip', '用 hidden', 'hidden'],
  [/:(?:is|where|has|state|dir)\(/g, ':is/:where/:has/:state/:dir', '展开选择器', 'write the selectors out'],
  [/:not\([^()]*,/g, ':not() with a list', '写成 :not(a):not(b)', ':not(a):not(b)'],
  [
    /(?<!:not\():focus-visible\b/g,
    ':focus-visible alone',
    '先写 :focus,再用 :focus:not(:focus-visible) 取消',
    ':focus first, then take it back in :focus:not(:focus-visible)',
  ],
  [/\b\d*\.?\d+[dsl]v[hwib]\b/g, 'dvh/svh/lvh', '用 100% 或 vh', '100% or vh'],
  [
    /\bcolor-mix\(|\b(?:oklch|oklab|lch|lab)\(|\b(?:rgb|hsl)\(\s*from\b/g,
    'modern colour function',
    '用标记(token)里的颜色',
    'a colour token',
  ],
  [
    /@(?:container|layer|scope|property|starting-style)\b/g,
    'modern at-rule',
    '用类名、媒体查询或 ResizeObserver',
    'classes, media queries or a ResizeObserver',
  ],
  [/@media[^{]*\([^)]*[<>]/g, 'media range syntax', '用 min-width/max-width', 'min-width and max-width'],
  [/(?:^|[\s;{}])&/g, 'nesting', '写完整选择器', 'full selectors'],
];

/** Properties that need their -webkit- twin in Chromium 80. */
const PREFIXED = ['appearance', 'mask', 'mask-image'];

const blankComments = (/** @type {string} */ css) => css.replace(/\/\*[\s\S]*?\*\//g, (all) => ' '.repeat(all.length));

/** Findings in a piece of CSS: offset and words. */
export function cssFindings(/** @type {string} */ text) {
  const css = blankComments(text);
  /** @type {{ offset: number, what: string, zh: string, en: string }[]} */
  const found = [];
  for (const [pattern, what, zh, en] of CSS) {
    for (const hit of css.matchAll(pattern)) found.push({ offset: hit.index, what, zh, en });
  }
  for (const name of PREFIXED) {
    for (const hit of css.matchAll(new RegExp(`(?<![-\\w])${name}\\s*:`, 'g'))) {
      if (!css.includes(`-webkit-${name}`))
        found.push({ offset: hit.index, what: name, zh: `同时写 -webkit-${name}`, en: `also write -webkit-${name}` });
    }
  }
  return found;
}

/** @type {[pattern: RegExp, what: string, zh: string, en: string][]} */
const HTML = [
  [/\sstyle\s*=/g, 'style="…"', '用 styleMap、CSSOM 或类名', 'styleMap, CSSOM or a class'],
  [/<style\b/g, '<style>', '用 static styles 或样式文件', 'static styles, or a style sheet file'],
  [/<script\b(?![^>]*\bsrc=)/g, 'inline <script>', '用外部脚本文件', 'a script file'],
  [/\son[a-z]+\s*=\s*["'$]/g, 'inline event handler', '用 @event=${…}', '@event=${…} or addEventListener'],
  [/javascript:/gi, 'javascript: address', '用按钮和事件', 'a button and an event'],
];

function offencesIn(
  /** @type {Source} */ source,
  /** @type {string} */ text,
  /** @type {number} */ offset,
  /** @type {'old-css' | 'strict-csp'} */ rule,
) {
  const found =
    rule === 'old-css'
      ? cssFindings(text)
      : HTML.flatMap(([pattern, what, zh, en]) =>
          [...text.matchAll(pattern)].map((hit) => ({ offset: hit.index, what, zh, en })),
        );
  return found.map((one) => ({
    path: source.path,
    line: source.lineOf(offset + one.offset),
    rule,
    what: one.what,
    remedy: { zh: one.zh, en: one.en },
  }));
}

/** @type {(source: Source) => Offence[]} */
export function oldCss(source) {
  if (source.path.endsWith('.css')) return offencesIn(source, source.text, 0, 'old-css');
  return templates(source, /^(?:css|unsafeCSS)$/, 'old-css');
}

/** @type {(source: Source) => Offence[]} */
export function strictCsp(source) {
  if (source.path.endsWith('.html')) {
    const text = source.text.replace(/<!--[\s\S]*?-->/g, (all) => all.replace(/\S/g, ' '));
    return offencesIn(source, text, 0, 'strict-csp');
  }
  return source.isTest ? [] : templates(source, /^(?:html|svg)$/, 'strict-csp');
}

/** @returns {Offence[]} */
function templates(/** @type {Source} */ source, /** @type {RegExp} */ tag, /** @type {'old-css' | 'strict-csp'} */ rule) {
  /** @type {Offence[]} */
  const offences = [];
  walk(source.ast, (node) => {
    if (node.type !== 'TaggedTemplateExpression' || !tag.test(node['tag']?.name ?? '')) return;
    const quasi = node['quasi'];
    // Expressions are blanked so that an attribute and its binding stay in one text at the right offsets.
    let text = source.text.slice(quasi.start, quasi.end);
    for (const part of quasi.expressions) {
      const [from, to] = [part.start - quasi.start, part.end - quasi.start];
      text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, 'x') + text.slice(to);
    }
    offences.push(...offencesIn(source, text, quasi.start, rule));
  });
  return offences;
}
