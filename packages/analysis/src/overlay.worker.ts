/** The worker that lays areas over layers; it lives only while it has one to do. */
import { serveTasks } from '@yizhangtu/data/task-worker';
import { overlaySteps, type Overlay } from './overlay.js';
import type { OverlayRequest } from './overlay-client.js';

serveTasks<OverlayRequest, Overlay>(
  ({ subject, layer }) => overlaySteps(subject, layer),
  () => [],
);
