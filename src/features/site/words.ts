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
  fr: {
    skip: 'Aller au texte',
    jobs: 'Emplois',
    blog: 'Blog',
    privacy: 'Vos données',
    noCookies: 'Ni cookies, ni pistage.',
    servedBy: 'Réalisé avec Kith, logiciel libre.',
    feeds: 'Suivre par flux :',
    notFound: 'Il n’y a pas de page à cette adresse.',
    notFoundLead: 'Elle a peut-être été déplacée. Voici ce qu’il y a :',
  },
  es: {
    skip: 'Ir al texto',
    jobs: 'Empleos',
    blog: 'Blog',
    privacy: 'Sus datos',
    noCookies: 'Sin cookies ni rastreo.',
    servedBy: 'Hecho con Kith, software libre.',
    feeds: 'Seguir por canal:',
    notFound: 'No hay ninguna página en esta dirección.',
    notFoundLead: 'Quizá se haya movido. Esto es lo que hay:',
  },
  pt: {
    skip: 'Ir para o texto',
    jobs: 'Empregos',
    blog: 'Blog',
    privacy: 'Os seus dados',
    noCookies: 'Sem cookies, sem rastreio.',
    servedBy: 'Feito com Kith, software livre.',
    feeds: 'Seguir por feed:',
    notFound: 'Não há nenhuma página neste endereço.',
    notFoundLead: 'Talvez tenha mudado de lugar. Eis o que há:',
  },
  nl: {
    skip: 'Naar de tekst',
    jobs: 'Vacatures',
    blog: 'Blog',
    privacy: 'Uw gegevens',
    noCookies: 'Geen cookies, geen tracking.',
    servedBy: 'Gemaakt met Kith, vrije software.',
    feeds: 'Volgen via feed:',
    notFound: 'Op dit adres is geen pagina.',
    notFoundLead: 'Misschien is ze verhuisd. Dit is er wel:',
  },
  it: {
    skip: 'Vai al testo',
    jobs: 'Lavori',
    blog: 'Blog',
    privacy: 'I suoi dati',
    noCookies: 'Niente cookie, nessun tracciamento.',
    servedBy: 'Fatto con Kith, software libero.',
    feeds: 'Segui via feed:',
    notFound: 'A questo indirizzo non c’è nessuna pagina.',
    notFoundLead: 'Forse si è spostata. Ecco che cosa c’è:',
  },
  pl: {
    skip: 'Przejdź do tekstu',
    jobs: 'Praca',
    blog: 'Blog',
    privacy: 'Twoje dane',
    noCookies: 'Bez ciasteczek i śledzenia.',
    servedBy: 'Zrobione w Kith, wolnym oprogramowaniu.',
    feeds: 'Obserwuj przez kanał:',
    notFound: 'Pod tym adresem nie ma strony.',
    notFoundLead: 'Może została przeniesiona. Oto, co jest:',
  },
  sv: {
    skip: 'Till texten',
    jobs: 'Jobb',
    blog: 'Blogg',
    privacy: 'Dina uppgifter',
    noCookies: 'Inga kakor, ingen spårning.',
    servedBy: 'Gjord med Kith, fri programvara.',
    feeds: 'Följ via flöde:',
    notFound: 'Det finns ingen sida på den här adressen.',
    notFoundLead: 'Den kan ha flyttats. Det här finns:',
  },
  ar: {
    skip: 'إلى النص',
    jobs: 'الوظائف',
    blog: 'المدونة',
    privacy: 'بياناتك',
    noCookies: 'بلا ملفات تعريف ارتباط ولا تتبع.',
    servedBy: 'صُنعت باستخدام Kith، وهو برنامج حر.',
    feeds: 'المتابعة عبر الخلاصات:',
    notFound: 'لا توجد صفحة في هذا العنوان.',
    notFoundLead: 'ربما نُقلت. هذا هو الموجود:',
  },
}
