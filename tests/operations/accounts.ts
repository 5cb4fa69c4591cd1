import { generateSync } from 'otplib'
import { softwarePasskey } from '#tests/servers/passkey.ts'
import { bytes, done, first, picture, take } from './client.ts'
import { cookieOf, type On } from './ground.ts'

const codeFrom = (link: string) => new URL(link).hash.slice(1)
const challengeIn = (options: unknown) => String(Reflect.get(Object(options), 'challenge'))

/** Who is in the team, and how they sign in. Ben stays, as a recruiter. */
export async function callAccounts(on: On) {
  const { api, session, stranger } = on
  await done(api.PATCH('/api/v1/workspace', { body: { name: 'Night jobs' } }))
  const me = await take(api.GET('/api/v1/me'))
  await take(api.PATCH('/api/v1/me', { body: { about: 'Six winters on a ward.', preferences: me.user.preferences } }))

  const invited = await take(
    session.POST('/api/v1/team/invitations', { body: { email: 'ben@kith.example', role: 'recruiter' } }),
  )
  const code = codeFrom(invited.link)
  await take(stranger.POST('/api/v1/invitations/read', { body: { code } }))
  const ben = { email: 'ben@kith.example', password: 'a quiet harbour bell' }
  await take(
    stranger.POST('/api/v1/invitations/accept', { body: { code, name: 'Ben', password: ben.password, locale: 'de' } }),
  )
  const spare = await take(
    session.POST('/api/v1/team/invitations', { body: { email: 'kim@kith.example', role: 'viewer' } }),
  )
  await done(api.DELETE('/api/v1/team/invitations/{invitation}', { params: { path: { invitation: spare.id } } }))
  const { members } = await take(api.GET('/api/v1/team'))
  const user = first(
    members.filter(each => each.email === ben.email),
    'Ben',
  ).id
  const path = { user }
  await done(api.PATCH('/api/v1/team/{user}', { params: { path }, body: { role: 'admin' } }))
  await done(api.POST('/api/v1/team/{user}/disable', { params: { path } }))
  await done(api.POST('/api/v1/team/{user}/enable', { params: { path } }))
  const reset = await take(session.POST('/api/v1/team/{user}/reset-link', { params: { path } }))
  await done(
    stranger.POST('/api/v1/sign-in/new-password', { body: { code: codeFrom(reset.link), password: ben.password } }),
  )
  const asBen = await on.signIn(ben)

  await callSecondStep(on, asBen, ben)
  await callPasskeys(on, asBen, ben.password)
  await done(
    asBen.PUT('/api/v1/me/password', { body: { password: ben.password, newPassword: 'a louder harbour bell' } }),
  )
  const again = { ...ben, password: 'a louder harbour bell' }
  const here = await on.signIn(again)
  await on.signIn(again)
  const { sessions } = await take(here.GET('/api/v1/me/sessions'))
  const other = first(
    sessions.filter(each => !each.current),
    'other session',
  )
  await done(here.DELETE('/api/v1/me/sessions/{session}', { params: { path: { session: other.id } } }))
  await take(here.POST('/api/v1/me/sessions/revoke-others'))
  await done(here.POST('/api/v1/sign-out'))

  const spareToken = await take(session.POST('/api/v1/me/tokens', { body: { name: 'For a while', scope: 'read' } }))
  await take(api.GET('/api/v1/me/tokens'))
  await done(api.DELETE('/api/v1/me/tokens/{token}', { params: { path: { token: spareToken.id } } }))
  const ofTeam = await take(
    session.POST('/api/v1/team/tokens', { body: { name: 'Payroll', role: 'viewer', scope: 'read' } }),
  )
  await take(api.GET('/api/v1/team/tokens'))
  await done(api.DELETE('/api/v1/team/tokens/{token}', { params: { path: { token: ofTeam.id } } }))
  const pairing = await take(session.POST('/api/v1/me/clipper-code'))
  const paired = await take(stranger.POST('/api/v1/clipper/pair', { body: { code: pairing.code, browser: 'Firefox' } }))
  const clipper = on.clientAs({ token: paired.token })
  const page = 'https://rui.example/'
  const card = '<p class="h-card"><a class="p-name u-url" href="https://rui.example/">Rui Alves</a></p>'
  const html = `<html><head><title>Rui Alves</title></head><body>${card}</body></html>`
  await take(clipper.POST('/api/v1/clips', { body: { url: page, title: 'Rui Alves', html } }))
  await take(clipper.POST('/api/v1/clips/look', { body: { url: page } }))
  await take(api.GET('/api/v1/audit', { params: { query: { limit: 10 } } }))
  await callPlaybooks(on)
  return { ben: user, benSignsIn: again }
}

