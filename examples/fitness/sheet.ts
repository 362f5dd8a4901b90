/** The sheet of the phone layout: three heights, by drag, click or keys. */
export type SheetHeight = 'peek' | 'half' | 'full';

const ORDER: readonly SheetHeight[] = ['peek', 'half', 'full'];
const WORDS: Record<SheetHeight, { zh: string; en: string }> = {
  peek: { zh: '收起', en: 'collapsed' },
  half: { zh: '半屏', en: 'half' },
  full: { zh: '全屏', en: 'full' },
};
const PEEK_PX = 136;
const HALF_SHARE = 0.46;
const TOP_PX = 64;

function heightOf(name: SheetHeight, whole: number): number {
  if (name === 'peek') return PEEK_PX;
  return name === 'half' ? whole * HALF_SHARE : whole - TOP_PX;
}

/** The named height next to a height in px. */
function nearest(px: number, whole: number): SheetHeight {
  const apart = (name: SheetHeight): number => Math.abs(heightOf(name, whole) - px);
  return ORDER.reduce((best, name) => (apart(name) < apart(best) ? name : best));
}

/** Makes the panels of a view a sheet. Returns the function that sets its height. */
export function makeSheet(view: HTMLElement): (height: SheetHeight) => void {
  const panels = view.querySelector<HTMLElement>('.panels');
  const grip = view.querySelector<HTMLElement>('.grip');
  if (!panels || !grip) return () => undefined;

  const set = (height: SheetHeight): void => {
    panels.dataset['sheet'] = height;
    panels.style.removeProperty('height');
    grip.setAttribute('aria-valuenow', String(ORDER.indexOf(height)));
    const words = WORDS[height];
    grip.setAttribute('aria-valuetext', document.documentElement.lang.startsWith('en') ? words.en : words.zh);
    // The map ends where the sheet begins; under a full sheet it keeps the room of the half one.
    const rest = height === 'peek' ? `${PEEK_PX - 16}px` : `calc(${HALF_SHARE * 100}% - 16px)`;
    view.style.setProperty('--sheet-rest', rest);
    if (height !== 'full') panels.scrollTop = 0;
  };
  const step = (by: number): void => {
    const at = ORDER.indexOf((panels.dataset['sheet'] ?? 'half') as SheetHeight);
    set(ORDER[Math.max(0, Math.min(ORDER.length - 1, at + by))] ?? 'half');
  };

  grip.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  });
  followDrag(grip, panels, set);
  set('half');
  return set;
}

function followDrag(grip: HTMLElement, panels: HTMLElement, set: (height: SheetHeight) => void): void {
  let from: { y: number; height: number } | undefined;
  let moved = false;
  grip.addEventListener('pointerdown', (event) => {
    from = { y: event.clientY, height: panels.offsetHeight };
    moved = false;
    grip.setPointerCapture(event.pointerId);
    panels.classList.add('dragging');
  });
  grip.addEventListener('pointermove', (event) => {
    if (!from) return;
    moved = moved || Math.abs(event.clientY - from.y) > 4;
    if (moved) panels.style.setProperty('height', `${Math.max(PEEK_PX, from.height + from.y - event.clientY)}px`);
  });
  const end = (): void => {
    if (!from) return;
    from = undefined;
    panels.classList.remove('dragging');
    if (moved) set(nearest(panels.offsetHeight, innerHeight));
  };
  grip.addEventListener('pointerup', end);
  grip.addEventListener('pointercancel', end);
  grip.addEventListener('click', () => {
    if (moved) return;
    set(panels.dataset['sheet'] === 'half' ? 'full' : 'half');
  });
}
