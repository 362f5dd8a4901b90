import { VERSION } from '@yizhangtu/base/version';

/**
 * What the files of the single-file form know of each other. `yizhangtu.js` and `yizhangtu.mjs` say where they stand and how they load a script;
 * `yizhangtu.more.js` reads what the first file exports and hands over what it has. tools/build/bundle.mjs turns each `import()` of something
 * that stands in the further file into `load()`.
 */
export interface Door {
  /** Address of the first file; undefined where it was put into another script. */
  readonly base?: string | undefined;
  /** Runs the script at an address. */
  readonly run: (address: string) => Promise<unknown>;
  /** What the first file exports, once it has run. */
  core?: unknown;
  /** The further file: loaded once, and again where that failed. */
  load?: () => Promise<unknown>;
  /** Takes what the further file exports. */
  arrived?: (exports: unknown) => void;
}

/** Its name on `globalThis`: a page with two versions of the library has two doors. */
export const DOOR = Symbol.for(`yizhangtu ${VERSION}`);

export function openDoor(door: Door): void {
  Reflect.set(globalThis, DOOR, door);
}

/** The door, where this is the single-file form. */
export function theDoor(): Door | undefined {
  return Reflect.get(globalThis, DOOR) as Door | undefined;
}
