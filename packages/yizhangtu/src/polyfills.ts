/**
 * What the dependencies use at run time and Chromium 80 lacks; our own code does without (a lint rule says so). Each is
 * added only where it is missing, and none is listed in `for … in`.
 */
function add(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

// OpenLayers.
add(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key));
