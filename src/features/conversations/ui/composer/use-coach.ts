import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Code } from '#features/etiquette/model.ts'
import type { TextNumbers } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import type * as Coach from '../../model/coach/coach.ts'
import { useBook } from './lingo.ts'
import { playbookStateQuery } from './playbook-state.ts'

const pauseMs = 600
let loaded: typeof Coach | undefined

/** Fetched when somebody begins to write: nobody needs it to read. */
function useCoachModel(wanted: boolean): typeof Coach | undefined {
  const [model, setModel] = useState(() => loaded)
  useEffect(() => {
    if (model || !wanted) return
    let current = true
    import('../../model/coach/coach.ts').then(
      made => {
        loaded = made
        if (current) setModel(() => made)
      },
      // Offline the coach is silent; the next conversation tries again.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [model, wanted])
  return model
}

/** Hints come when the writer pauses and go at once when they no longer hold. */
export function useCoach(given: {
  tool: ToolId
  text: string
  numbers: TextNumbers
  /** What they wrote, to be like them; kept as one array as long as it is the same. */
  theirs: readonly string[]
  /** Codes of what the verdict says already; kept like those. */
  said: readonly Code[]
}): readonly Coach.Hint[] {
  const { tool, text, numbers, theirs, said } = given
  const model = useCoachModel(text.trim() !== '')
  const { data: state } = useQuery(playbookStateQuery)
  const book = useBook(tool)
  const judged = useDeferredValue(text)
  const quiet = useMemo(
    () => new Set(state?.quiet.filter(each => each.tool === tool).map(each => each.hint)),
    [state, tool],
  )
  const lingo = useMemo(
    () => new Set(book?.lingo.flatMap(term => [term.term, ...(term.also ?? [])]).map(word => word.toLowerCase())),
    [book],
  )
  const now = useMemo(() => {
    if (!model || !state) return []
    return model.coach(judged, { numbers, theirs, said: new Set(said), quiet, lingo })
  }, [model, state, theirs, judged, numbers, said, quiet, lingo])
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const timer = setTimeout(() => setSettled(new Set(now.map(hint => hint.id))), pauseMs)
    return () => clearTimeout(timer)
  }, [now])
  return useMemo(() => now.filter(hint => settled.has(hint.id)), [now, settled])
}
