import { hint } from './hints.js';
import { VERSION } from './version.js';

/**
 * Registers an element. A second copy of the library does not throw: the first wins, and a different version is named in a hint.
 * @param tag The tag name, `yzt-…`.
 */
export function define(tag: string, element: new () => Element): void {
  const existing = customElements.get(tag) as { version?: string } | undefined;
  if (!existing) {
    customElements.define(tag, element as CustomElementConstructor);
    return;
  }
  if (existing === (element as { version?: string }) || existing.version === VERSION) return;
  const first = existing.version ?? '?';
  hint('duplicate-element', {
    zh: `<${tag}> 已由版本 ${first} 注册，版本 ${VERSION} 未生效。请只加载一份库。`,
    en: `<${tag}> is registered by version ${first}; version ${VERSION} has no effect. Load the library once.`,
  });
}
