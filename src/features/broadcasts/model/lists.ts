import { type PublicLanguage, publicLanguages } from '#kernel/public-languages.ts'

export const listLanguages = publicLanguages
export type ListLanguage = PublicLanguage

/** A box that subscribers can tick. */
export type Interest = { id: string; label: string }

export const subscriberStates = ['asked', 'confirmed', 'left', 'stopped'] as const
export type SubscriberState = (typeof subscriberStates)[number]

/** What a list is made with, true for most and theirs to change. */
export const firstWording: Readonly<Record<ListLanguage, { purpose: string; consent: string }>> = {
  en: {
    purpose: 'New jobs and what is worth reading about the work, at most once a week.',
    consent: 'Yes, write to me by e-mail for this. I can leave at any time with one click.',
  },
  de: {
    purpose: 'Neue Stellen und Lesenswertes über die Arbeit, höchstens einmal in der Woche.',
    consent: 'Ja, schreibt mir dafür per E-Mail. Ich kann jederzeit mit einem Klick gehen.',
  },
  fr: {
    purpose: 'De nouveaux emplois et ce qui vaut d’être lu sur le travail, une fois par semaine au plus.',
    consent: 'Oui, écrivez-moi par e-mail pour cela. Je peux partir à tout moment d’un clic.',
  },
  es: {
    purpose: 'Nuevos empleos y lo que vale la pena leer sobre el trabajo, como mucho una vez por semana.',
    consent: 'Sí, escríbanme por correo para esto. Puedo irme en cualquier momento con un clic.',
  },
  pt: {
    purpose: 'Novos empregos e o que vale a pena ler sobre o trabalho, no máximo uma vez por semana.',
    consent: 'Sim, escrevam-me por e-mail para isto. Posso sair a qualquer momento com um clique.',
  },
  nl: {
    purpose: 'Nieuwe vacatures en wat over het werk het lezen waard is, hooguit één keer per week.',
    consent: 'Ja, schrijf mij hiervoor per e-mail. Ik kan altijd met één klik weg.',
  },
  it: {
    purpose: 'Nuovi lavori e ciò che vale la pena leggere sul lavoro, al massimo una volta alla settimana.',
    consent: 'Sì, scrivetemi per e-mail per questo. Posso andarmene in ogni momento con un clic.',
  },
  pl: {
    purpose: 'Nowe oferty pracy i to, co warto przeczytać o pracy, najwyżej raz w tygodniu.',
    consent: 'Tak, piszcie do mnie w tej sprawie e-mailem. Mogę odejść w każdej chwili jednym kliknięciem.',
  },
  sv: {
    purpose: 'Nya jobb och sådant som är värt att läsa om arbetet, högst en gång i veckan.',
    consent: 'Ja, skriv till mig med e-post om detta. Jag kan lämna när som helst med ett klick.',
  },
  ar: {
    purpose: 'وظائف جديدة وما يستحق القراءة عن العمل، مرة في الأسبوع على الأكثر.',
    consent: 'نعم، اكتبوا إليّ بالبريد الإلكتروني لهذا الغرض. يمكنني المغادرة في أي وقت بنقرة واحدة.',
  },
}

/** `Night jobs` → `night-jobs`: for people to recognise; the number before it is what counts. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)

export const confirmDays = 7
/** A person who types an address wrong, or a joker: so many mails ask to confirm, and not more often than this. */
export const confirmMails = { most: 4, apartMinutes: 10 }

export type StopReason = 'hard-bounce' | 'soft-bounces' | 'complaint' | 'asked'
