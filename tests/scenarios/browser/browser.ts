import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const whole = { executablePath: '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
const light = '/usr/bin/chromium-headless-shell'

/** Chromium as people have it: with notifications, profiles and extensions. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(whole)

/** The same engine without windows and notifications, for whoever only looks at pages: a quarter less work where it is installed. */
export const launchLightBrowser = (): Promise<Browser> =>
  chromium.launch(existsSync(light) ? { ...whole, executablePath: light } : whole)
