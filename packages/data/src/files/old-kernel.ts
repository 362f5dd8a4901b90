/**
 * What hyparquet uses at run time and Chromium 80 lacks: the entry of a list counted from its end. Added only where it is missing, mostly in
 * the worker that reads files, and not listed in `for … in`.
 */
export function forOldKernels(): void {
  const name = 'at';
  if (name in Array.prototype) return;
  Object.defineProperty(Array.prototype, name, {
    value: function at(this: readonly unknown[], index: number): unknown {
      return this[index < 0 ? this.length + index : index];
    },
    configurable: true,
    writable: true,
  });
}
