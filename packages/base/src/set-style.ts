import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/** CSS properties in CSS spelling (`--_left`, `background-color`) and their values; undefined removes one. */
export type StyleValues = Readonly<Record<string, string | undefined>>;

/** Sets CSS properties through the CSS object model. See `setStyle`. */
export class SetStyleDirective extends Directive {
  #last: StyleValues = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('setStyle stands inside the tag: <div ${setStyle({…})}>');
  }

  override render(_values: StyleValues): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [StyleValues]): typeof noChange {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of Object.keys(this.#last)) if (values[name] === undefined) style.removeProperty(name);
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value !== this.#last[name]) style.setProperty(name, value);
    }
    this.#last = values;
    return noChange;
  }
}

/**
 * Sets CSS properties of an element from a template: `<div ${setStyle({ width: '3px' })}>`. Lit's `styleMap` writes a `style`
 * attribute when it first renders, which a strict Content-Security-Policy refuses; this goes through the CSS object model only.
 */
export const setStyle = directive(SetStyleDirective);
