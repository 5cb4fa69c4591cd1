const focusable =
  'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

const lastIn = new WeakMap<HTMLElement, HTMLElement>()
const trail: HTMLElement[] = []

const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true })

function regions(only: readonly string[] | undefined): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    element => isShown(element) && (!only || only.includes(element.dataset.region ?? '')),
  )
}

/** Remembers where the reader was in each region, so going back lands there. */
export function noteFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const home = target.closest<HTMLElement>('[data-region]')
  if (home && home !== target) lastIn.set(home, target)
}

function enter(region: HTMLElement): void {
  const last = lastIn.get(region)
  const first =
    region.querySelector<HTMLElement>('[role=row][tabindex="0"], [role=grid] [tabindex="0"]') ??
    [...region.querySelectorAll<HTMLElement>(focusable)].find(isShown)
  const target = last?.isConnected && isShown(last) ? last : (first ?? region)
  if (target === region && !region.hasAttribute('tabindex')) region.tabIndex = -1
  target.focus()
  target.scrollIntoView({ block: 'nearest' })
}

/** F6 walks all regions, `[` and `]` only the panes. */
export function moveRegion(step: 1 | -1, only?: readonly string[]): boolean {
  const all = regions(only)
  if (all.length === 0) return false
  const from = document.activeElement
  const at = all.findIndex(region => region.contains(from))
  if (from instanceof HTMLElement && from !== document.body) trail.push(from)
  if (trail.length > 20) trail.shift()
  const target = all[at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length]
  if (target) enter(target)
  return true
}

/** Leaves the place a component moves focus away from, so `Esc` can come back to it. */
export function rememberFocus(): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
    trail.push(document.activeElement)
}

/** `Esc`: back to where the reader came from; out of a field when there is no way back. */
export function returnFocus(): boolean {
  const now = document.activeElement
  while (trail.length > 0) {
    const back = trail.pop()
    if (back?.isConnected && back !== now && isShown(back)) {
      back.focus()
      return true
    }
  }
  if (now instanceof HTMLElement && now !== document.body) {
    const region = now.closest<HTMLElement>('[data-region]')
    if (now.matches('input, textarea, select') && region) {
      if (!region.hasAttribute('tabindex')) region.tabIndex = -1
      region.focus()
      return true
    }
  }
  return false
}

/** A page with a search of its own gets the key of search; everywhere else it opens the search of everything. */
export function focusOwnSearch(): boolean {
  const field = document.querySelector<HTMLElement>('[data-key-search]')
  if (!field?.checkVisibility()) return false
  field.focus()
  return true
}

/** The visible control that a key stands for: in the focused row first, then in the focused region, then on the page. */
export function pressControl(selector: string): boolean {
  const now = document.activeElement
  const places = [
    now?.closest('[role=row], [data-row]'),
    now?.closest('[data-region]'),
    document.querySelector('main'),
    document.body,
  ]
  for (const place of places) {
    const control = [...(place?.querySelectorAll<HTMLElement>(selector) ?? [])].find(isShown)
    if (!control) continue
    control.click()
    return true
  }
  return false
}
