/** The page under forced colours (Windows' contrast themes): switching it on, and what a reader sees then. */

interface Commands {
  sendMessageWaitForResponse(message: object): Promise<{ executed: boolean }>;
}

/** Switches forced colours on or off. @throws Error when the runner does not know the command, or the browser does not follow. */
export async function forceColors(on: boolean): Promise<void> {
  const address = '/__web-dev-server__web-socket.js';
  const { sendMessageWaitForResponse } = (await import(address)) as Commands;
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const { executed } = await sendMessageWaitForResponse({ type: 'wtr-command', sessionId, command: 'forced-colors', payload: on });
  if (!executed) throw new Error('the runner has no command forced-colors: see tests/contract/forced-colors-plugin.mjs');
  if (matchMedia('(forced-colors: active)').matches !== on) throw new Error('the browser did not follow');
}

/** Everything that is rendered under a node, shadow roots included, in document order. */
export function* rendered(root: Element): Generator<Element> {
  if (!root.getClientRects().length && !root.shadowRoot && !root.children.length) return;
  yield root;
  for (const child of root.shadowRoot?.children ?? []) yield* rendered(child);
  for (const child of root.children) yield* rendered(child);
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

function rgba(color: string): Rgba {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgba, b: Rgba): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The colour behind an element: the nearest opaque background around it. */
function backdrop(element: Element): Rgba {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const color = rgba(getComputedStyle(at).backgroundColor);
    if (color[3] > 0.99) return color;
  }
  return [255, 255, 255, 1];
}

function isHidden(element: Element): boolean {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  // Words for screen readers only are clipped to a pixel.
  return style.visibility !== 'visible' || style.opacity === '0' || width <= 1 || height <= 1;
}

const NEEDED = 4.5;
const words = (element: Element): string =>
  [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim() ?? '').join('');

/** Texts that do not stand out from what is behind them. */
export function faintTexts(root: Element): string[] {
  return [...rendered(root)]
    .filter((element) => words(element) !== '' && !/^(?:style|script|title|option)$/i.test(element.localName) && !isHidden(element))
    .filter((element) => !element.closest(':disabled, [aria-disabled=true]'))
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
      const ratio = contrast(ink, backdrop(element));
      return ratio >= NEEDED && ink[3] > 0.5 ? [] : [`«${words(element)}» in ${nameOf(element)}: ${ratio.toFixed(1)}`];
    });
}

function nameOf(element: Element): string {
  const part = element.getAttribute('part') ?? element.getAttribute('class');
  return part ? `${element.localName}.${part.replace(/\s+/g, '.')}` : element.localName;
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What a keyboard reaches. */
export function focusable(root: Element): HTMLElement[] {
  return [...rendered(root)].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && element.matches(FOCUSABLE) && element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0,
  );
}

/** What of a box survives forced colours: shadows and background pictures do not. */
const MARKS = ['outlineStyle', 'outlineWidth', 'outlineColor', 'borderTopColor', 'borderTopWidth', 'borderTopStyle', 'backgroundColor', 'textDecorationLine'] as const;

function look(element: Element): string {
  const around = [element, element.nextElementSibling, parentOf(element), parentOf(parentOf(element) ?? element)];
  return around
    .filter((one): one is Element => one !== null)
    .flatMap((one) => ['', '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(one, pseudo);
      if (pseudo !== '' && style.content === 'none') return '';
      const outline = style.outlineStyle === 'none' ? '' : 'outlined';
      return [outline, ...MARKS.filter((mark) => outline || !mark.startsWith('outline')).map((mark) => style[mark])].join(' ');
    }))
    .join('|');
}

/** Things that look the same with the keyboard's focus as without. */
export async function invisibleFocus(root: Element): Promise<string[]> {
  const faults: string[] = [];
  for (const element of focusable(root)) {
    const before = look(element);
    element.focus();
    // A key that moves the focus is let go where the focus is then.
    element.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true, composed: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!element.matches(':focus-visible')) faults.push(`${nameOf(element)} does not take the focus`);
    else if (look(element) === before) faults.push(`${nameOf(element)} looks the same with focus`);
    element.blur();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return faults;
}
