/** The parts of the WebExtension API that the clipper uses; Firefox calls it `browser`, Chromium `chrome`. */
export type Browser = {
  tabs: { query(about: { active: boolean; currentWindow: boolean }): Promise<{ id?: number; url?: string }[]> }
  scripting: {
    executeScript<T>(what: { target: { tabId: number }; func: () => T }): Promise<{ result?: T }[]>
  }
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, unknown>>
      set(items: Record<string, unknown>): Promise<void>
      remove(keys: string[]): Promise<void>
    }
  }
  permissions: { request(what: { origins: string[] }): Promise<boolean> }
}

declare global {
  var browser: Browser | undefined
  var chrome: Browser | undefined
}

export function getBrowser(): Browser {
  const found = globalThis.browser ?? globalThis.chrome
  if (!found) throw new Error('The clipper runs as a browser extension.')
  return found
}
