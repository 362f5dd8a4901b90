// @ts-check
// Starts Debian's MapServer on loopback for tests and for trying things out: OGC API Features, WFS 1.1.0 / 2.0.0, WMS and vector tiles of layers.
// A small HTTP server hands requests on to programs that stay, or starts one for each where they cannot. Everything they read lies in one folder.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { canStay, startFastCgi } from '../cgi/fast-cgi.mjs';
import { handOn } from '../cgi/hand-on.mjs';

const PROGRAM = '/usr/lib/cgi-bin/mapserv';
const TEMPLATES = '/usr/share/mapserver/ogcapi/templates/html-plain';

/** Whether MapServer is installed. */
export function hasProgram() {
  return existsSync(PROGRAM);
}

/** @typedef {{ name: string, type: 'Character' | 'Integer' | 'Real' | 'Date' | 'DateTime' }} Field */

/**
 * @typedef {{ name: string, shape?: 'POINT' | 'LINE' | 'POLYGON', fields: readonly Field[], crs?: string, extent?: readonly number[] } & ({ geojson: string } | { postgis: { connection: string, table: string, geometry: string, id: string } })} Layer
 * A layer of points, or of another shape: its fields, its extent in its own coordinate system (EPSG:4326 unless said otherwise), and its rows, as text or as a table of a database.
 */

/** Where the rows of a layer are. @param {string} folder @param {Layer} layer */
function rowsOf(folder, layer) {
  if ('geojson' in layer) {
    const file = join(folder, `${layer.name}.geojson`);
    writeFileSync(file, layer.geojson);
    return `
    CONNECTIONTYPE OGR
    CONNECTION "${file}"
    DATA "${layer.name}"`;
  }
  const { connection, table, geometry, id } = layer.postgis;
  return `
    CONNECTIONTYPE POSTGIS
    CONNECTION "${connection}"
    DATA "${geometry} from ${table} using unique ${id} using srid=${(layer.crs ?? 'EPSG:4326').replace('EPSG:', '')}"`;
}

const layerText = (/** @type {string} */ folder, /** @type {Layer} */ layer) => `
  LAYER
    NAME "${layer.name}"
    TYPE ${layer.shape ?? 'POINT'}
    STATUS ON${rowsOf(folder, layer)}
    PROCESSING "CLOSE_CONNECTION=DEFER"${layer.extent ? `\n    EXTENT ${layer.extent.join(' ')}` : ''}
    PROJECTION
      "init=${(layer.crs ?? 'EPSG:4326').toLowerCase()}"
    END
    TEMPLATE "void"
    CLASS
      STYLE
        SYMBOL "dot"
        COLOR 220 0 0
        SIZE 9
      END
    END
    METADATA
      "ows_title" "${layer.name}"${layer.extent ? `\n      "ows_extent" "${layer.extent.join(' ')}"` : ''}
      "gml_include_items" "all"
      "gml_featureid" "id"
      "gml_types" "auto"
      "ows_include_items" "all"
${layer.fields.map((field) => `      "gml_${field.name}_type" "${field.type}"`).join('\n')}
    END
  END`;

const mapFile = (/** @type {string} */ root, /** @type {string} */ layers) => `MAP
  NAME "DEMO"
  EXTENT -180 -90 180 90
  PROJECTION
    "init=epsg:4326"
  END
  SYMBOL
    NAME "dot"
    TYPE ELLIPSE
    FILLED TRUE
    POINTS
      1 1
    END
  END
  OUTPUTFORMAT
    NAME "geojson"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "application/json; subtype=geojson"
    FORMATOPTION "STORAGE=stream"
    FORMATOPTION "FORM=SIMPLE"
    FORMATOPTION "USE_FEATUREID=true"
    FORMATOPTION "LCO:COORDINATE_PRECISION=15"
  END
  WEB
    METADATA
      "ows_title" "示例数据"
      "ows_enable_request" "*"
      "ows_onlineresource" "${root}wfs?"
      "ows_encoding" "UTF-8"
      "ows_srs" "EPSG:4326 EPSG:4490 EPSG:3857 EPSG:4528 EPSG:4549"
      "wms_allow_getmap_without_styles" "true"
      "wms_getfeatureinfo_formatlist" "text/plain,geojson"
      "wfs_getfeature_formatlist" "geojson"
      "oga_onlineresource" "${root}ogcapi"
      "oga_html_template_directory" "${TEMPLATES}"
    END
  END${layers}
END
`;

