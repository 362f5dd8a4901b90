/** The merged manifest is written before Storybook starts; the types must hold without it. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
