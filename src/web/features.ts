import { type ComponentType, lazy } from 'react'
import { loadTexts } from './i18n/i18n.ts'
import type {
  BulkPart,
  ConversationPart,
  DraftPart,
  FeatureUi,
  LiveRule,
  OpeningPart,
  PageEntry,
  PersonPart,
  StepPart,
  StepPartId,
} from './manifest.ts'

const files = import.meta.glob<FeatureUi>('../features/*/ui/manifest.ts', { eager: true, import: 'manifest' })

export const features: readonly FeatureUi[] = Object.values(files)

export type RailEntry = Required<Pick<PageEntry, 'rail'>> & { path: string; feature: string }

export const railEntries: readonly RailEntry[] = features
  .flatMap(({ feature, pages }) =>
    pages.flatMap(page => (page.rail ? [{ feature, path: page.path, rail: page.rail }] : [])),
  )
  .toSorted((a, b) => a.rail.order - b.rail.order)

/** Rules of all features for one kind of event. */
export function liveRules(kind: string): readonly LiveRule[] {
  return features.flatMap(({ live }) => (live && Object.hasOwn(live, kind) && live[kind] ? [live[kind]] : []))
}

/** What features put into the top, each with its texts. */
export const topParts: readonly { feature: string; Part: ComponentType }[] = features.flatMap(({ feature, top }) =>
  top ? [{ feature, Part: lazy(async () => ({ default: (await Promise.all([top(), loadTexts(feature)]))[0] })) }] : [],
)

/** The search of everything, with its texts. */
export const [SearchPart] = features.flatMap(({ feature, search }) =>
  search ? [lazy(async () => ({ default: (await Promise.all([search(), loadTexts(feature)]))[0] }))] : [],
)

const lazyPart = (feature: string, load: () => Promise<ComponentType<PersonPart>>) =>
  lazy(async () => ({ default: (await Promise.all([load(), loadTexts(feature)]))[0] }))

/** Tabs of a person's page from all features, in their order. */
export const personTabs = features
  .flatMap(({ feature, person }) =>
    (person?.tabs ?? []).map(({ load, ...tab }) => ({ ...tab, load, feature, Part: lazyPart(feature, load) })),
  )
  .toSorted((a, b) => a.order - b.order)

/** Lines under a person's name from all features, in their order. */
export const personHead = features
  .flatMap(({ feature, person }) =>
    (person?.head ?? []).map(({ load, ...part }) => ({ ...part, load, Part: lazyPart(feature, load) })),
  )
  .toSorted((a, b) => a.order - b.order)

/** What a person has a right to, from all features, in their order. */
export const personConsent = features
  .flatMap(({ feature, person }) =>
    (person?.consent ?? []).map(({ load, ...part }) => ({ ...part, Part: lazyPart(feature, load) })),
  )
  .toSorted((a, b) => a.order - b.order)

const placed = <Props extends object>(
  pick: (parts: NonNullable<FeatureUi['parts']>) => (() => Promise<ComponentType<Props>>) | undefined,
): readonly { feature: string; Part: ComponentType<Props> }[] =>
  features.flatMap(({ feature, parts = {} }) => {
    const load = pick(parts)
    return load
      ? [{ feature, Part: lazy(async () => ({ default: (await Promise.all([load(), loadTexts(feature)]))[0] })) }]
      : []
  })

/** What features put above the steps of Today, on an opening's page, beside a conversation, and under a draft. */
export const todayParts = placed<object>(parts => parts.today)
export const openingParts = placed<OpeningPart>(parts => parts.opening)
export const conversationParts = placed<ConversationPart>(parts => parts.conversation)
export const draftParts = placed<DraftPart>(parts => parts.draft)

/** The places where steps of Today are done, with their texts. */
export const stepParts: Partial<Record<StepPartId, ComponentType<StepPart>>> = Object.fromEntries(
  features.flatMap(({ feature, steps = {} }) =>
    Object.entries(steps).map(([id, load]) => [
      id,
      lazy(async () => ({ default: (await Promise.all([load(), loadTexts(feature)]))[0] })),
    ]),
  ),
)

/** What features offer for selected people, in their order. */
export const bulkParts: readonly { id: string; order: number; Part: ComponentType<BulkPart> }[] = features
  .flatMap(({ feature, bulk = [] }) =>
    bulk.map(({ id, order, load }) => ({
      id,
      order,
      Part: lazy(async () => ({ default: (await Promise.all([load(), loadTexts(feature)]))[0] })),
    })),
  )
  .toSorted((a, b) => a.order - b.order)
