/** Kept on the device for good. */
const kept = 'app-language'

/**
 * An app opens with the same page on every phone: at a start, the page in the language last read is gone to, or in the
 * phone's. True when that leaves this page.
 */
export function inOwnLanguage(isStart: boolean): boolean {
  const { lang } = document.documentElement
  const wanted = isStart ? (localStorage.getItem(kept) ?? (/^(?:uk|ru)/.test(navigator.language) ? 'uk' : 'en')) : lang
  localStorage.setItem(kept, wanted)
  const other = document.querySelector<HTMLLinkElement>(`link[rel=alternate][hreflang=${wanted}]`)
  if (wanted === lang || !other) return false
  location.replace(new URL(other.href).pathname)
  return true
}
