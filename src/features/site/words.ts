import type { SiteLanguage } from './model.ts'

/** The words that public pages have of their own. */
export type SiteWords = {
  skip: string
  jobs: string
  blog: string
  privacy: string
  noCookies: string
  servedBy: string
  feeds: string
  notFound: string
  notFoundLead: string
}

export const siteWords: Readonly<Record<SiteLanguage, SiteWords>> = {
  en: {
    skip: 'Go to the text',
    jobs: 'Jobs',
    blog: 'Blog',
    privacy: 'Your data',
    noCookies: 'No cookies, no tracking.',
    servedBy: 'Made with Kith, free software.',
    feeds: 'Follow by feed:',
    notFound: 'There is no page at this address.',
    notFoundLead: 'It may have moved. Here is what there is:',
  },
  de: {
    skip: 'Zum Text',
    jobs: 'Stellen',
    blog: 'Blog',
    privacy: 'Ihre Daten',
    noCookies: 'Keine Cookies, keine Nachverfolgung.',
    servedBy: 'Gemacht mit Kith, freier Software.',
    feeds: 'Als Feed abonnieren:',
    notFound: 'Unter dieser Adresse gibt es keine Seite.',
    notFoundLead: 'Vielleicht ist sie umgezogen. Das gibt es hier:',
  },
}
