/** What pages, mails and the chat have words of their own in. */
export const publicLanguages = ['en', 'de', 'fr', 'es', 'pt', 'nl', 'it', 'pl', 'sv', 'ar'] as const
export type PublicLanguage = (typeof publicLanguages)[number]

export const isPublicLanguage = (text: string): text is PublicLanguage => publicLanguages.some(lang => lang === text)

export const directionOf = (lang: PublicLanguage): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr')
