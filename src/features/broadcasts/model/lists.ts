export const listLanguages = ['en', 'de'] as const
export type ListLanguage = (typeof listLanguages)[number]

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
