import { printSettingsPage } from '#platform/settings.ts'
import { printNetworksPage } from './networks.ts'
import { printRolesPage } from './roles.ts'

/** The pages of docs/ that are printed from code, by their path. */
export const printedPages: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/operate/settings.md': printSettingsPage,
  'docs/operate/roles.md': printRolesPage,
  'docs/networks/README.md': printNetworksPage,
}
