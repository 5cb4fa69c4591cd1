import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** `@tokens :root bg surface=sunken;` becomes the application's own colours, in words that the browsers of visitors know too. */
export const tokens: Plugin = {
  name: 'tokens',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.css($|\?)/.test(id) || !code.includes('@tokens')) return
    const source = new URL('./src/web/design/tokens.css', import.meta.url)
    this.addWatchFile(source.pathname)
    const text = readFileSync(source, 'utf8')
    const colour = (name: string, dark: boolean) => {
      const [, light, night] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(text) ?? []
      if (!light || !night) throw new Error(`tokens.css has no colour called "${name}".`)
      return dark ? night : light
    }
    return code.replace(/@tokens (\S+) ([^;]+);/g, (_, selector: string, names: string) => {
      const block = (dark: boolean) =>
        names
          .split(/\s+/)
          .map(name => {
            const [own = '', token = own] = name.split('=')
            return `--${own}:${colour(token, dark)}`
          })
          .join(';')
      return `${selector}{color-scheme:light dark;${block(false)}}@media (prefers-color-scheme:dark){${selector}{${block(true)}}}`
    })
  },
}
