export { categoryWords, rowText } from './row-text.js';
