import { dayMs } from '#kernel/clock.ts'

export const linkLifeMs = 7 * dayMs
export const tokenPattern = /^[\w-]{43}$/
