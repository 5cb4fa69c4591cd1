import { de } from './words-de.ts'
import { en } from './words-en.ts'
import type { ReportLanguage, Words } from './words-needed.ts'

export { type ReportLanguage, reportLanguages, type Words } from './words-needed.ts'

/** How numbers and days are written where no reader says otherwise. */
export const localeFor = (language: ReportLanguage): string => (language === 'en' ? 'en-GB' : language)
export const languageFor = (locale: string): ReportLanguage => (locale.toLowerCase().startsWith('de') ? 'de' : 'en')
export const wordsOf: Readonly<Record<ReportLanguage, Words>> = { en, de }
