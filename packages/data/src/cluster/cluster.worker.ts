/** The worker that builds hierarchies of clusters; it lives only while it builds. */
import { serveClusters } from './serve-clusters.js';

serveClusters();
