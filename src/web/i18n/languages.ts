export type Language = {
  code: string
  name: string
  direction: 'ltr' | 'rtl'
  formats: string
  source: string
  pseudo?: true
}

/** Every language the interface speaks. `source` names the locale file; `formats` the locale for numbers and dates. */
export const languages: readonly Language[] = [
  { code: 'en', name: 'English', direction: 'ltr', formats: 'en-GB', source: 'en' },
  { code: 'de', name: 'Deutsch', direction: 'ltr', formats: 'de', source: 'de' },
  { code: 'en-XA', name: 'Pseudo', direction: 'ltr', formats: 'en-GB', source: 'en', pseudo: true },
  { code: 'ar-XB', name: 'Pseudo, right to left', direction: 'rtl', formats: 'en-GB', source: 'en', pseudo: true },
]

const english: Language = { code: 'en', name: 'English', direction: 'ltr', formats: 'en-GB', source: 'en' }

/** The exact code, else the same language in another region, else English. */
export function findLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const exact = languages.find(language => language.code === tag)
    if (exact) return exact
    const base = tag.split('-')[0]
    const near = languages.find(language => !language.pseudo && language.code === base)
    if (near) return near
  }
  return english
}
