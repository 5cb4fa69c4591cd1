import type { Cursor } from '../cursor.ts'
import type { XmppStream } from '../stream/stream.ts'
import type { roomBook } from './book.ts'
import { type bookmarkNews, readBookmarks } from './bookmarks.ts'

/** What our other programs do with their rooms is done here, too. */
export function bookmarkFollower(given: {
  rooms: ReturnType<typeof roomBook>
  cursor(): Cursor
  defaultNick: string
  ready(): boolean
  entered(): void
}) {
  const { rooms, cursor, defaultNick, ready, entered } = given
  return {
    async open(stream: XmppStream): Promise<void> {
      for (const bookmark of await readBookmarks(stream)) rooms.bookmarks.set(bookmark.room, bookmark)
      for (const { room, nick, autojoin } of rooms.bookmarks.values())
        if (autojoin && ready() && !cursor().rooms[room]) await rooms.enter(room, nick ?? defaultNick).then(entered)
    },
    changed(news: NonNullable<ReturnType<typeof bookmarkNews>>): void {
      const gone = [...news.removed, ...news.changed.filter(each => !each.autojoin).map(each => each.room)]
      for (const room of news.removed) rooms.bookmarks.delete(room)
      for (const bookmark of news.changed) rooms.bookmarks.set(bookmark.room, bookmark)
      for (const room of gone) if (cursor().rooms[room]) rooms.leave(room)
      for (const { room, nick, autojoin } of news.changed)
        if (autojoin && !cursor().rooms[room]) void rooms.enter(room, nick ?? defaultNick).then(entered)
    },
  }
}
