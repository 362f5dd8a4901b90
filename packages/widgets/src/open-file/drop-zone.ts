/** A part of the page that takes files which are dropped on it. */

/** What the zone says. */
interface ZoneEvents {
  /** Files hang over it, or no longer. */
  over(over: boolean): void;
  drop(files: readonly File[]): void;
}

/** Listens on one element at a time. */
export class DropZone {
  readonly #events: ZoneEvents;
  #target: Element | undefined;

  constructor(events: ZoneEvents) {
    this.#events = events;
  }

  /** The element that takes files now. */
  get target(): Element | undefined {
    return this.#target;
  }

  /** Listens on another element, or on none. */
  listen(target: Element | undefined): void {
    if (target === this.#target) return;
    const before = this.#target;
    this.#target = target;
    for (const [name, listener] of Object.entries(this.#listeners)) {
      before?.removeEventListener(name, listener as EventListener);
      target?.addEventListener(name, listener as EventListener);
    }
    if (before) this.#events.over(false);
  }

  readonly #onOver = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#events.over(true);
  };

  readonly #onLeave = (event: DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.#target?.contains(to)) this.#events.over(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // Zones in each other: the inner one has it.
    event.stopPropagation();
    this.#events.over(false);
    this.#events.drop([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #listeners = { dragenter: this.#onOver, dragover: this.#onOver, dragleave: this.#onLeave, drop: this.#onDrop };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer !== null && [...dataTransfer.types].includes('Files');
}
