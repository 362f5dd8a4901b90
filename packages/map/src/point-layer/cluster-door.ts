/** The code of clusters, fetched by the first layer that wants it. */
import type { ClusterSession } from './cluster-session.js';

let here: typeof ClusterSession | undefined;
let coming: Promise<typeof ClusterSession> | undefined;

/** The class of a session if its code is there already. */
export function sessionNow(): typeof ClusterSession | undefined {
  return here;
}

/** The class of a session as soon as its code is there. */
export function whenSession(): Promise<typeof ClusterSession> {
  coming ??= import('./cluster-session.js').then(
    (module) => (here = module.ClusterSession),
    (reason: unknown) => {
      coming = undefined;
      throw reason;
    },
  );
  return coming;
}
