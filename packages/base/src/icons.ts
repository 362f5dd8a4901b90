import type { TemplateResult } from 'lit';
import * as shapes from './icon-shapes.js';
import { iconSvg, type IconShape } from './icon-svg.js';

const ICONS = {
  'a-large-small': shapes.aLargeSmall,
  'alert-circle': shapes.alertCircle,
  'alert-triangle': shapes.alertTriangle,
  'arrow-down': shapes.arrowDown,
  'arrow-left': shapes.arrowLeft,
  'arrow-right': shapes.arrowRight,
  'arrow-up': shapes.arrowUp,
  'bar-chart': shapes.barChart,
  calendar: shapes.calendar,
  check: shapes.check,
  'check-circle': shapes.checkCircle,
  'chevron-down': shapes.chevronDown,
  'chevron-left': shapes.chevronLeft,
  'chevron-right': shapes.chevronRight,
  'chevron-up': shapes.chevronUp,
  'chevrons-up-down': shapes.chevronsUpDown,
  clock: shapes.clock,
  columns: shapes.columns,
  compass: shapes.compass,
  contrast: shapes.contrast,
  copy: shapes.copy,
  crosshair: shapes.crosshair,
  database: shapes.database,
  download: shapes.download,
  ellipsis: shapes.ellipsis,
  'external-link': shapes.externalLink,
  eye: shapes.eye,
  'eye-off': shapes.eyeOff,
  'file-text': shapes.fileText,
  filter: shapes.filter,
  folder: shapes.folder,
  'folder-open': shapes.folderOpen,
  'grip-vertical': shapes.gripVertical,
  home: shapes.home,
  info: shapes.info,
  languages: shapes.languages,
  layers: shapes.layers,
  link: shapes.link,
  list: shapes.list,
  loader: shapes.loader,
  locate: shapes.locate,
  'locate-fixed': shapes.locateFixed,
  map: shapes.map,
  'map-pin': shapes.mapPin,
  maximize: shapes.maximize,
  menu: shapes.menu,
  minimize: shapes.minimize,
  minus: shapes.minus,
  monitor: shapes.monitor,
  moon: shapes.moon,
  navigation: shapes.navigation,
  palette: shapes.palette,
  pause: shapes.pause,
  pencil: shapes.pencil,
  phone: shapes.phone,
  pin: shapes.pin,
  play: shapes.play,
  plus: shapes.plus,
  presentation: shapes.presentation,
  printer: shapes.printer,
  redo: shapes.redo,
  'refresh-cw': shapes.refreshCw,
  'rotate-ccw': shapes.rotateCcw,
  ruler: shapes.ruler,
  search: shapes.search,
  settings: shapes.settings,
  'share-2': shapes.share2,
  'skip-back': shapes.skipBack,
  'skip-forward': shapes.skipForward,
  'square-mouse-pointer': shapes.squareMousePointer,
  sun: shapes.sun,
  table: shapes.table,
  trash: shapes.trash,
  'trending-down': shapes.trendingDown,
  'trending-up': shapes.trendingUp,
  type: shapes.type,
  undo: shapes.undo,
  upload: shapes.upload,
  x: shapes.x,
} satisfies Record<string, IconShape>;

/** Names of the icons of the library. */
export type IconName = keyof typeof ICONS;

/** Every icon name, in alphabetical order. */
export const ICON_NAMES = Object.keys(ICONS) as readonly IconName[];

/**
 * Draws an icon by name, in the colour of the text around it, hidden from screen readers. A name brings the whole set into
 * a bundle; an element of the smallest page draws one shape with `iconSvg` instead.
 * @param size Width and height, in px: 16, 20 or 24. Grows with the text size the reader chose.
 */
export function icon(name: IconName, size = 16): TemplateResult<1> {
  return iconSvg(ICONS[name], size);
}
