/**
 * Design tokens: every value a theme decides. Semantic names are public (`--yzt-color-surface`), components read nothing else.
 * Contrast of each theme is tested: text ≥ 4.5, marks, control borders and focus ≥ 3 on the surface they stand on.
 */
export const THEMES = ['light', 'dark', 'screen', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Names of the colour tokens, without `--yzt-`. */
export interface ColorTokens {
  'color-page': string;
  'color-surface': string;
  'color-surface-raised': string;
  'color-surface-sunken': string;
  'color-text': string;
  'color-text-muted': string;
  'color-text-on-accent': string;
  'color-border': string;
  'color-border-strong': string;
  'color-accent': string;
  'color-accent-hover': string;
  'color-accent-soft': string;
  'color-accent-text': string;
  'color-success': string;
  'color-success-soft': string;
  'color-success-text': string;
  'color-warning': string;
  'color-warning-soft': string;
  'color-warning-text': string;
  'color-danger': string;
  'color-danger-soft': string;
  'color-danger-text': string;
  'color-info': string;
  'color-info-soft': string;
  'color-info-text': string;
  /** Rising figures. Red in Chinese statistics. */
  'color-rise': string;
  'color-fall': string;
  'color-focus': string;
  'map-land': string;
  'map-sea': string;
  'map-water': string;
  'map-coast': string;
  'map-boundary': string;
  'map-label': string;
  'map-halo': string;
  'map-graticule': string;
  'map-marker-outline': string;
  'map-selection': string;
  'data-1': string;
  'data-2': string;
  'data-3': string;
  'data-4': string;
  'data-5': string;
  'data-6': string;
  'data-7': string;
  'data-8': string;
  'data-other': string;
  /** No data: never the same as a class. */
  'data-none': string;
  'shadow-panel': string;
  'shadow-popover': string;
}

const light: ColorTokens = {
  'color-page': '#f3f5f8',
  'color-surface': '#ffffff',
  'color-surface-raised': '#ffffff',
  'color-surface-sunken': '#f3f5f8',
  'color-text': '#17202b',
  'color-text-muted': '#586475',
  'color-text-on-accent': '#ffffff',
  'color-border': '#dfe4ea',
  'color-border-strong': '#848f9e',
  'color-accent': '#1f5fd0',
  'color-accent-hover': '#184fae',
  'color-accent-soft': '#e7effc',
  'color-accent-text': '#1a53b8',
  'color-success': '#1d8a50',
  'color-success-soft': '#e4f5eb',
  'color-success-text': '#146b3c',
  'color-warning': '#b26a00',
  'color-warning-soft': '#fff1dc',
  'color-warning-text': '#7d4a00',
  'color-danger': '#cf2a33',
  'color-danger-soft': '#fdeaeb',
  'color-danger-text': '#b01f28',
  'color-info': '#1777b8',
  'color-info-soft': '#e4f2fb',
  'color-info-text': '#0f5d92',
  'color-rise': '#cf2a33',
  'color-fall': '#1c864e',
  'color-focus': '#1f5fd0',
  'map-land': '#f3f2ec',
  'map-sea': '#dbe8f1',
  'map-water': '#c9deec',
  'map-coast': '#a3b4c2',
  'map-boundary': '#9aa5b1',
  'map-label': '#3c4756',
  'map-halo': 'rgba(255,255,255,0.9)',
  'map-graticule': 'rgba(88,100,117,0.22)',
  'map-marker-outline': '#ffffff',
  'map-selection': '#17202b',
  'data-1': '#2f6fd6',
  'data-2': '#de791d',
  'data-3': '#1f9d6b',
  'data-4': '#c2447c',
  'data-5': '#7457c8',
  'data-6': '#1a97ab',
  'data-7': '#b08a10',
  'data-8': '#8a5a3c',
  'data-other': '#7d8794',
  'data-none': '#c3c9d1',
  'shadow-panel': '0 1px 2px rgba(23,32,43,0.06), 0 4px 16px rgba(23,32,43,0.08)',
  'shadow-popover': '0 2px 6px rgba(23,32,43,0.1), 0 8px 28px rgba(23,32,43,0.16)',
};

const dark: ColorTokens = {
  'color-page': '#11161d',
  'color-surface': '#1b222b',
  'color-surface-raised': '#242c37',
  'color-surface-sunken': '#141a22',
  'color-text': '#e8edf3',
  'color-text-muted': '#a3b0bf',
  'color-text-on-accent': '#0c1420',
  'color-border': '#313b48',
  'color-border-strong': '#718094',
  'color-accent': '#6ea3ff',
  'color-accent-hover': '#93bbff',
  'color-accent-soft': '#22375a',
  'color-accent-text': '#a9c8ff',
  'color-success': '#4cc38a',
  'color-success-soft': '#17372a',
  'color-success-text': '#84dbb0',
  'color-warning': '#f2a33c',
  'color-warning-soft': '#40300f',
  'color-warning-text': '#ffc777',
  'color-danger': '#ff6b6f',
  'color-danger-soft': '#45202a',
  'color-danger-text': '#ffa3a6',
  'color-info': '#55b4ee',
  'color-info-soft': '#16344a',
  'color-info-text': '#97d2f8',
  'color-rise': '#ff6b6f',
  'color-fall': '#4cc38a',
  'color-focus': '#6ea3ff',
  'map-land': '#232a33',
  'map-sea': '#151c25',
  'map-water': '#18222d',
  'map-coast': '#46535f',
  'map-boundary': '#5b6876',
  'map-label': '#c4ceda',
  'map-halo': 'rgba(17,22,29,0.9)',
  'map-graticule': 'rgba(163,176,191,0.16)',
  'map-marker-outline': '#11161d',
  'map-selection': '#ffffff',
  'data-1': '#6ea3ff',
  'data-2': '#f2a65a',
  'data-3': '#4cc38a',
  'data-4': '#e986b2',
  'data-5': '#a994f0',
  'data-6': '#4fc3d4',
  'data-7': '#d9be4f',
  'data-8': '#c79a7d',
  'data-other': '#8d99a7',
  'data-none': '#4b5663',
  'shadow-panel': '0 1px 2px rgba(0,0,0,0.4), 0 6px 18px rgba(0,0,0,0.35)',
  'shadow-popover': '0 2px 8px rgba(0,0,0,0.5), 0 10px 32px rgba(0,0,0,0.5)',
};

/** 大屏: near-black blue, luminous but few accents. */
const screen: ColorTokens = {
  ...dark,
  'color-page': '#0b151f',
  'color-surface': '#12202c',
  'color-surface-raised': '#1a2b3a',
  'color-surface-sunken': '#0b1722',
  'color-text': '#eef4fa',
  'color-text-muted': '#a9bccd',
  'color-border': '#25394a',
  'color-border-strong': '#6b8299',
  'color-accent-soft': '#1a3557',
  'map-land': '#1a252e',
  'map-sea': '#0b151f',
  'map-water': '#101d29',
  'map-coast': '#3d5363',
  'map-boundary': '#4f6678',
  'map-label': '#cfdbe6',
  'map-halo': 'rgba(11,21,31,0.9)',
  'map-marker-outline': '#0b151f',
};

/** High contrast, also what forced colours fall back from: black on white, no soft greys. */
const contrast: ColorTokens = {
  ...light,
  'color-page': '#ffffff',
  'color-surface-sunken': '#ffffff',
  'color-text': '#000000',
  'color-text-muted': '#1f1f1f',
  'color-border': '#000000',
  'color-border-strong': '#000000',
  'color-accent': '#0038a8',
  'color-accent-hover': '#00257a',
  'color-accent-soft': '#dfe8ff',
  'color-accent-text': '#00257a',
  'color-success': '#00622d',
  'color-success-text': '#00431f',
  'color-warning': '#7a4300',
  'color-warning-text': '#5c3200',
  'color-danger': '#a8000b',
  'color-danger-text': '#7d0008',
  'color-info': '#00507f',
  'color-info-text': '#003a5d',
  'color-rise': '#a8000b',
  'color-fall': '#00622d',
  'color-focus': '#000000',
  'map-land': '#ffffff',
  'map-sea': '#d3e6f2',
  'map-coast': '#000000',
  'map-boundary': '#000000',
  'map-label': '#000000',
  'map-halo': '#ffffff',
  'map-graticule': 'rgba(0,0,0,0.4)',
  'map-selection': '#000000',
  'data-1': '#0038a8',
  'data-2': '#a84300',
  'data-3': '#00622d',
  'data-4': '#8f0052',
  'data-5': '#4b1fa3',
  'data-6': '#00606e',
  'data-7': '#6b5300',
  'data-8': '#5c3216',
  'data-other': '#4a4a4a',
  'data-none': '#8c8c8c',
  'shadow-panel': '0 0 0 1px #000000',
  'shadow-popover': '0 0 0 2px #000000',
};

export const THEME_COLORS: Readonly<Record<Theme, ColorTokens>> = { light, dark, screen, contrast };

/** Sizes that no theme changes, in CSS. */
export const SIZE_TOKENS: Readonly<Record<string, string>> = {
  'font-family':
    '"PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "HarmonyOS Sans", system-ui, sans-serif',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'space-7': '48px',
  'radius-s': '4px',
  'radius-m': '8px',
  'radius-full': '999px',
  duration: '160ms',
  easing: 'cubic-bezier(0.2, 0, 0, 1)',
};

/** Type sizes in px at text size 100 %. */
export const FONT_SIZES: Readonly<Record<string, number>> = {
  xs: 12,
  s: 13,
  m: 14,
  l: 16,
  xl: 20,
  '2xl': 24,
  '3xl': 32,
  '4xl': 48,
};
