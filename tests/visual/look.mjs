// Runs in the page: what a careful eye would see on any machine, whatever its fonts. Each check returns sentences; none is good.
const SLACK = 2;

/** Every element of the page, through open shadow roots, in document order. */
function all(root, found = []) {
  for (const element of root.querySelectorAll('*')) {
    found.push(element);
    if (element.shadowRoot) all(element.shadowRoot, found);
  }
  return found;
}

const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;

function* upwards(node) {
  for (let at = parentOf(node); at; at = parentOf(at)) yield at;
}

function nameOf(element) {
  const label = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 24) ?? '';
  const host = element.getRootNode().host;
  return `${host ? `<${host.localName}> ` : ''}${element.localName}${label ? ` «${label}»` : ''}`;
}

function isVisible(element) {
  if (!element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
}

/** The part of a box that no ancestor cuts off, or undefined. `reason` is the ancestor that hides for good (not by scrolling). */
function clipped(element, box) {
  let { left, top, right, bottom } = box;
  let cutBy;
  for (const at of upwards(element)) {
    const style = getComputedStyle(at);
    if (style.overflowX === 'visible' && style.overflowY === 'visible' && style.clipPath === 'none') continue;
    const frame = at.getBoundingClientRect();
    const hides = /hidden|clip/.test(style.overflowX) && (box.right > frame.right + SLACK || box.left < frame.left - SLACK);
    if (hides) cutBy ??= { at, style };
    left = Math.max(left, frame.left);
    right = Math.min(right, frame.right);
    top = Math.max(top, frame.top);
    bottom = Math.min(bottom, frame.bottom);
  }
  left = Math.max(left, 0);
  top = Math.max(top, 0);
  right = Math.min(right, innerWidth);
  bottom = Math.min(bottom, innerHeight);
  return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom, cutBy } : undefined;
}

export function overflow() {
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
}

const CONTROLS = 'a[href], button, input, select, textarea, [role="button"], [role="slider"], [tabindex="0"]';

/** Boxes that take clicks. The map lies under its widgets, lists and charts hold their own rows: containers are left out. */
function controls() {
  return all(document)
    .filter(
      (element) =>
        element.matches(CONTROLS) &&
        // An arc or a band lies beside others within one box: only hands and eyes can tell whether they touch.
        element.localName !== 'path' &&
        // The plot of a chart takes clicks wherever its brush has no handle: it holds them as a map holds its widgets.
        !element.matches('rect[data-cursor]') &&
        !element.matches('[role="application"], [role="listbox"], .body[tabindex], input[type="range"], input[type="radio"].tab'),
    )
    .filter(isVisible)
    .map((element) => ({ element, box: clipped(element, element.getBoundingClientRect()) }))
    .filter(({ box }) => box !== undefined);
}

const holds = (outer, inner) => outer === inner || [...upwards(inner)].includes(outer);

export function overlaps() {
  const list = controls();
  const faults = [];
  list.forEach((a, index) => {
    for (const b of list.slice(index + 1)) {
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (width <= SLACK || height <= SLACK || holds(a.element, b.element) || holds(b.element, a.element)) continue;
      faults.push(`${nameOf(a.element)} and ${nameOf(b.element)} overlap by ${Math.round(width)} × ${Math.round(height)} px`);
    }
  });
  return faults;
}

function topmost(x, y) {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Controls that something else lies on: a click in their middle goes elsewhere. */
export function covered() {
  return controls().flatMap(({ element, box }) => {
    const hit = topmost((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const label = hit?.closest?.('label');
    if (!hit || holds(element, hit) || holds(hit, element) || label?.contains(element)) return [];
    return [`${nameOf(element)} lies under ${nameOf(hit)}`];
  });
}

/** Visible texts with their elements; what is only for screen readers is left out. */
function texts() {
  const found = [];
  for (const element of all(document)) {
    if (/^(script|style|title|template|option|noscript)$/i.test(element.localName) || !isVisible(element)) continue;
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node.data.trim().replace(/\s+/g, ' ') : '';
      if (text === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(element);
      const forReaders = [element, ...upwards(element)].some(
        (at) => at.classList?.contains('hidden-text') || at.getBoundingClientRect().width <= 1,
      );
      const seen = box.width > 0 && !forReaders ? clipped(element, box) : undefined;
      if (seen) found.push({ element, text, box, seen, style });
    }
  }
  return found;
}

const shortens = (style) => style.textOverflow === 'ellipsis' || (style.webkitLineClamp && style.webkitLineClamp !== 'none');

export function cut() {
  return texts().flatMap(({ element, text, box, seen, style }) => {
    if (shortens(style) || [...upwards(element)].slice(0, 3).some((at) => shortens(getComputedStyle(at)))) return [];
    const own = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const outside = box.right > innerWidth + SLACK || box.left < -SLACK;
    if (!own && !outside && !seen.cutBy) return [];
    return [`«${text.slice(0, 40)}» in ${nameOf(element)} is cut off`];
  });
}

/** Words that are names in every language. */
const NAMES = /GSHHG|Natural Earth|GeoNames|OpenStreetMap|DATA\.GOV\.HK|CGCS2000|EPSG|English|\bEN\b/g;

function dataWords() {
  const words = new Set();
  for (const element of document.querySelectorAll('yzt-dataset')) {
    for (const column of element.dataset?.columns ?? []) for (const word of column.dictionary ?? []) words.add(word);
  }
  return words;
}

/** Texts in the other language. What the data itself says is not the library's to translate. */
export function wrongLanguage(lang) {
  const data = dataWords();
  const isData = (text) => data.has(text) || [...data].some((word) => word.length > 1 && text === `${word}…`);
  return texts().flatMap(({ element, text }) => {
    const rest = text.replace(NAMES, '');
    // An emblem is a picture made of a letter.
    if (element.getAttribute('aria-hidden') === 'true' && [...text].length === 1) return [];
    if (isData(text) || element.closest('[lang]')?.lang === (lang === 'en' ? 'zh-CN' : 'en')) return [];
    const wrong =
      lang === 'en'
        ? /\p{Script=Han}/u.test(rest) && rest !== '中' && !isData(rest)
        : /[A-Za-z]{3,}/.test(rest) && !/\p{Script=Han}/u.test(rest);
    return wrong ? [`«${text.slice(0, 60)}» in ${nameOf(element)}`] : [];
  });
}

/** A map that drew has more than one colour on its canvases. */
export function maps() {
  return all(document)
    .filter((element) => element.localName === 'yzt-map' && isVisible(element))
    .flatMap((map) => {
      const colors = new Set();
      for (const canvas of map.shadowRoot.querySelectorAll('canvas')) {
        if (canvas.width === 0 || canvas.height === 0) continue;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < data.length; at += 4 * 97)
          if (data[at + 3] > 0) colors.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      }
      return colors.size > 4 ? [] : [`<yzt-map id="${map.id}"> has drawn ${colors.size} colours`];
    });
}

/** How this machine draws letters: pictures are only compared where they are drawn the same. */
export async function letters() {
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = 60;
  const context = canvas.getContext('2d');
  context.font = `20px ${getComputedStyle(document.documentElement).getPropertyValue('--yzt-font-family') || 'sans-serif'}`;
  context.fillText('全民健身一张图 Public 1,284 ㎡', 4, 40);
  let hash = 2166136261;
  for (const value of context.getImageData(0, 0, 400, 60).data) hash = Math.imul(hash ^ value, 16777619) >>> 0;
  return hash.toString(16);
}
