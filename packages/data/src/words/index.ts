export { categoryWords, cellWords, numberWords, rowText, shortCategoryWords } from './row-text.js';
export { groupWords } from './group-words.js';
