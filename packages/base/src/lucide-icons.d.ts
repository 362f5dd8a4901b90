/** The npm package `lucide` types its root only; each icon is a module of its own, imported alone so that pages load what they show. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const shape: readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];
  export default shape;
}
