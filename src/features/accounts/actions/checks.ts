import { cleanEmail, isLocale, isTimeZone, judgePassword } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { done, type Result, refuse } from '#kernel/result.ts'

const address = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+\.[^\s@.<>()[\]",;:\\]+$|^[^\s@]+@localhost$/

type Checked = Result<void, AccountRefusal>

export function checkPerson(person: {
  email?: string
  locale?: string | undefined
  timeZone?: string | undefined
}): Checked {
  if (person.email !== undefined && !address.test(cleanEmail(person.email))) return refuse({ code: 'not-an-email' })
  if (person.locale !== undefined && !isLocale(person.locale)) return refuse({ code: 'unknown-locale' })
  if (person.timeZone !== undefined && !isTimeZone(person.timeZone)) return refuse({ code: 'unknown-time-zone' })
  return done(undefined)
}

export function checkPassword(password: string, of: { email: string; name: string }): Checked {
  const problem = judgePassword(password, of)
  return problem ? refuse({ code: 'weak-password', problem }) : done(undefined)
}
