import { render } from 'preact'
import { Panel } from './Panel.tsx'
import { readPlace } from './place.ts'
import './panel.css'
import { createTalk } from './talk.ts'
import { chooseLanguage, loadWords } from './words.ts'

async function start(root: HTMLElement): Promise<void> {
  const place = readPlace(root)
  const language = chooseLanguage(place.languages)
  const words = await loadWords(language)
  // Hours and days as people write them where the visitor is: 13:00 in Leeds, 1:00 PM in Boston.
  const region = navigator.languages.find(each => each.startsWith(language)) ?? language
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  const talk = createTalk(place)
  addEventListener('message', event => {
    if (event.source !== window.parent || event.origin !== place.parentOrigin) return
    const { kith } = Object(event.data)
    if (kith !== 'shown' && kith !== 'hidden') return
    talk.shown(kith === 'shown')
    if (kith === 'shown') document.querySelector<HTMLElement>('[data-first]')?.focus()
  })
  root.replaceChildren()
  render(<Panel place={place} talk={talk} words={words} language={region} short={language} />, root)
  talk.ready()
}

const root = document.getElementById('chat')
if (root?.dataset.chat) void start(root)
