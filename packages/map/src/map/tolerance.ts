/** How far from a thing a click still means it, in CSS pixels. A finger is wider than a mouse. */
export const MOUSE_TOLERANCE = 4;
export const TOUCH_TOLERANCE = 14;
