import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Chromium as people have it: with notifications, profiles and extensions. */
export const wholeChromium = {
  executablePath: '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
}
const light = '/usr/bin/chromium-headless-shell'

/** The same engine without windows and notifications, where it is installed: looking at pages costs a third less with it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch(existsSync(light) ? { ...wholeChromium, executablePath: light } : wholeChromium)

/** For what the light one has not: notifications. */
export const launchWholeBrowser = (): Promise<Browser> => chromium.launch(wholeChromium)
