import { defineFeature } from '#web/manifest.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export const manifest = defineFeature({
  feature: 'accounts',
  pages: [
    {
      path: '/sign-in',
      frame: 'bare',
      load: async () => (await import('./SignInPage.tsx')).SignInPage,
      search: search => ({ next: text(search.next), problem: text(search.problem) }),
    },
    { path: '/set-up', frame: 'bare', load: async () => (await import('./SetUpPage.tsx')).SetUpPage },
    { path: '/invitation', frame: 'bare', load: async () => (await import('./InvitationPage.tsx')).InvitationPage },
    { path: '/new-password', frame: 'bare', load: async () => (await import('./NewPasswordPage.tsx')).NewPasswordPage },
    { path: '/welcome', frame: 'bare', load: async () => (await import('./WelcomePage.tsx')).WelcomePage },
    {
      path: '/settings',
      load: async () => (await import('./MePage.tsx')).MePage,
      rail: { group: 'back', order: 22, icon: 'settings', label: 'rail.settings', go: 'go-settings' },
    },
    {
      path: '/settings/security',
      load: async () => (await import('./SecurityPage.tsx')).SecurityPage,
      rail: { group: 'back', order: 22.1, icon: 'security', label: 'rail.security', under: '/settings' },
    },
    {
      path: '/settings/team',
      load: async () => (await import('./TeamPage.tsx')).TeamPage,
      rail: { group: 'back', order: 22.2, icon: 'team', label: 'rail.team', under: '/settings' },
    },
    {
      path: '/settings/tokens',
      load: async () => (await import('./TokensPage.tsx')).TokensPage,
      rail: { group: 'back', order: 22.8, icon: 'data', label: 'rail.tokens', under: '/settings' },
    },
    {
      path: '/settings/clipper',
      load: async () => (await import('./ClipperPage.tsx')).ClipperPage,
      rail: { group: 'back', order: 22.7, icon: 'clip', label: 'rail.clipper', under: '/settings' },
    },
    {
      path: '/settings/audit',
      load: async () => (await import('./AuditPage.tsx')).AuditPage,
      rail: { group: 'back', order: 22.9, icon: 'audit', label: 'rail.audit', under: '/settings' },
    },
  ],
})
