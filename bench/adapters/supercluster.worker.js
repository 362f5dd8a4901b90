import Supercluster from 'supercluster';

// supercluster counts in tiles of 512 px at the zoom of tiles of 256: its radius is in units of `extent` a tile.
const index = new Supercluster({ radius: 40, extent: 256, maxZoom: 18 });

addEventListener('message', async ({ data }) => {
  if (data.load) {
    const { features } = await (await fetch(data.load)).json();
    index.load(features);
    postMessage('loaded');
    return;
  }
  const clusters = index.getClusters(data.bounds, data.zoom);
  postMessage(clusters.map(({ geometry, properties }) => ({ lonLat: geometry.coordinates, count: properties.point_count ?? 1 })));
});
