export const checkIds = [
  'dkim-rsa',
  'dkim-ed25519',
  'spf',
  'dmarc',
  'aligned',
  'return-mx',
  'ptr',
  'tls',
  'one-click',
  'complaints',
  'bounces',
] as const
export type CheckId = (typeof checkIds)[number]

/** One line of the list that big providers go by. `record` is what to put into DNS; `seen` what stands there. */
export type Check = {
  id: CheckId
  state: 'ok' | 'warn' | 'fail'
  record?: { name: string; type: 'TXT' | 'MX' | 'PTR'; value: string }
  seen?: string
}

/** Above it Gmail and Yahoo begin to refuse (0.3 %); to be kept below a third of it. */
export const complaintLimits = { warn: 0.001, fail: 0.003 }
export const bounceLimits = { warn: 0.02, fail: 0.05 }
