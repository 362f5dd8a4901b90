/**
 * Coordinate systems as a `.prj` file or a GeoParquet header writes them: WKT of ESRI, of OGC (1) and of ISO 19162 (2). Read into a tree
 * of words and numbers; what it means is in `crs-of-text.ts`.
 */

/** One bracketed thing: `DATUM["D_China_2000",SPHEROID[…]]`. */
export interface CrsNode {
  /** In capitals. */
  readonly keyword: string;
  /** Texts and numbers in order. */
  readonly values: readonly (string | number)[];
  readonly children: readonly CrsNode[];
}

interface OpenNode extends CrsNode {
  readonly values: (string | number)[];
  readonly children: CrsNode[];
}

/** A `.prj` has some hundred letters; nobody describes a system in so many. */
const MAX_LENGTH = 65_536;
const MAX_DEPTH = 32;
const TOKEN = /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_]\w*)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([[\](),]))/y;

/** The tree; undefined for what is no such text. */
export function crsTree(text: string): CrsNode | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const top: OpenNode = { keyword: '', values: [], children: [] };
  const path: OpenNode[] = [top];
  let word: string | undefined;
  TOKEN.lastIndex = 0;
  for (let hit = TOKEN.exec(text); hit; hit = TOKEN.exec(text)) {
    const [, quoted, name, number, sign] = hit;
    const open = path[path.length - 1] as OpenNode;
    if (quoted !== undefined) open.values.push(quoted.split('""').join('"'));
    else if (name !== undefined) word = name;
    else if (number !== undefined) open.values.push(Number(number));
    else if (sign === '[' || sign === '(') {
      if (word === undefined || path.length > MAX_DEPTH) return undefined;
      const node: OpenNode = { keyword: word.toUpperCase(), values: [], children: [] };
      word = undefined;
      open.children.push(node);
      path.push(node);
    } else {
      // A word without brackets, such as the direction NORTH, is a value.
      if (word !== undefined) open.values.push(word);
      word = undefined;
      if (sign !== ',' && path.length > 1) path.pop();
    }
  }
  return top.children[0];
}

/** All nodes of some keywords, at whatever depth, in order. */
export function crsNodes(node: CrsNode, ...keywords: readonly string[]): CrsNode[] {
  return node.children.flatMap((child) => [...(keywords.includes(child.keyword) ? [child] : []), ...crsNodes(child, ...keywords)]);
}
