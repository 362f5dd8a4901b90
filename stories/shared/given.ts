/** Puts the arguments of a story on its element, as markup would have them. */
import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

class GivenDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('given() stands in the tag of an element');
  }

  render(_values: Readonly<Record<string, unknown>>): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [Readonly<Record<string, unknown>>]): typeof noChange {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined || value === '' || value === false || value === null) element.removeAttribute(kebab(name));
      else if (value === true) element.setAttribute(kebab(name), '');
      else if (typeof value === 'object') Object.assign(element, { [name]: value });
      else if (typeof value === 'string' || typeof value === 'number') element.setAttribute(kebab(name), String(value));
    }
    return noChange;
  }
}

/** Words, numbers and booleans become attributes, objects become properties: `<yzt-legend ${given(args)}>`. */
export const given = directive(GivenDirective);
