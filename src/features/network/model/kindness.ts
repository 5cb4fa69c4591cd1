export const kindnessKinds = ['introduction', 'answer', 'news', 'thanks', 'referral', 'help'] as const
export type KindnessKind = (typeof kindnessKinds)[number]
export const ways = ['given', 'received'] as const
export type Way = (typeof ways)[number]

/** Between a recruiter and a person, most recent first. `by-hand`: a recruiter noted it. */
export type Kindness = {
  id: string
  way: Way
  kind: KindnessKind
  words: string
  at: Date
  source: 'by-hand' | 'known'
}

export type Asked = { count: number; open: number; lastAt: Date | null }

export type Advice =
  /** Something of theirs to answer first. */
  | { code: 'answer-first'; title: string; activity: string }
  | { code: 'thank-first'; what: KindnessKind }
  | { code: 'only-taken' }
  | { code: 'asked-often'; count: number }
  | { code: 'even' }
  | { code: 'ours-to-ask' }
  | { code: 'nothing-yet' }

const count = (all: readonly Kindness[], way: Way) => all.filter(one => one.way === way).length

/** We owe: they did more for us than we for them, or we asked twice without giving since. */
export const isOwing = (all: readonly Kindness[], asked: Asked): boolean => {
  const [given, received] = [count(all, 'given'), count(all, 'received')]
  return received + asked.open > given && (given === 0 || received + asked.open > given + 1)
}

/** One sentence of advice: give first where we have only taken; else nothing that hurries. */
export function adviseGiving(
  all: readonly Kindness[],
  asked: Asked,
  news: { title: string; activity: string } | null,
): Advice {
  const [given, received] = [count(all, 'given'), count(all, 'received')]
  if (isOwing(all, asked)) {
    const last = all.find(one => one.way === 'received')
    const thanked = all.some(one => one.way === 'given' && one.kind === 'thanks' && (!last || one.at >= last.at))
    if (last && !thanked) return { code: 'thank-first', what: last.kind }
    if (news) return { code: 'answer-first', ...news }
    return asked.count >= 2 ? { code: 'asked-often', count: asked.count } : { code: 'only-taken' }
  }
  if (given === 0 && received === 0) return news ? { code: 'answer-first', ...news } : { code: 'nothing-yet' }
  return given > received ? { code: 'ours-to-ask' } : { code: 'even' }
}