/** What the program is told of a request. @param {string} folder @param {URL} url @param {import('node:http').IncomingMessage} request */
function environment(folder, url, request) {
  const [, script = '', path = ''] = /^(\/[^/]*)(\/.*)?$/.exec(url.pathname) ?? [];
  const api = script === '/ogcapi';
  return {
    MAPSERVER_CONFIG_FILE: join(folder, 'mapserver.conf'),
    REQUEST_METHOD: request.method ?? 'GET',
    QUERY_STRING: script === '/wfs-1.1.0' ? `map=DEMO&${url.search.slice(1).replace(/(?<=ACCEPTVERSIONS=)[^&]*/i, '1.1.0')}` : api ? url.search.slice(1) : [`map=DEMO`, url.search.slice(1)].filter(Boolean).join('&'),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    CONTENT_LENGTH: request.headers['content-length'] ?? '',
    HTTP_ACCEPT: request.headers.accept ?? '*/*',
    SCRIPT_NAME: script,
    PATH_INFO: api ? `/DEMO/ogcapi${path}` : '',
    SERVER_NAME: url.hostname,
    SERVER_PORT: url.port,
    HTTP_HOST: url.host,
    SERVER_PROTOCOL: 'HTTP/1.1',
  };
}

/** One run of the program. @param {string} folder @param {Record<string, string>} env @param {Buffer} body */
function run(folder, env, body) {
  const child = spawn(PROGRAM, [], { env, cwd: folder });
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  const answer = new Promise((resolve) => {
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('close', () => resolve(Buffer.concat(parts)));
  });
  return { answer, stop: () => void child.kill('SIGKILL') };
}

/**
 * Starts the bridge.
 * @param {{ folder: string, port?: number, layers: readonly Layer[], outside?: string }} options Folder for everything that is written; layers; address or path under which pages reach it, as its documents are to say it, if that is another.
 * @returns {Promise<{ url: string, asked: string[], running(): number, stop(): Promise<void> }>} `asked`: what was asked, newest last.
 */
export async function startMapServer({ folder, port = 0, layers, outside }) {
  if (!hasProgram()) throw new Error('没有安装 MapServer / MapServer is not installed (Debian: apt-get install cgi-mapserver)');
  mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const asked = [];
  let running = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', root);
    asked.push(decodeURIComponent(url.pathname + url.search));
    running++;
    response.on('close', () => running--);
    void buffer(request).then(async (body) => {
      const env = environment(folder, url, request);
      const asking = stays ? stays.ask(env, body) : run(folder, env, body);
      response.on('close', asking.stop);
      handOn(await asking.answer.catch(() => Buffer.alloc(0)), response);
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const root = `http://127.0.0.1:${address.port}/`;
  writeFileSync(join(folder, 'demo.map'), mapFile(outside ?? root, layers.map((layer) => layerText(folder, layer)).join('')));
  writeFileSync(join(folder, 'mapserver.conf'), `CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\n  MAPS\n    DEMO "${join(folder, 'demo.map')}"\n  END\nEND\n`);
  const stays = canStay() ? await startFastCgi({ path: join(folder, 'mapserver.socket'), program: PROGRAM, env: { MAPSERVER_CONFIG_FILE: join(folder, 'mapserver.conf') }, folder }) : undefined;
  return {
    url: root,
    asked,
    running: () => running,
    stop: () =>
      new Promise((resolve) => {
        stays?.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
