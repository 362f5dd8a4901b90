export { ask } from './ask.js';
export { jsonOf, textOfAnswer, xmlOf } from './answers.js';
export { withoutSecrets } from './address.js';
export { sendsCredentials, setCredentials } from './credentials.js';
export { lateError, requestError } from './failures.js';
export { askRange, type RangeAnswer, type RangeAsk } from './range.js';
export { awaitsLogin, onResume, resume } from './session.js';
export type { Answer, Ask, Expected } from './types.js';
export { elementsOf, textOf, type XmlElement } from './xml.js';
