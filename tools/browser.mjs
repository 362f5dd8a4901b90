// Finds a Chromium to test in: CHROME_PATH, an installed browser, or the one inside the npm package @sparticuz/chromium.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags every test browser gets: headless, offline, software drawing. `--no-sandbox` only for root, where Chromium needs it. */
export const CHROMIUM_ARGS = [
  '--headless',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROME_PATH,
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC : []),
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean)
      .flatMap((folder) => WINDOWS.map((rest) => join(folder, rest))),
  ];
  return candidates.find((path) => path && runnable(path));
}

/** The path of a Chromium. Throws a sentence that says how to get one. */
export async function resolveBrowser() {
  const hit = installed();
  if (hit) return hit;
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await (await import('@sparticuz/chromium')).default.executablePath();
    } catch {
      // fall through to the sentence
    }
  }
  throw new Error(
    '找不到 Chromium 内核浏览器。请安装(Debian: apt-get install chromium)或设置 CHROME_PATH=/路径/chrome。\n' +
      'No Chromium-based browser found. Install one (Debian: apt-get install chromium) or set CHROME_PATH=/path/to/chrome.',
  );
}
