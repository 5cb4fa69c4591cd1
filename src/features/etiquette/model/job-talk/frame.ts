import { roleMark } from './roles.ts'

/**
 * What a stretch of text may show. `weight` adds up over the tags of a sentence; 1 is job talk. Tags are what the reason names.
 */
export type Tag =
  | 'hiring'
  | 'seeking'
  | 'vacancy'
  | 'open-to'
  | 'happy-there'
  | 'move'
  | 'growing'
  | 'came-to-mind'
  | 'join-us'
  | 'pay'
  | 'cv'
  | 'link'
  | 'advert'
  | 'referral'
  | 'role'
  | 'chat'

/** `gate`: cheap to try, and without it the pattern can't match. */
export type Frame = { tag: Tag; weight: number; pattern: RegExp; gate?: RegExp }

export type LanguageFrames = {
  /** Blanked before anything is judged: other senses, their own words, who we are. */
  innocent: readonly RegExp[]
  /** A clause with one of these says that there is no offer. */
  negation: RegExp
  /** Starts a clause that a negation before it doesn't reach. */
  but: RegExp
  frames: readonly Frame[]
}

const MACROS: Readonly<Record<string, string>> = {
  // up to about eight words of the same clause
  GAP: '[^.!?;\\n]{0,60}?',
  // up to about three words
  NEAR: '[^.!?;,\\n]{0,28}?',
  R: `${roleMark}+(?:[ ,/&-]+${roleMark}+)*(?!${roleMark})`,
  B: '(?<![a-z0-9_])',
  E: '(?![a-z0-9_])',
}

/** `<NAME>` in a source is a macro: the shared ones or the language's own. */
export function patterns(own: Readonly<Record<string, string>>) {
  const known: Record<string, string> = { ...MACROS, ...own }
  const source = (text: string): string => {
    let out = text
    for (let depth = 0; depth < 4 && /<[A-Z]+>/.test(out); depth++) {
      out = out.replace(/<([A-Z]+)>/g, (_, name: string) => {
        const value = known[name]
        if (value === undefined) throw new Error(`no pattern called ${name}`)
        return `(?:${value})`
      })
    }
    return out
  }
  const compile = (text: string, flags = '') => new RegExp(source(text), flags)
  return {
    one: (text: string) => compile(text),
    all: (text: string) => compile(text, 'g'),
    frame: (tag: Tag, weight: number, text: string, gate?: string): Frame => {
      const needed = gate === undefined ? (/^(?:<B>)?<MONEY>/.test(text) ? /\d/ : undefined) : compile(gate)
      return { tag, weight, pattern: compile(text), ...(needed && { gate: needed }) }
    },
  }
}
