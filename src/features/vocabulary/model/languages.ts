import { namedIn } from './countries.ts'
import { foldName } from './fold.ts'
import { remembered } from './remembered.ts'

const codes =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yo zh zu lb la eo'.split(
    ' ',
  )

const alsoCalled: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  cantonese: 'zh',
  castilian: 'es',
  castellano: 'es',
  farsi: 'fa',
  flemish: 'nl',
  bokmal: 'no',
  nynorsk: 'no',
  'norwegian bokmal': 'no',
  tagalog: 'fil',
  filipino: 'fil',
}
const same: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', tl: 'fil' }

let names: Map<string, string> | undefined

function known(): Map<string, string> {
  if (names) return names
  names = new Map(Object.entries(alsoCalled))
  for (const code of codes) names.set(code, same[code] ?? code)
  for (const language of [...namedIn, ...codes]) {
    const shown = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
    for (const code of language.length <= 3 && namedIn.some(each => each === language) ? codes : [language]) {
      const name = shown.of(code)
      if (name && !names.has(foldName(name))) names.set(foldName(name), same[code] ?? code)
    }
  }
  return names
}

/** The ISO 639 code of "French", "Français (native)", "fr-CA" or "fr"; undefined for what is no language. */
export const languageCode = remembered((written: string): string | undefined => {
  const tag = /^([a-z]{2,3})[-_][a-z0-9]{2,4}$/i.exec(written.trim())?.[1]
  const [bare = ''] = written.split(/[(:,–—-]/u)
  for (const form of [written, bare, tag ?? '']) {
    const code = known().get(foldName(form))
    if (code) return code
  }
  return foldName(bare)
    .split(' ')
    .map(word => (word.length > 3 ? known().get(word) : undefined))
    .find(code => code !== undefined)
})

/** What a language is called in `inLanguage`. */
export function languageName(code: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(code) ?? code
}
