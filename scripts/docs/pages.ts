import { printSettingsPage } from '#platform/settings.ts'
import { printNetworksPage } from './networks.ts'

/** The pages of docs/ that are printed from code, by their path. */
export const printedPages: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/operate/settings.md': printSettingsPage,
  'docs/networks/README.md': printNetworksPage,
}
