import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { KeyId } from '#web/keyboard/keymap.ts'

/** `selection`: what fits the thing in hand, shown first. */
export type CommandGroup = 'selection' | 'screens' | 'people' | 'settings'

export type Command = {
  id: string
  label: string
  group: CommandGroup
  run: () => void
  shortcut?: KeyId | undefined
  /** Why it can't be done now: it stays in the list and says so. */
  unavailable?: string | undefined
}

/** Answers what was typed with commands, such as people found by the server. */
export type CommandSource = (query: string, signal: AbortSignal) => Promise<readonly Command[]>

const sets = new Map<symbol, readonly Command[]>()
const sources = new Set<CommandSource>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

function refresh(): void {
  all = [...sets.values()].flat()
  for (const listener of listeners) listener()
}

/** Puts commands into the palette while the component is mounted. Pass a stable list (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  const key = useRef(Symbol('commands'))
  useEffect(() => {
    const own = key.current
    sets.set(own, commands)
    refresh()
    return () => {
      sets.delete(own)
      refresh()
    }
  }, [commands])
}

export function useCommandSource(source: CommandSource): void {
  const latest = useRef(source)
  latest.current = source
  useEffect(() => {
    const own: CommandSource = (query, signal) => latest.current(query, signal)
    sources.add(own)
    return () => {
      sources.delete(own)
    }
  }, [])
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )
}

export async function askSources(query: string, signal: AbortSignal): Promise<readonly Command[]> {
  const answers = await Promise.allSettled([...sources].map(source => source(query, signal)))
  return answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Every word typed must begin a word of the label; labels that begin with what was typed come first. */
export function matchCommands(commands: readonly Command[], query: string): readonly Command[] {
  const order: readonly CommandGroup[] = ['selection', 'people', 'screens', 'settings']
  const words = fold(query).split(/\s+/).filter(Boolean)
  const whole = fold(query.trim())
  return commands
    .filter(command => {
      const label = fold(command.label).split(/[\s,:/-]+/)
      return words.every(word => label.some(part => part.startsWith(word)))
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.group) - order.indexOf(b.group) ||
        Number(fold(b.label).startsWith(whole)) - Number(fold(a.label).startsWith(whole)),
    )
}
