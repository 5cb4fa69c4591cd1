import type { ListId } from '#kernel/ids.ts'
import { type PublicLanguage, publicLanguages } from '#kernel/public-languages.ts'

export const landingLanguages = publicLanguages
export type LandingLanguage = PublicLanguage

/** What a recruiter writes on a landing page. Who answers and how fast is not theirs to write. */
export type LandingContent = {
  /** The language it is written in; the page's own words follow it. */
  lang: LandingLanguage
  heading: string
  lead: string
  /** Why chat works for the reader. */
  why: readonly string[]
  /** What happens, step by step. */
  expect: readonly string[]
  /** What is never asked. */
  never: readonly string[]
  /** What else there is to say, as Markdown. */
  text?: string | undefined
  greeting: string
  consent: string
  /** How to reach us without the chat: an address, a number. May be empty. */
  contact: string
  /** The list whose form stands at the end; none when left out. */
  subscribe?: ListId | null | undefined
}

/** A page to begin with: true for every recruiter who works this way, and theirs to change. */
export const firstLanding: LandingContent = {
  lang: 'en',
  heading: 'Ask about the work before you decide anything',
  lead: 'A short chat tells you more than an advert. You ask, a person answers.',
  why: [
    'You can ask what an advert leaves out: shifts, the team, why the last one left.',
    'You stay as anonymous as you like. A name is optional.',
    'You can leave at any time. Nothing is decided here.',
  ],
  expect: [
    'You write. You see at once whether someone is there.',
    'A person reads it and answers in a few sentences.',
    'If you want more, we go on where you like to talk. If not, that was it.',
  ],
  never: [
    'Your salary today',
    'A CV before you ask for something that needs one',
    'Your age, family, health, faith or origin',
  ],
  greeting: 'Hello, ask me anything.',
  consent: 'What I write here is kept so that it can be answered. I can have it erased at any time.',
  contact: '',
}

/** `https://jobs.example.org/nights` or `jobs.example.org` → `https://jobs.example.org`; undefined when no site is named. */
export function originFrom(text: string): string | undefined {
  const typed = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (/\s/.test(typed) || !URL.canParse(address)) return undefined
  const { protocol, origin, hostname } = new URL(address)
  const named = hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')
  return /^https?:$/.test(protocol) && named ? origin : undefined
}
