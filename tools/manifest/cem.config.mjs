// Options of the manifest analyser. `packagejson: false`, because it would write into the workspace's package.json.
const config = {
  globs: ['packages/*/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/*.d.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
};
export default config;
