import type { SiteLanguage } from '#features/site/model.ts'
import type { MentionKind } from './model.ts'

export type BlogWords = {
  blog: string
  lead: string
  none: string
  by: string
  minutes: string
  tagged: string
  from: string
  chatTitle: string
  chatLead: string
  chat: string
  said: string
  kinds: Record<MentionKind, string>
  all: string
  older: string
  follow: string
}

export const blogWords: Readonly<Record<SiteLanguage, BlogWords>> = {
  en: {
    blog: 'Blog',
    lead: 'What we learn while we look for people.',
    none: 'Nothing is written yet.',
    by: 'by {name}',
    minutes: '{n} min',
    tagged: 'About {tag}',
    from: 'Written by {name}',
    chatTitle: 'Something to add, or to ask?',
    chatLead: 'A person answers, no name needed.',
    chat: 'Chat now',
    said: 'What others say',
    kinds: { mention: 'wrote of it', reply: 'answered', like: 'likes it', repost: 'passed it on' },
    all: 'All posts',
    older: 'More to read',
    follow: 'On Mastodon and elsewhere in the fediverse, follow',
  },
  de: {
    blog: 'Blog',
    lead: 'Was wir lernen, während wir Menschen suchen.',
    none: 'Noch ist nichts geschrieben.',
    by: 'von {name}',
    minutes: '{n} Min.',
    tagged: 'Über {tag}',
    from: 'Geschrieben von {name}',
    chatTitle: 'Etwas zu ergänzen oder zu fragen?',
    chatLead: 'Ein Mensch antwortet, ein Name ist nicht nötig.',
    chat: 'Jetzt chatten',
    said: 'Was andere sagen',
    kinds: { mention: 'schrieb darüber', reply: 'antwortete', like: 'gefällt es', repost: 'gab es weiter' },
    all: 'Alle Beiträge',
    older: 'Weiterlesen',
    follow: 'Auf Mastodon und anderswo im Fediverse folgst du',
  },
}

export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
