import css from './bubble.css?inline'

/** Nothing is fetched or stored before somebody opens the chat. */
function start(script: HTMLScriptElement): void {
  const { origin } = new URL(script.src)
  const { chat, campaign = '', lang = '', label, bubble, identity } = script.dataset
  if (!chat) return
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  const count = document.createElement('b')
  button.type = 'button'
  button.append(label ?? 'Chat', count)
  button.ariaExpanded = 'false'
  button.hidden = bubble === 'later'
  count.hidden = true
  root.append(button)

  let frame: HTMLIFrameElement | undefined
  let opener: HTMLElement | undefined

  const tell = (kith: 'shown' | 'hidden') => frame?.contentWindow?.postMessage({ kith }, origin)

  /** Who is signed in on this page, as its own server says it: asked of it only once the chat is open. */
  const who = async (address: string) => {
    const token = await fetch(address, { credentials: 'include', cache: 'no-store' })
      .then(answer => (answer.ok ? answer.text() : ''))
      .catch(() => '')
    frame?.contentWindow?.postMessage({ kith: 'identity', token: token.trim() }, origin)
  }

  const show = (from: HTMLElement) => {
    opener = from
    if (!frame) {
      frame = document.createElement('iframe')
      frame.title = label ?? 'Chat'
      const page = campaign.startsWith('page:') ? campaign.slice(5) : ''
      const about = new URLSearchParams({
        at: location.href,
        ref: document.referrer,
        campaign,
        lang,
        id: identity ? '1' : '',
      })
      frame.src = `${origin}/chat/${chat}${page && `?page=${page}`}#${about}`
      root.append(frame)
    }
    frame.hidden = false
    button.hidden = true
    button.ariaExpanded = 'true'
    count.hidden = true
    frame.focus()
    tell('shown')
  }

  const hide = () => {
    if (!frame || frame.hidden) return
    tell('hidden')
    frame.hidden = true
    button.hidden = false
    button.ariaExpanded = 'false'
    ;(opener ?? button).focus()
  }

  button.addEventListener('click', () => show(button))
  document.addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>('[data-kith-open]')
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    show(link)
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide()
  })
  addEventListener('message', event => {
    if (!frame || event.origin !== origin || event.source !== frame.contentWindow) return
    const { kith, unread } = Object(event.data)
    if (kith === 'close') hide()
    if (kith === 'identify' && identity) void who(identity)
    if (kith === 'ready') tell(frame.hidden ? 'hidden' : 'shown')
    if (kith === 'unread') {
      count.textContent = `${unread}`
      count.hidden = !unread
    }
  })
  document.body.append(host)
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  if (document.body) start(script)
  else document.addEventListener('DOMContentLoaded', () => start(script))
}
