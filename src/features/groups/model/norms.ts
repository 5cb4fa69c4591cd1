import { detectLanguage, jobDaysOf, normsOf, type Settled } from '#features/etiquette/model.ts'

/** What somebody settled about a group's norms. `null` language: any. */
export type SettledNorms = Settled & { language?: string | null }

export type JobNorm = 'forbidden' | 'allowed' | 'silent' | { days: readonly number[] }

/** `from`: who says so. `words`: the sentence of rules or topic that does, in its own words. */
type Said<T> = { value: T; from: 'settled' | 'rules' | 'topic' | 'nobody'; words: string | null }
export type GroupNorms = {
  jobs: Said<JobNorm>
  promotion: Said<'forbidden' | 'allowed' | 'silent'>
  language: Said<string | null>
}

/** Each language by its name in the six that are read. */
const languageNames: Readonly<Record<string, RegExp>> = {
  en: /\b(?:english|englisch|anglais|ingl[eé]s|ingl[eê]s|engels)\b/i,
  de: /\b(?:german|deutsch(?:e|er|sprachig\w*)?|allemand|alem[aá]n|alem[aã]o|duits)\b/i,
  fr: /\b(?:french|franz[oö]sisch|fran[cç]ais|franc[eé]s|franc[eê]s|frans)\b/i,
  es: /\b(?:spanish|spanisch|espagnol|espa[nñ]ol|espanhol|spaans)\b/i,
  pt: /\b(?:portuguese|portugiesisch|portugais|portugu[eé]s|portugu[eê]s|portugees)\b/i,
  nl: /\b(?:dutch|niederl[aä]ndisch|n[eé]erlandais|neerland[eé]s|holand[eê]s|holandés|nederlands)\b/i,
}
const asksForLanguage =
  /\b(?:only|please|language|speak|speaking|nur|bitte|sprache|sprechen|schreibt|uniquement|seulement|langue|parl\w+|s[oó]lo|solamente|idioma|habl\w+|apenas|somente|l[ií]ngua|fal\w+|alleen|taal|spreek\w*)\b/i
/** Too few words of a topic tell a language by chance. */
const leastStrength = 3

const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?。！？])\s+|[;\n|•]+/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')

function jobsIn(norms: string): JobNorm {
  const days = jobDaysOf({ norms })
  if (days.length === 7) return 'allowed'
  if (days.length > 0) return { days }
  return normsOf({ norms }, 1).jobs === 'forbidden' ? 'forbidden' : 'silent'
}

/** The first sentence that says as much by itself; rules may need two, and then none is shown. */
const firstThat = (text: string, says: (sentence: string) => boolean) => sentencesOf(text).find(says) ?? null

function languageIn(text: string): { value: string; words: string | null } | undefined {
  for (const sentence of sentencesOf(text)) {
    if (!asksForLanguage.test(sentence)) continue
    const named = Object.entries(languageNames).find(([, name]) => name.test(sentence))
    if (named) return { value: named[0], words: sentence }
  }
  const found = detectLanguage(text)
  return found && found.strength >= leastStrength ? { value: found.language, words: null } : undefined
}

/** What holds in a group: what was settled, else what its rules or its topic say, each with who says so. */
export function readGroupNorms(given: {
  rules: string | null
  topic: string | null
  settled: SettledNorms
}): GroupNorms {
  const text = given.rules ?? given.topic ?? ''
  const from = given.rules ? ('rules' as const) : ('topic' as const)
  const { settled } = given
  const jobs = jobsIn(text)
  const { promotion } = normsOf({ norms: text }, 1)
  const language = languageIn(text)
  return {
    jobs: settled.jobs
      ? { value: settled.jobs, from: 'settled', words: null }
      : jobs === 'silent'
        ? { value: jobs, from: 'nobody', words: null }
        : { value: jobs, from, words: firstThat(text, one => JSON.stringify(jobsIn(one)) === JSON.stringify(jobs)) },
    promotion: settled.promotion
      ? { value: settled.promotion, from: 'settled', words: null }
      : promotion === 'silent'
        ? { value: promotion, from: 'nobody', words: null }
        : { value: promotion, from, words: firstThat(text, one => normsOf({ norms: one }, 1).promotion === promotion) },
    language:
      settled.language !== undefined
        ? { value: settled.language, from: 'settled', words: null }
        : language
          ? { ...language, from }
          : { value: null, from: 'nobody', words: null },
  }
}
