import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'blog',
  pages: [
    {
      path: '/posts',
      load: async () => (await import('./PostsPage.tsx')).PostsPage,
      rail: { group: 'pull', order: 11.5, icon: 'blog', label: 'rail', under: '/pages' },
    },
    { path: '/posts/$postId', load: async () => (await import('./PostPage.tsx')).PostPage },
  ],
  live: { 'posts.changed': () => [['posts']] },
})
