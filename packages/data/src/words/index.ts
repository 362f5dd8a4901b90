export { categoryWords, cellWords, rowText } from './row-text.js';
export { groupWords } from './group-words.js';
export { quantityText } from '../model/text.js';
