/** The first few of very many, without reading the others. */
export function firstFew(values: Iterable<number>, most: number): number[] {
  const few: number[] = [];
  for (const value of values) {
    if (few.length >= most) break;
    few.push(value);
  }
  return few;
}
