/** Where the chat stands: what the server wrote into the page, and what the loader says of the page around it. */
export type Place = {
  chat: string
  campaign: string
  greeting: string
  consent: string
  state: ChatState
  /** The page that the visitor reads; undefined when the chat is a page of its own and nothing is known. */
  page: string | undefined
  /** A group chat that stands here. */
  room: { id: string; title: string } | undefined
  referrer: string | undefined
  languages: readonly string[]
  /** The site around the chat can say who its visitor is. */
  signsIn: boolean
  /** Undefined: not in a frame. */
  parentOrigin: string | undefined
}

export type ChatState = {
  who: string
  about: string
  online: boolean
  answerMinutes: number | null
  /** When the working hours begin again. */
  backAt: string | null
}

const maxAddress = 2_000

function address(text: string | null): string | undefined {
  if (!text || text.length > maxAddress || !URL.canParse(text)) return undefined
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined
}

export function readPlace(element: HTMLElement): Place {
  const { chat = '', campaign = '', greeting = '', consent = '', who = '', about = '' } = element.dataset
  const { online, minutes, back, lang = '', room, roomTitle = '' } = element.dataset
  const told = new URLSearchParams(location.hash.slice(1))
  const page = address(told.get('at'))
  const framed = window.parent !== window
  return {
    chat,
    campaign: (told.get('campaign') || campaign).slice(0, 120),
    greeting,
    consent,
    state: {
      who,
      about,
      online: online === 'true',
      answerMinutes: minutes ? Number(minutes) : null,
      backAt: back || null,
    },
    page: page ?? address(document.referrer),
    referrer: address(told.get('ref')),
    languages: [told.get('lang') ?? '', lang, ...navigator.languages].filter(wish => wish !== ''),
    room: room ? { id: room, title: roomTitle } : undefined,
    signsIn: framed && told.get('id') === '1',
    parentOrigin: framed && page ? new URL(page).origin : undefined,
  }
}
