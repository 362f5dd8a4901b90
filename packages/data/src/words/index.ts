export { categoryWords, cellWords, numberWords, rowText } from './row-text.js';
export { groupWords } from './group-words.js';
