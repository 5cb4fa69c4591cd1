/** What Kith fills in by itself. Anything else in braces is asked for. */
export const knownVariables = ['name', 'first-name', 'me', 'my-first-name', 'my-page', 'workspace', 'tool'] as const
export type KnownVariable = (typeof knownVariables)[number]

/** `{first-name}`, `{Friday or Monday?}`: one line, at most 60 characters. */
const variable = /\{([^{}\n]{1,60})\}/g

const nameOf = (inside: string) => inside.trim()

/** The variables of a text, each once, in order. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map(([, inside = '']) => nameOf(inside)).filter(Boolean))]
}

/** A blank value is a missing one: it stays in the text and is named. */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string>>,
): { text: string; missing: readonly string[] } {
  const has = (name: string) => Object.hasOwn(values, name) && (values[name] ?? '').trim() !== ''
  const filled = text.replaceAll(variable, (whole, inside: string) => {
    const name = nameOf(inside)
    return has(name) ? (values[name] ?? '').trim() : whole
  })
  return { text: filled, missing: variablesIn(text).filter(name => !has(name)) }
}

/** A draft in which a variable of ours still stands: it must not go out like that. */
export function unfilledIn(text: string): string | undefined {
  const known: ReadonlySet<string> = new Set(knownVariables)
  return variablesIn(text).find(name => known.has(name))
}

/** The given name as most people of the tools we know write it; a single word is itself. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''
