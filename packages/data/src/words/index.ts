export { categoryWords, cellWords, rowText } from './row-text.js';
export { groupWords } from './group-words.js';
