import { dayMs, hourMs, minuteMs } from '#kernel/clock.ts'
import { mayActAs, type Role, roles } from '#kernel/roles.ts'

/** What may be done, and the least role that may do it; the screens and the team page show this table. */
export const abilities = {
  'see-people': 'viewer',
  'see-conversations': 'viewer',
  'work-with-people': 'recruiter',
  'write-messages': 'recruiter',
  'import-people': 'recruiter',
  'publish-pages': 'recruiter',
  'send-lists': 'recruiter',
  'override-etiquette': 'admin',
  'write-playbooks': 'admin',
  'set-etiquette': 'admin',
  'connect-tools': 'admin',
  'erase-people': 'admin',
  'manage-team': 'admin',
  'manage-team-tokens': 'admin',
  'read-audit-log': 'admin',
  'change-workspace': 'owner',
  'manage-owners': 'owner',
} as const satisfies Record<string, Role>

export type Ability = keyof typeof abilities

const isAbility = (name: string): name is Ability => name in abilities

export function abilitiesOf(role: Role): Ability[] {
  return Object.keys(abilities)
    .filter(isAbility)
    .filter(ability => mayActAs(role, abilities[ability]))
}

export const limits = {
  clipperCodeMs: 600_000,
  passwordMinCharacters: 10,
  passwordMaxCharacters: 256,
  preferencesMaxBytes: 8_192,
  recoveryCodes: 10,
  passkeysPerUser: 20,
  tokensPerUser: 50,
  challengeAttempts: 5,
  invitationMs: 7 * dayMs,
  resetLinkMs: dayMs,
  setupCodeMs: 7 * dayMs,
  challengeMs: 5 * minuteMs,
  singleSignOnMs: 10 * minuteMs,
  sessionIdleMs: 14 * dayMs,
  sessionMaxMs: 90 * dayMs,
  sessionTouchMs: 5 * minuteMs,
  /** Without a password to ask for, a change of one's security needs a sign-in this fresh. */
  freshSignInMs: 15 * minuteMs,
  attemptWindowMs: 15 * minuteMs,
  attemptsPerAccount: 10,
  attemptsPerAddress: 50,
  attemptsKeptMs: hourMs,
} as const

/** When a session used at `now` ends: it slides, but not past its longest life. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + limits.sessionIdleMs, createdAt.getTime() + limits.sessionMaxMs))
}

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple' | 'contains-name'

const tooCommon = /^(?:p[a@]ssw[o0]rd|qwert[yz]|letmein|welcome|iloveyou|admin|kith|123456|abcdef|111111)[\W\d_]*$/i

/** Length is what counts; beyond that only what anyone would try first is turned down. */
export function judgePassword(password: string, of: { email: string; name: string }): PasswordProblem | undefined {
  const characters = [...password]
  if (characters.length < limits.passwordMinCharacters) return 'too-short'
  if (characters.length > limits.passwordMaxCharacters) return 'too-long'
  if (new Set(characters).size < 5 || tooCommon.test(password)) return 'too-simple'
  const folded = password.toLowerCase()
  const own = [of.email, of.email.split('@')[0] ?? '', ...of.name.split(/\s+/)].map(part => part.toLowerCase())
  const rest = own.filter(part => part.length >= 4).reduce((left, part) => left.replaceAll(part, ''), folded)
  return [...rest].length < 6 ? 'contains-name' : undefined
}

export type TeamProblem = 'owners-only' | 'last-owner' | 'not-yourself'

/** May `by` give `target` the role `to` (or, with `disabled`, take the access away)? `otherOwners` are owners besides the target who can sign in. */
export function judgeTeamChange(change: {
  by: Role
  self: boolean
  target: Role
  to: Role | 'disabled'
  otherOwners: number
}): TeamProblem | undefined {
  const { by, self, target, to, otherOwners } = change
  if ((target === 'owner' || to === 'owner') && by !== 'owner') return 'owners-only'
  if (self && to === 'disabled') return 'not-yourself'
  if (target === 'owner' && to !== 'owner' && otherOwners === 0) return 'last-owner'
  return undefined
}

/** The roles that `by` may give away. */
export function rolesToGive(by: Role): Role[] {
  return roles.filter(role => (role === 'owner' ? by === 'owner' : mayActAs(by, 'admin')))
}

const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: readonly [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

/** "Firefox, Linux" from a User-Agent, so that people recognise their own sessions. */
export function deviceName(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  return [browser, system].filter(part => part !== undefined).join(', ') || 'Unknown device'
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** As typed, without the space around it; compared without case. */
export const cleanEmail = (email: string): string => email.trim()
export const foldEmail = (email: string): string => cleanEmail(email).toLowerCase()
