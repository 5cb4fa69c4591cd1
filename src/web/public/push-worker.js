// Shows what the server sends while Kith is not in front: one notification per conversation, gone when it was read.
const isInFront = (client, to) => client.focused && new URL(client.url).pathname === to

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('push', event => {
  const news = event.data?.json()
  if (!news || typeof news.tag !== 'string') return
  event.waitUntil(
    (async () => {
      if (news.kind === 'close') {
        for (const shown of await self.registration.getNotifications({ tag: news.tag })) shown.close()
        return
      }
      const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      if (windows.some(client => isInFront(client, news.to))) return
      await self.registration.showNotification(news.title, {
        body: news.body,
        tag: news.tag,
        renotify: true,
        icon: '/kith.svg',
        data: { to: news.to },
      })
    })(),
  )
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  const to = event.notification.data?.to
  if (typeof to !== 'string' || !to.startsWith('/')) return
  event.waitUntil(
    (async () => {
      const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      if (!open) return self.clients.openWindow(to)
      await open.focus()
      open.postMessage({ kind: 'open', to })
    })(),
  )
})
