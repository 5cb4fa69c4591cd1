// Runs before the first paint, so a chosen theme never flashes. Kept apart from the bundle: the page allows no inline script.
;(() => {
  try {
    const { theme, density, language } = JSON.parse(localStorage.getItem('kith.preferences') || '{}')
    const root = document.documentElement
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    if (density) root.dataset.density = density
    if (language) root.lang = language
  } catch {
    // Nothing stored, or storage is off: the system's theme stands.
  }
})()