async function callSecondStep(on: On, asBen: On['api'], ben: { email: string; password: string }) {
  const { stranger } = on
  const { password } = ben
  const { secret } = await take(asBen.POST('/api/v1/me/second-step', { body: { password } }))
  await take(asBen.POST('/api/v1/me/second-step/confirm', { body: { code: generateSync({ secret }) } }))
  const { recoveryCodes } = await take(asBen.POST('/api/v1/me/recovery-codes', { body: { password } }))
  const asked = await take(stranger.POST('/api/v1/sign-in', { body: ben }))
  const challenge = asked.challenge ?? ''
  const code = first(recoveryCodes, 'recovery code')
  const answer = await done(stranger.POST('/api/v1/sign-in/second-step', { body: { challenge, code } }))
  await done(on.clientAs({ cookie: cookieOf(answer) }).POST('/api/v1/me/second-step/off', { body: { password } }))
}

async function callPasskeys(on: On, asBen: On['api'], password: string) {
  const { stranger, url } = on
  const key = softwarePasskey({ origin: new URL(url).origin, rpId: new URL(url).hostname })
  const offer = await take(asBen.POST('/api/v1/me/passkeys/options', { body: { password } }))
  const made = { ...key.register(challengeIn(offer.options), ''), type: 'public-key' as const }
  await take(
    asBen.POST('/api/v1/me/passkeys', { body: { challenge: offer.challenge, name: 'Laptop', response: made } }),
  )
  const begun = await take(stranger.POST('/api/v1/sign-in/passkey/options'))
  const shown = { ...key.assert(challengeIn(begun.options)), type: 'public-key' as const }
  await take(stranger.POST('/api/v1/sign-in/passkey', { body: { challenge: begun.challenge, response: shown } }))
  const { passkeys } = await take(asBen.GET('/api/v1/me/passkeys'))
  const passkey = first(passkeys, 'passkey').id
  await done(asBen.POST('/api/v1/me/passkeys/{passkey}/remove', { params: { path: { passkey } }, body: { password } }))
}

async function callPlaybooks({ api }: On) {
  const tool = 'irc' as const
  await take(api.GET('/api/v1/playbooks'))
  await take(
    api.PUT('/api/v1/playbooks/{tool}/parts/{part}', {
      params: { path: { tool, part: 'for' } },
      body: { value: { kind: 'text', text: 'For the night: who is awake is here.' }, before: null },
    }),
  )
  await take(api.GET('/api/v1/playbooks/{tool}/history', { params: { path: { tool } } }))
  await take(
    api.PUT('/api/v1/playbooks/{tool}/checklist/{item}', {
      params: { path: { tool, item: 'listen' } },
      body: { done: true },
    }),
  )
  await take(
    api.PUT('/api/v1/playbooks/{tool}/hints/{hint}', {
      params: { path: { tool, hint: 'too-long' } },
      body: { quiet: true },
    }),
  )
  await take(
    api.PUT('/api/v1/me/own-profiles/{place}', {
      params: { path: { place: 'linkedin' } },
      body: { fields: { headline: 'I find nurses who like the night' }, checked: true },
    }),
  )
  const kept = await take(api.PUT('/api/v1/me/own-picture', { body: picture, ...bytes }))
  await take(api.GET('/api/v1/me/own-profiles'))
  await done(
    api.GET('/api/v1/me/own-pictures/{id}', { params: { path: { id: kept.id } }, parseAs: 'arrayBuffer' as const }),
  )
  await take(api.DELETE('/api/v1/me/own-picture'))
}
