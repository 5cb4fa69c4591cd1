import { newId } from '#kernel/ids.ts'
import { getBrowser } from './browser.ts'
import { readPage, type SeenPage } from './read-page.ts'
import { clip, type Known, look, originOf, type Pairing, pair, Refused, sent } from './server.ts'
import { field, make } from './view.ts'
import { say } from './words.ts'
import './popup.css'

const browser = getBrowser()
const main = document.querySelector('main') ?? document.body
const status = make('p', { role: 'status', class: 'status' })

function show(...parts: (Node | string | undefined)[]): void {
  main.replaceChildren(...parts.filter(part => part !== undefined), status)
}

const tell = (words: string, tone: 'ok' | 'bad' = 'ok') => {
  status.className = `status ${tone}`
  status.textContent = words
}

/** One press at a time; what the server refuses is said in its words. */
async function doing(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  button.disabled = true
  try {
    await work()
  } catch (error) {
    if (error instanceof Refused && error.gone) return unpaired(say('pairing-gone'))
    tell(error instanceof Refused ? error.message : say('no-answer'), 'bad')
  } finally {
    button.disabled = false
  }
}

async function findPairing(): Promise<Pairing | undefined> {
  const { server, token } = await browser.storage.local.get(['server', 'token'])
  return typeof server === 'string' && typeof token === 'string' ? { server, token } : undefined
}

/** The page behind the popup; in a window of its own the address says which. */
async function findTab(): Promise<number | undefined> {
  const asked = new URLSearchParams(location.search).get('tab')
  if (asked) return Number(asked)
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id
}

async function readTab(): Promise<SeenPage | undefined> {
  const tabId = await findTab()
  if (tabId === undefined) return undefined
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: readPage })
    return answer?.result && /^https?:/.test(answer.result.url) ? answer.result : undefined
  } catch {
    // Pages of the browser itself and of its shop let nobody in.
    return undefined
  }
}

async function unpaired(why?: string): Promise<void> {
  const { server } = await browser.storage.local.get(['server'])
  await browser.storage.local.remove(['token'])
  const address = make('input', {
    type: 'url',
    required: true,
    placeholder: 'https://kith.example.org',
    value: typeof server === 'string' ? server : '',
  })
  const code = make('input', {
    type: 'text',
    required: true,
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '20',
  })
  const button = make('button', { type: 'submit', class: 'next' }, say('pair'))
  const form = make('form', {}, field(say('address'), address), field(say('code'), code), button)
  form.addEventListener('submit', event => {
    event.preventDefault()
    void doing(button, async () => {
      const origin = originOf(address.value)
      if (!origin) return tell(say('no-address'), 'bad')
      await browser.storage.local.set({ server: origin })
      // Asked for in the press itself, or the browser refuses to ask.
      if (!(await browser.permissions.request({ origins: [`${origin}/*`] }))) return tell(say('not-allowed'), 'bad')
      const pairing = await pair(origin, code.value, /firefox/i.test(navigator.userAgent) ? 'Firefox' : 'Chromium')
      await browser.storage.local.set(pairing)
      await start()
    })
  })
  show(make('h1', {}, say('pair-title')), make('p', {}, say('pair-words')), form)
  if (why) tell(why, 'bad')
}

function standing({ person }: Known, server: string): HTMLElement {
  if (!person) return make('h1', {}, say('unknown'))
  const step = person.nextStep
  return make(
    'div',
    { class: 'stands' },
    make(
      'h1',
      {},
      make('a', { href: `${server}/people/${person.id}`, target: '_blank', rel: 'noreferrer' }, person.name),
    ),
    make('p', {}, say('stage', { stage: say(`stage.${person.stage}`) })),
    person.doNotContact
      ? make('p', { class: 'block' }, say('do-not-contact'))
      : step
        ? make('p', { class: 'step' }, say('next', { step: say(`step.${step.id}`) }))
        : undefined,
  )
}

async function paired(pairing: Pairing, page: SeenPage, known: Known, told?: string): Promise<void> {
  const { person, tool } = known
  const take = (selection?: string) => async () => {
    const { url, title, html } = page
    const done = await clip(pairing, { url, title, html, ...(selection && { selection }) })
    const words = done.isNew ? 'clipped-new' : selection ? 'clipped-selection' : 'clipped-known'
    await paired(pairing, page, done, say(words, { name: done.person?.name ?? '' }))
  }
  const profile = make('button', { class: person ? '' : 'next' }, say(person ? 'clip-again' : 'clip'))
  profile.addEventListener('click', () => void doing(profile, take()))
  const marked = make('button', {}, say('clip-selection'))
  marked.addEventListener('click', () => void doing(marked, take(page.selection)))
  show(
    standing(known, pairing.server),
    make('div', { class: 'line' }, profile, page.selection === '' ? undefined : marked),
    person && tool ? sentForm(pairing, page, known, person.id, tool) : undefined,
  )
  tell(told ?? '')
}

/** "I sent it": for what was written by hand in the tool's own page. */
function sentForm(pairing: Pairing, page: SeenPage, known: Known, person: string, tool: string): HTMLElement {
  const text = make('textarea', { rows: '3', required: true, maxlength: '20000' })
  text.value = page.selection
  const action = make(
    'select',
    {},
    ...(['message', 'invite', 'comment'] as const).map(value => make('option', { value }, say(`sent-${value}`))),
  )
  const button = make('button', { type: 'submit' }, say('i-sent-it'))
  const advice = make('div', { class: 'advice' })
  const form = make('form', {}, field(say('sent-what'), action), field(say('sent-text'), text), advice, button)
  const note = async (already: boolean) => {
    const surface = action.value === 'comment' ? 'public' : 'direct'
    const message = { id: newId<'Message'>(), person, tool, surface, action: action.value, text: text.value }
    await sent(pairing, { ...message, ...(already && { sentAlready: true }) })
    const words = already ? 'noted-against' : 'noted'
    await paired(pairing, page, await look(pairing, page.url), say(words, { name: known.person?.name ?? '' }))
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    void doing(button, async () => {
      try {
        await note(false)
      } catch (error) {
        if (!(error instanceof Refused) || error.against.length === 0) throw error
        const already = make('button', { type: 'button' }, say('sent-already'))
        already.addEventListener('click', () => void doing(already, () => note(true)))
        advice.replaceChildren(
          make('p', {}, say('against')),
          make('ul', {}, ...error.against.map(words => make('li', {}, words))),
          make('p', {}, say('against-words')),
          already,
        )
        tell('')
      }
    })
  })
  // Other words are another message.
  form.addEventListener('input', () => advice.replaceChildren())
  return make('details', {}, make('summary', {}, say('sent-title')), form)
}

async function start(): Promise<void> {
  const pairing = await findPairing()
  if (!pairing) return unpaired()
  const page = await readTab()
  if (!page) return show(make('h1', {}, say('no-page')))
  try {
    await paired(pairing, page, await look(pairing, page.url))
  } catch (error) {
    if (error instanceof Refused && error.gone) return unpaired(say('pairing-gone'))
    const again = make('button', { class: 'next' }, say('again'))
    again.addEventListener('click', () => void start())
    show(make('h1', {}, say('not-reached', { server: pairing.server })), again)
    tell(error instanceof Refused ? error.message : say('no-answer'), 'bad')
  }
}

document.documentElement.lang = /^de\b/i.test(navigator.language) ? 'de' : 'en'
document.title = say('name')
void start()
