import { isToolId, type ToolId } from '#kernel/tools.ts'
import type { Balance } from './actions/balance.ts'
import type { Ask } from './actions/introductions.ts'
import type { NetworkMap } from './actions/map.ts'
import { tieKinds } from './model/ties.ts'
import type { Introduction } from './store/give.ts'
import type { AskView, BalanceView, NetworkView } from './wire.ts'

export function viewBalance({ given, received, asked, owing, advice, all }: Balance) {
  return {
    given,
    received,
    asked: asked.count,
    owing,
    advice: { title: null, activity: null, what: null, count: null, ...advice } satisfies BalanceView['advice'],
    kindnesses: all,
  }
}

export function viewAsk({ text, place, balance, introduction }: Ask) {
  return {
    text,
    tool: place?.tool ?? null,
    conversation: place?.conversation ?? null,
    verdict: place?.assessment.verdict ?? ('allow' satisfies AskView['verdict']),
    reasons: (place?.assessment.reasons ?? []).map(({ code, message, verdict }) => ({ code, message, verdict })),
    balance: viewBalance(balance),
    introduction,
  }
}

export const viewIntroduction = ({ via, viaName, person, personName, ...rest }: Introduction) => ({
  ...rest,
  via: { person: via, name: viaName },
  person: { person, name: personName },
})

const rounded = (value: number) => Math.round(value * 10) / 10
const tools = (given: readonly string[]): ToolId[] => given.filter(isToolId)

export function viewMap({ madeAt, working, people, ties, communities, pools }: NetworkMap) {
  return {
    madeAt,
    working,
    people: people.map(one => ({
      id: one.person,
      name: one.name,
      stage: one.stage,
      x: rounded(one.x),
      y: rounded(one.y),
      community: one.community,
      bridge: Math.round(one.bridge * 1_000) / 1_000,
      mine: Math.round(one.mine * 1_000) / 1_000,
      tools: tools(one.tools),
      pools: one.pools,
    })),
    ties: ties.map(([a, b, strength, bits]) => [a, b, Math.round(strength * 1_000), bits]),
    kinds: [...tieKinds],
    pools,
    communities: communities.map(one => ({ ...one, shared: [...one.shared] })),
  } satisfies Record<keyof NetworkView, unknown>
}
