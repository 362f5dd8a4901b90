/** Memory that frames work in and that shows nothing: shared between them, and given back when none has been drawn for a while. */

/** Milliseconds without a frame after which a view is at rest. */
const REST_MS = 200;

const holders: (() => void)[] = [];
let usedAt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function look(): void {
  const left = usedAt + REST_MS - performance.now();
  if (left > 0) {
    timer = setTimeout(look, left);
    return;
  }
  timer = undefined;
  for (const free of holders) free();
}

/** Names something that is to be called whenever nothing has been drawn for a while. */
export function freedAtRest(free: () => void): void {
  holders.push(free);
}

/** Says that such memory is in use. One timer serves all frames of a movement. */
export function roomInUse(): void {
  usedAt = performance.now();
  timer ??= setTimeout(look, REST_MS);
}
