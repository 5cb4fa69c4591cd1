/** What a profile says beyond a name: the records of an import, kept as they came. */
export type Position = {
  title?: string | undefined
  organisation?: string | undefined
  description?: string | undefined
  place?: string | undefined
  startedOn?: string | undefined
  finishedOn?: string | undefined
  current: boolean
}
export type Education = {
  school: string
  degree?: string | undefined
  field?: string | undefined
  startedOn?: string | undefined
  finishedOn?: string | undefined
}
export type ProfileFacts = {
  positions?: readonly Position[] | undefined
  education?: readonly Education[] | undefined
  skills?: readonly string[] | undefined
  languages?: readonly string[] | undefined
}

export type DepthWord = 'shallow' | 'partial' | 'deep'

type Described = {
  headline?: string | null | undefined
  summary?: string | null | undefined
  place?: string | null | undefined
  facts: ProfileFacts
}

const countWords = (text: string | null | undefined) => text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** 0–100: a name and a line is shallow, a dated history with descriptions is deep. */
export function profileDepth({ headline, summary, place, facts }: Described): number {
  const positions = facts.positions ?? []
  const dated = positions.filter(position => position.startedOn || position.finishedOn).length
  const described = positions.reduce((sum, position) => sum + Math.min(60, countWords(position.description)), 0)
  const points =
    5 +
    (countWords(headline) > 0 ? 7 : 0) +
    (place ? 3 : 0) +
    Math.min(15, countWords(summary) / 5) +
    Math.min(24, positions.length * 8) +
    Math.min(12, dated * 4) +
    Math.min(12, described / 8) +
    Math.min(10, (facts.education?.length ?? 0) * 5) +
    Math.min(9, (facts.skills?.length ?? 0) * 1.5) +
    Math.min(3, (facts.languages?.length ?? 0) * 1.5)
  return Math.min(100, Math.round(points))
}

export function depthWord(depth: number): DepthWord {
  if (depth < 25) return 'shallow'
  return depth < 60 ? 'partial' : 'deep'
}
