import type { ErrorCode } from './errors.js';
import { inWords, type Text } from './locale.js';

const said = new WeakMap<object, Set<string>>();
const everywhere = {};

/** Hints speak on a developer's own machine, or where the page asks for them with `<html data-yzt-hints>`. */
function hintsAreOn(): boolean {
  if (typeof document === 'undefined') return false;
  const choice = document.documentElement.dataset['yztHints'];
  if (choice !== undefined) return choice !== 'off';
  return /^(localhost|127\.|\[::1\]|$)/.test(location.hostname);
}

/**
 * Tells the author of a page, once per sentence and element, that the markup asks for something that cannot be done.
 * @param subject The element the hint is about; without one the hint is said once per page.
 */
export function hint(code: ErrorCode, text: Text, subject?: Element): void {
  const key = subject ?? everywhere;
  const sentences = said.get(key) ?? new Set<string>();
  said.set(key, sentences);
  if (sentences.has(text.zh) || !hintsAreOn()) return;
  sentences.add(text.zh);
  // The one place where a hint reaches the console (docs/decisions/0004-errors.md).
  const line = `[yizhangtu] ${inWords(text)} (docs/errors/${code}.md)`;
  if (subject) console.warn(line, subject);
  else console.warn(line);
}
