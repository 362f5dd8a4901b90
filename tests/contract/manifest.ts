/** The merged manifest as the suite needs it. Written by the manifest step before the suite runs. */

export interface ManifestMember {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
}

export interface ManifestEvent {
  readonly name: string;
  readonly description?: string;
}

export interface ManifestElement {
  readonly tagName: string;
  readonly members: readonly ManifestMember[];
  readonly events: readonly ManifestEvent[];
  /** Path of the module the class is in. */
  readonly path: string;
}

interface Declaration extends Omit<ManifestElement, 'path'> {
  readonly kind: string;
  readonly name: string;
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

/** Every class. Fails with a sentence when the manifest was not written. */
async function classes(): Promise<(Declaration & ManifestElement)[]> {
  // The test server hands JSON out as a module.
  const address = '/.cache/custom-elements.json';
  const { default: manifest } = (await import(address).catch(() => {
    throw new Error('.cache/custom-elements.json is missing: run `pnpm manifest` first');
  })) as { default: Manifest };
  return manifest.modules
    .flatMap((module) => module.declarations.map((declaration) => ({ ...declaration, path: module.path })))
    .filter((declaration) => declaration.kind === 'class');
}

/** Tags that were asked for (`TAGS="yzt-map yzt-popup" pnpm test:contract`); none for all. */
export async function wantedTags(): Promise<readonly string[]> {
  return (await (await fetch('/contract-tags.txt')).text()).split(' ').filter(Boolean);
}

/** Every public element that is wanted. */
export async function publicElements(): Promise<ManifestElement[]> {
  const wanted = await wantedTags();
  return (await classes()).filter(({ tagName }) => tagName !== undefined && (wanted.length === 0 || wanted.includes(tagName)));
}

/** Events that every element has from the class they all extend. */
export async function inheritedEvents(): Promise<readonly ManifestEvent[]> {
  return (await classes()).find((declaration) => declaration.name === 'YztElement')?.events ?? [];
}

/** Fields a page may set. */
export function settable(element: ManifestElement): ManifestMember[] {
  return element.members.filter((member) => member.kind === 'field' && !member.readonly);
}
