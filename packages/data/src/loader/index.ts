export { DatasetLoader, type DataInput, type LoadOutcome, type LoadSource } from './loader.js';
