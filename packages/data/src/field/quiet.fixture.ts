import type { YztError } from '@yizhangtu/base/errors';

/** Errors of a page while one test file runs, kept off the console. */
export function quiet(): YztError[] {
  const errors: YztError[] = [];
  const listen = (event: CustomEvent<YztError>): void => {
    event.preventDefault();
    errors.push(event.detail);
  };
  document.addEventListener('yzt-error', listen);
  after(() => document.removeEventListener('yzt-error', listen));
  return errors;
}
