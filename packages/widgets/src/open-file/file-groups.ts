/** Files that were chosen together, as sources: the parts of a shapefile are one. Pure. */

/** What has a name. */
interface Named {
  readonly name: string;
}

/** One source. */
export interface FileGroup<F extends Named> {
  /** Name for people: that of the file, of the `.shp` among several. */
  readonly name: string;
  readonly files: readonly F[];
}

/** Endings of files that belong to a `.shp` of the same name. */
const PARTS = /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qpj|cst|qmd|shp\.xml)$/i;

/** Groups in the order of their first file. Parts without a `.shp` stay by themselves, so that they are named when they cannot be read. */
export function groupFiles<F extends Named>(files: readonly F[]): FileGroup<F>[] {
  const shapes = new Set(files.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stem(name)));
  const groups = new Map<string, F[]>();
  files.forEach((file, index) => {
    const part = PARTS.test(file.name) && shapes.has(stem(file.name));
    const key = part ? stem(file.name) : `${index}/${file.name}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  });
  return [...groups.values()].map((group) => ({ name: (group.find(({ name }) => /\.shp$/i.test(name)) ?? group[0])?.name ?? '', files: group }));
}

function stem(name: string): string {
  return name.toLowerCase().replace(PARTS, '');
}
