/** The merged manifest as the suite needs it. Written by the manifest step before the suite runs. */

export interface ManifestMember {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
}

export interface ManifestElement {
  readonly tagName: string;
  readonly members: readonly ManifestMember[];
  readonly events: readonly { readonly name: string }[];
  /** Path of the module the class is in. */
  readonly path: string;
}

interface Declaration extends Omit<ManifestElement, 'path'> {
  readonly kind: string;
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

/** Every public element. Fails with a sentence when the manifest was not written. */
export async function publicElements(): Promise<ManifestElement[]> {
  // The test server hands JSON out as a module.
  const address = '/.cache/custom-elements.json';
  const { default: manifest } = (await import(address).catch(() => {
    throw new Error('.cache/custom-elements.json is missing: run `pnpm manifest` first');
  })) as { default: Manifest };
  return manifest.modules
    .flatMap((module) => module.declarations.map((declaration) => ({ ...declaration, path: module.path })))
    .filter((declaration) => declaration.kind === 'class' && declaration.tagName !== undefined);
}

/** Fields a page may set. */
export function settable(element: ManifestElement): ManifestMember[] {
  return element.members.filter((member) => member.kind === 'field' && !member.readonly);
}
