import { expect, test } from 'vitest'
import { newDkimKey, readDkimKey } from '#platform/mail/dkim.ts'
import { judgeSpam } from '#tests/servers/spamassassin.ts'
import { pressFor } from './render/letter.ts'
import { compileIssue } from './render/mail-html.ts'
import { newReferenceToken } from './tokens.ts'

test('SpamAssassin sees no spam in an issue as it goes out', { timeout: 120_000 }, async () => {
  const compiled = compileIssue({
    lang: 'en',
    list: 'Night jobs',
    subject: 'Three night shifts, {{name}}',
    preheader: 'What is open',
    body: 'Hello {{name}},\n\nThree crews look for somebody who likes the quiet of the night: cranes, straddle carriers and the gate. Shifts are told four weeks ahead.\n\n**[Look at them](https://jobs.example.org/nights)**\n\nOr [ask us](https://jobs.example.org/ask) first.',
    imprint: 'Harbour Recruiting, Quay 4, 20457 Hamburg',
  })
  const { privatePem } = await newDkimKey('rsa')
  const press = pressFor(compiled, {
    fromName: 'Mara at Harbour',
    fromAddress: 'mara@lists.example.org',
    replyTo: '',
    domain: 'lists.example.org',
    keys: [readDkimKey('rsa-sha256', 'kith', privatePem)],
    publicUrl: 'https://kith.example.org',
    leaveBy: reader => `bounces+leave-${reader.web}@lists.example.org`,
    listId: 'k3-night-jobs.lists.example.org',
    listName: 'Night jobs',
  })
  const key = { listKey: new Uint8Array(32) }
  const reference = { subscriber: 4_711, issue: 7 }
  const reader = {
    email: 'ana@example.net',
    name: 'Ana Ruiz',
    web: newReferenceToken(key, 'web', reference),
    back: newReferenceToken(key, 'return', reference),
  }
  const mail = await press.letter(reader, new Date(), 'kith.7.3mv@lists.example.org')
  const { score, rules } = await judgeSpam(mail)
  console.log(`SpamAssassin: ${score} (${rules})`)
  expect(score).toBeLessThanOrEqual(1)
})
