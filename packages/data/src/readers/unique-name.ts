/** Names of columns, each once. */
import type { NoteBook } from './notes.js';

/** The name, with a number behind it where it has come before; that of its place where it is empty. */
export function uniqueName(name: string, index: number, seen: Set<string>, notes: NoteBook): string {
  const base = name === '' ? `column_${index + 1}` : name;
  if (name === '') notes.add('empty-header', index);
  let unique = base;
  if (seen.has(base)) notes.add('duplicate-header', index);
  for (let number = 2; seen.has(unique); number++) unique = `${base}_${number}`;
  seen.add(unique);
  return unique;
}
