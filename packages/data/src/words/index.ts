export { categoryWords, cellWords, rowText } from './row-text.js';
