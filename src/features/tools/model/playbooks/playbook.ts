/** Where an example is said; the test builds the matching context and lets etiquette judge it. */
export const situations = [
  'stranger',
  'invite',
  'introduction',
  'talk',
  'interested',
  'outreach',
  'comment',
  'room',
  'post',
  'list',
] as const
export type Situation = (typeof situations)[number]

/** Without `breaks` it is one to follow; with it, etiquette finds that code in it. `read` is what was read before. */
export type Example = { text: string; when: Situation; why: string; breaks?: string; read?: string }

/** `also` are other spellings and forms that are the same word. */
export type Term = {
  term: string
  also?: readonly string[] | undefined
  meaning: string
  note?: string | undefined
}

/** Terms change: `asOf` is the month the sentence was true, the source is where to look again. */
export type Forbidden = { text: string; source: string; asOf: string }

export type ChecklistItem = { id: string; text: string }

export type Playbook = {
  for: string
  who: string
  norms: readonly string[]
  speak: readonly string[]
  introduce: readonly Example[]
  examples: readonly Example[]
  forbids: readonly Forbidden[]
  profile: readonly string[]
  learn: string
  checklist: readonly ChecklistItem[]
  lingo: readonly Term[]
}

/** The parts a workspace can write anew; lists are one item a line. */
export const sections = ['for', 'who', 'norms', 'speak', 'profile', 'learn'] as const
export type Section = (typeof sections)[number]
