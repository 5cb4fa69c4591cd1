import './design/base.css'
import './design/tokens.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import './design/mantine.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/queries.ts'
import { DesignProvider } from './design/DesignProvider.tsx'
import { startI18n } from './i18n/i18n.ts'
import { noteFocus } from './keyboard/regions.ts'
import { handleKeydown } from './keyboard/registry.ts'
import { Announcer, announce } from './kit/Announcer.tsx'
import { applyAppearance } from './preferences.ts'
import { router } from './router.tsx'

applyAppearance()
await startI18n()
window.addEventListener('keydown', handleKeydown)
window.addEventListener('focusin', event => noteFocus(event.target))

// A new screen is announced by its title; focus that was left on nothing, or in the rail, goes to the screen.
router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
  if (!pathChanged || !fromLocation) return
  requestAnimationFrame(() => {
    announce(document.title)
    const now = document.activeElement
    if (now === document.body || now?.closest('[data-region=rail]')) document.getElementById('main')?.focus()
  })
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <DesignProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Announcer />
      </QueryClientProvider>
    </DesignProvider>
  </StrictMode>,
)
