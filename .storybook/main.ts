/** Storybook of the elements: `pnpm storybook`, `pnpm build:storybook`. Runs offline and asks no other host. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { conditions, ROOT } from '../tools/build/options.mjs';
import { analyse, MERGED, writeManifests } from '../tools/manifest/manifest.mjs';

/** Tables and controls come from the manifest, so it is renewed at each start. Story tests make do with the one that is there. */
async function renewManifest(): Promise<void> {
  if (process.env['VITEST'] && existsSync(MERGED)) return;
  writeManifests(await analyse());
}

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  async viteFinal(base, { configType }) {
    await renewManifest();
    const mode = configType === 'PRODUCTION' ? 'production' : 'development';
    return {
      ...base,
      base: './',
      resolve: { ...base.resolve, conditions: conditions(mode), dedupe: ['lit', 'ol'] },
      // Beside the repository lies public data that two stories read where it is there.
      server: { ...base.server, fs: { allow: [ROOT, join(ROOT, '../shared/data')] } },
      build: { ...base.build, reportCompressedSize: false, chunkSizeWarningLimit: 4000 },
    };
  },
};

export default config;
