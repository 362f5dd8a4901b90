/** What the outline of the land needs: its shapes, and what draws them. */
import '../polygon-layer/index.js';

export { landDataset } from './land.js';
