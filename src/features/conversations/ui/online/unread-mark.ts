import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { countsQuery } from '../queries.ts'

const mark = /^\(@?\d+\) /

/** The number of unread conversations, with an @ where a room speaks of us, before the title and on the icon of the tab. */
export function useUnreadMark(): void {
  const { data } = useQuery(countsQuery)
  const unread = data?.unread ?? 0
  const named = (data?.mentions ?? 0) > 0 ? '@' : ''
  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(mark, '')
      const wanted = unread > 0 ? `(${named}${unread}) ${plain}` : plain
      if (document.title !== wanted) document.title = wanted
    }
    show()
    // Pages set their own title; the number comes back before it.
    const watch = new MutationObserver(show)
    const title = document.querySelector('title')
    if (title) watch.observe(title, { childList: true })
    return () => watch.disconnect()
  }, [unread, named])
  const some = unread > 0
  const figure = unread > 9 ? '9+' : String(unread)
  useEffect(() => {
    let current = true
    const link = document.querySelector<HTMLLinkElement>('link[rel~=icon]')
    if (!link) return
    if (!some) {
      link.href = '/kith.svg'
      return
    }
    void numbered(figure).then(address => {
      if (current && address !== undefined) link.href = address
    })
    return () => {
      current = false
    }
  }, [some, figure])
}

const sizePx = 64
/** Seen on light and dark tabs alike. */
const dotColour = '#b94739'

async function numbered(figure: string): Promise<string | undefined> {
  const image = new Image(sizePx, sizePx)
  image.src = '/kith.svg'
  try {
    await image.decode()
  } catch {
    return undefined
  }
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = sizePx
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.drawImage(image, 0, 0, sizePx, sizePx)
  pen.fillStyle = dotColour
  pen.beginPath()
  pen.arc(sizePx - 20, 20, 20, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = '#ffffff'
  pen.font = `650 ${figure.length > 1 ? 22 : 28}px system-ui`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(figure, sizePx - 20, 22)
  return canvas.toDataURL('image/png')
}
