// One Custom Elements Manifest over all packages. One run, because per-package runs lose what elements inherit from `base`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MERGED = join(ROOT, '.cache/custom-elements.json');

/** Members of Lit and the platform that say nothing about the element. */
const SILENT = new Set(['styles', 'properties', 'version', 'shadowRootOptions', 'observedAttributes', 'formAssociated', 'render']);
const LIFECYCLE = new Set([
  'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback', 'willUpdate', 'update', 'updated', 'firstUpdated',
  'shouldUpdate', 'createRenderRoot', 'scheduleUpdate', 'getUpdateComplete', 'requestUpdate',
]); // prettier-ignore

function isPublic(member) {
  return !member.privacy && !member.static && !/^[#_]/.test(member.name) && !SILENT.has(member.name) && !LIFECYCLE.has(member.name);
}

/** One member a name: an accessor pair is analysed twice. */
function unique(members) {
  const byName = new Map();
  for (const member of members) {
    const known = byName.get(member.name);
    byName.set(member.name, known ? { ...member, ...known, description: known.description ?? member.description } : member);
  }
  return [...byName.values()];
}

/** A declaration without what users cannot reach. Events of `emit(type)` itself are the analyser's guess and dropped. */
function clean(declaration) {
  const { members = [], events = [], attributes = [] } = declaration;
  return {
    ...declaration,
    members: unique(members.filter(isPublic)),
    events: events.filter((event) => /^(yzt-|input$|change$)/.test(event.name ?? '')),
    attributes: attributes.filter((attribute) => attribute.name && attribute.name !== 'id'),
  };
}

/** Analyses all sources. Returns the manifest with source paths. */
export async function analyse() {
  const manifest = await cli({ argv: ['analyze', '--config', 'tools/manifest/cem.config.mjs'], cwd: ROOT, noWrite: true });
  const modules = manifest.modules.map((module) => ({
    ...module,
    declarations: (module.declarations ?? []).map((each) => (each.kind === 'class' ? clean(each) : each)),
  }));
  return { ...manifest, modules };
}

/** Every public element of a manifest: `{tag, packageName, folder, file, declaration}`, by tag. */
export function elementsOf(manifest) {
  return manifest.modules
    .flatMap((module) => module.declarations.map((declaration) => ({ module, declaration })))
    .filter(({ declaration }) => declaration.kind === 'class' && declaration.tagName)
    .map(({ module, declaration }) => ({
      tag: declaration.tagName,
      declaration,
      file: module.path,
      folder: dirname(module.path),
      packageName: module.path.split('/')[1],
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

const published = (path) => path.replace(/^\/?packages\/[^/]+\/src\//, 'dist/').replace(/\.ts$/, '.js');

/** The part of the manifest that a package ships, with the paths of its built files. */
export function packageManifest(manifest, name) {
  const own = manifest.modules.filter((module) => module.path.startsWith(`packages/${name}/src/`));
  const text = JSON.stringify({ schemaVersion: manifest.schemaVersion, readme: '', modules: own }, (key, value) =>
    (key === 'path' || key === 'module') && typeof value === 'string' ? published(value) : value,
  );
  return JSON.parse(text);
}

export function packagesWithElements(manifest) {
  return [...new Set(elementsOf(manifest).map((element) => element.packageName))];
}

/** Writes the merged manifest for Storybook and tests, and one beside each package. */
export function writeManifests(manifest) {
  mkdirSync(dirname(MERGED), { recursive: true });
  writeFileSync(MERGED, JSON.stringify(manifest));
  for (const name of packagesWithElements(manifest)) {
    writeFileSync(join(ROOT, 'packages', name, 'custom-elements.json'), `${JSON.stringify(packageManifest(manifest, name), null, 1)}\n`);
  }
}

export function readMerged() {
  return JSON.parse(readFileSync(MERGED, 'utf8'));
}
