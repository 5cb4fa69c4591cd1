import { type PublicLanguage, publicLanguages } from '#kernel/public-languages.ts'
import { useLanguage } from './i18n.ts'

/** The languages that pages and mails speak, by their names in the reader's own. */
export function useLanguageChoices(): readonly { value: PublicLanguage; label: string }[] {
  const { formats } = useLanguage()
  const names = new Intl.DisplayNames([formats], { type: 'language' })
  return publicLanguages.map(value => ({ value, label: names.of(value) ?? value }))
}
