import type { PasswordProblem, TeamProblem } from '#features/accounts/model.ts'
import { limits } from '#features/accounts/model.ts'

/** What HTTP may answer, with what the person needs to know. */
export type AccountRefusal =
  | { code: 'setup-link-used' }
  | { code: 'wrong-credentials' }
  | { code: 'wrong-password' }
  | { code: 'wrong-code' }
  | { code: 'too-many-attempts'; retryAfterMs: number }
  | { code: 'challenge-over' }
  | { code: 'sign-in-again' }
  | { code: 'needs-session' }
  | { code: 'weak-password'; problem: PasswordProblem }
  | { code: 'email-taken' }
  | { code: 'not-an-email' }
  | { code: 'unknown-time-zone' }
  | { code: 'unknown-locale' }
  | { code: 'preferences-too-large' }
  | { code: 'link-over' }
  | { code: 'no-such-member' }
  | { code: 'no-such-session' }
  | { code: 'no-such-token' }
  | { code: 'no-such-passkey' }
  | { code: 'no-such-invitation' }
  | { code: 'team'; problem: TeamProblem }
  | { code: 'second-step-on' }
  | { code: 'second-step-off' }
  | { code: 'passkey-refused' }
  | { code: 'passkey-known' }
  | { code: 'too-many'; what: 'passkeys' | 'tokens' }
  | { code: 'last-way-in' }
  | { code: 'single-sign-on-off' }
  | { code: 'single-sign-on-failed' }
  | { code: 'single-sign-on-unknown' }
  | { code: 'ends-in-the-past' }
  | { code: 'pairing-code-over' }

/** What only the command line may be told. */
export type AddUserRefusal =
  | { code: 'first-is-owner' }
  | { code: 'which-workspace'; names: readonly string[] }
  | { code: 'no-such-workspace'; names: readonly string[] }

export const statusOf = {
  'setup-link-used': 410,
  'wrong-credentials': 401,
  'wrong-password': 403,
  'wrong-code': 403,
  'too-many-attempts': 429,
  'challenge-over': 410,
  'sign-in-again': 403,
  'needs-session': 403,
  'weak-password': 422,
  'email-taken': 409,
  'not-an-email': 422,
  'unknown-time-zone': 422,
  'unknown-locale': 422,
  'preferences-too-large': 413,
  'link-over': 410,
  'pairing-code-over': 410,
  'no-such-member': 404,
  'no-such-session': 404,
  'no-such-token': 404,
  'no-such-passkey': 404,
  'no-such-invitation': 404,
  team: 409,
  'second-step-on': 409,
  'second-step-off': 409,
  'passkey-refused': 403,
  'passkey-known': 409,
  'too-many': 409,
  'last-way-in': 409,
  'single-sign-on-off': 404,
  'single-sign-on-failed': 403,
  'single-sign-on-unknown': 403,
  'ends-in-the-past': 422,
} as const satisfies Record<AccountRefusal['code'], number>

const passwordWords: Readonly<Record<PasswordProblem, string>> = {
  'too-short': `Use at least ${limits.passwordMinCharacters} characters. Four unrelated words make a good password.`,
  'too-long': `Use at most ${limits.passwordMaxCharacters} characters.`,
  'too-simple': 'This password is one of the first that anyone would try. Four unrelated words make a good one.',
  'contains-name': 'Your name or e-mail makes up most of this password. Four unrelated words make a good one.',
}

const teamWords: Readonly<Record<TeamProblem, string>> = {
  'owners-only': 'Only an owner can give, change or take the role owner.',
  'last-owner': 'A team needs an owner who can sign in. Make someone else owner first.',
  'not-yourself': 'You can’t disable yourself. Ask another admin or owner.',
}

const waitWords = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000)
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`
}

/** One plain sentence or two: what happened, what to do. */
export function inWords(refusal: AccountRefusal | AddUserRefusal): string {
  switch (refusal.code) {
    case 'setup-link-used':
      return 'This link was used. Run `npm start` for a new one.'
    case 'wrong-credentials':
      return 'E-mail and password don’t fit together. Check both and try again.'
    case 'wrong-password':
      return 'This is not your current password.'
    case 'wrong-code':
      return 'This code is not right, or was used before. Take the newest one your app shows.'
    case 'too-many-attempts':
      return `There were too many tries. Wait ${waitWords(refusal.retryAfterMs)}, then try again.`
    case 'challenge-over':
      return 'This step took too long or was done before. Start again.'
    case 'sign-in-again':
      return 'This changes how you sign in. Sign out, sign in again, and do it within 15 minutes.'
    case 'needs-session':
      return 'An API token can’t do this. Sign in with the browser.'
    case 'weak-password':
      return passwordWords[refusal.problem]
    case 'email-taken':
      return 'Someone in this team has this e-mail address already.'
    case 'not-an-email':
      return 'This is no e-mail address. Write it like name@example.org.'
    case 'unknown-time-zone':
      return 'This time zone is not known. Write it like Europe/Berlin.'
    case 'unknown-locale':
      return 'This language is not known. Write it like en or de-AT.'
    case 'preferences-too-large':
      return `Preferences may take up ${limits.preferencesMaxBytes} bytes. Keep less in them.`
    case 'link-over':
      return 'This link was used, taken back or is too old. Ask for a new one.'
    case 'pairing-code-over':
      return 'This code was used, replaced or is older than ten minutes. Make a new one under Settings, Clipper.'
    case 'no-such-member':
      return 'Nobody in this team has this id.'
    case 'no-such-session':
      return 'This session has ended already.'
    case 'no-such-token':
      return 'This API token was removed already.'
    case 'no-such-passkey':
      return 'This passkey was removed already.'
    case 'no-such-invitation':
      return 'This invitation was accepted or taken back already.'
    case 'team':
      return teamWords[refusal.problem]
    case 'second-step-on':
      return 'The second step is on already. Switch it off first to use another app.'
    case 'second-step-off':
      return 'The second step is off. Switch it on first.'
    case 'passkey-refused':
      return 'This passkey was not accepted. Try again, or sign in another way.'
    case 'passkey-known':
      return 'This passkey is known already.'
    case 'too-many':
      return `You have as many ${refusal.what} as Kith keeps. Remove one first.`
    case 'last-way-in':
      return 'This is your only way to sign in. Set a password first.'
    case 'single-sign-on-off':
      return 'Single sign-on is not set up on this server.'
    case 'single-sign-on-failed':
      return 'Your identity provider did not confirm the sign-in. Try again.'
    case 'single-sign-on-unknown':
      return 'Nobody here has this e-mail address. Ask for an invitation first.'
    case 'ends-in-the-past':
      return 'The end lies in the past. Choose a later day.'
    case 'first-is-owner':
      return 'There is no team yet, so the first user becomes its owner. Leave --role away, or say owner.'
    case 'which-workspace':
      return `There are several teams: ${refusal.names.join(', ')}. Choose one with --workspace.`
    case 'no-such-workspace':
      return `There is no team of this name. There ${refusal.names.length === 1 ? 'is' : 'are'}: ${refusal.names.join(', ')}.`
  }
}
