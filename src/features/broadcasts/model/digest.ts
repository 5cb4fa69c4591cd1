import type { Interest, ListLanguage } from './lists.ts'

/** When a list's digest goes out. `weekday`: 1 is Monday; `until`: what was opened up to here has been told. */
export type DigestPlan = { on: boolean; weekday: number; hour: number; timezone: string; until: Date | null }

/** What is told of an opening. */
export type DigestJob = {
  id: string
  title: string
  url: string
  /** Place, pay and kind of work, as readers see them. */
  facts: string
  summary: string
  /** Requirements, kind of work: what interests are looked for in. */
  words: readonly string[]
  place: string
  anywhere: boolean
}

export type DigestReader = { id: string; place: string | null; interests: readonly string[] }

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)

/** `shifts` and `shift`, `Pflege` and `Pflegekraft`: one begins with the other. */
const isLike = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))

/** Every word of the interest stands in the title, the requirements or the kind of work. */
export function isOf(job: Pick<DigestJob, 'title' | 'words'>, interest: Pick<Interest, 'label'>): boolean {
  const said = [job.title, ...job.words].flatMap(fold)
  const wanted = fold(interest.label).filter(word => word.length > 2)
  return wanted.length > 0 && wanted.every(word => said.some(each => isLike(each, word)))
}

function isNear(job: Pick<DigestJob, 'place' | 'anywhere'>, place: string | null): boolean {
  const wanted = fold(place ?? '')
  const there = fold(job.place)
  if (wanted.length === 0 || there.length === 0 || job.anywhere) return true
  return wanted.some(word => word.length > 2 && there.includes(word))
}

/** What is new for one reader. Nobody who ticked nothing is kept from anything, nor who named no place. */
export function jobsFor(
  reader: DigestReader,
  jobs: readonly DigestJob[],
  interests: readonly Interest[],
): readonly DigestJob[] {
  const ticked = interests.filter(each => reader.interests.includes(each.id))
  return jobs.filter(
    job => isNear(job, reader.place) && (ticked.length === 0 || ticked.some(interest => isOf(job, interest))),
  )
}

export type DigestGroup = { jobs: readonly DigestJob[]; readers: readonly string[] }

/** Readers for whom the same is new get the same mail; those for whom nothing is, none. The biggest group first. */
export function groupReaders(
  readers: readonly DigestReader[],
  jobs: readonly DigestJob[],
  interests: readonly Interest[],
): DigestGroup[] {
  const groups = new Map<string, { jobs: readonly DigestJob[]; readers: string[] }>()
  for (const reader of readers) {
    const theirs = jobsFor(reader, jobs, interests)
    if (theirs.length === 0) continue
    const key = theirs.map(job => job.id).join(' ')
    const group = groups.get(key) ?? { jobs: theirs, readers: [] }
    group.readers.push(reader.id)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted((a, b) => b.readers.length - a.readers.length)
}

const words: Readonly<Record<ListLanguage, { one: string; many: string; ask: string }>> = {
  en: {
    one: 'New for you: {title}',
    many: '{n} new jobs for you',
    ask: 'Questions? Open a job and chat: a person answers.',
  },
  de: {
    one: 'Neu für dich: {title}',
    many: '{n} neue Stellen für dich',
    ask: 'Fragen? Öffne eine Stelle und chatte: Ein Mensch antwortet.',
  },
  fr: {
    one: 'Nouveau pour vous : {title}',
    many: '{n} nouveaux emplois pour vous',
    ask: 'Des questions ? Ouvrez un emploi et discutez : une personne répond.',
  },
  es: {
    one: 'Nuevo para usted: {title}',
    many: '{n} empleos nuevos para usted',
    ask: '¿Preguntas? Abra un empleo y chatee: responde una persona.',
  },
  pt: {
    one: 'Novo para si: {title}',
    many: '{n} novos empregos para si',
    ask: 'Perguntas? Abra um emprego e converse: responde uma pessoa.',
  },
  nl: {
    one: 'Nieuw voor u: {title}',
    many: '{n} nieuwe vacatures voor u',
    ask: 'Vragen? Open een vacature en chat: een mens antwoordt.',
  },
  it: {
    one: 'Nuovo per lei: {title}',
    many: '{n} nuovi lavori per lei',
    ask: 'Domande? Apra un lavoro e chatti: risponde una persona.',
  },
  pl: {
    one: 'Nowe dla Ciebie: {title}',
    many: 'Nowe oferty dla Ciebie: {n}',
    ask: 'Pytania? Otwórz ofertę i porozmawiaj: odpowiada człowiek.',
  },
  sv: {
    one: 'Nytt för dig: {title}',
    many: '{n} nya jobb för dig',
    ask: 'Frågor? Öppna ett jobb och chatta: en människa svarar.',
  },
  ar: { one: 'جديد لك: {title}', many: 'وظائف جديدة لك: {n}', ask: 'أسئلة؟ افتح وظيفة وابدأ المحادثة: يجيبك إنسان.' },
}

const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#]/g, mark => `\\${mark}`)

/** The digest as an issue: Markdown, like one written by hand. */
export function digestIssue(
  jobs: readonly DigestJob[],
  lang: ListLanguage,
): { subject: string; preheader: string; body: string } {
  const [first] = jobs
  const say = words[lang]
  const subject =
    jobs.length === 1 ? say.one.replace('{title}', first?.title ?? '') : say.many.replace('{n}', String(jobs.length))
  const parts = jobs.map(job =>
    [`## [${plain(job.title)}](${job.url})`, plain(job.facts), plain(job.summary)].filter(Boolean).join('\n\n'),
  )
  return {
    subject: subject.slice(0, 200),
    preheader: jobs
      .map(job => job.title)
      .join(' · ')
      .slice(0, 150),
    body: [...parts, say.ask].join('\n\n'),
  }
}

type LocalTime = { weekday: number; hour: number; on: string }

function localTime(at: Date, timezone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  const on = `${part('year')}-${part('month')}-${part('day')}`
  return { on, hour: Number(part('hour')), weekday: new Date(`${on}T00:00:00Z`).getUTCDay() || 7 }
}

const hourMs = 3_600_000

/** The next time it goes out, after `now`; the same hour of the day whatever summer time does. */
export function nextDigest(plan: Pick<DigestPlan, 'weekday' | 'hour' | 'timezone'>, now: Date): Date {
  const from = Math.floor(now.getTime() / hourMs) * hourMs
  for (let hours = 1; hours <= 24 * 8; hours += 1) {
    const at = new Date(from + hours * hourMs)
    const local = localTime(at, plan.timezone)
    if (local.weekday === plan.weekday && local.hour === plan.hour) return at
  }
  return new Date(from + 7 * 24 * hourMs)
}

/** `2026-W48` (ISO 8601) where the list is: one digest in it for each reader. */
export function weekOf(at: Date, timezone: string): string {
  const day = new Date(`${localTime(at, timezone).on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const year = day.getUTCFullYear()
  const week = Math.ceil(((day.getTime() - Date.UTC(year, 0, 1)) / (24 * hourMs) + 1) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}
