/** What readers of files work on. Types only; everything here can cross to a worker. */

/** A file by its name and bytes. */
export interface SourceFile {
  /** With its ending: `地块.shp`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files that lie together: an archive, or what was dropped in one go. */
export interface FileFolder {
  readonly names: readonly string[];
  /** The bytes of a file; undefined if there is none of that name. */
  take(name: string): Uint8Array<ArrayBuffer> | undefined;
}
