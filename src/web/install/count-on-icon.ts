/** Writes how many things wait for the person onto the app's icon; without a connection the last number stays. */
export async function countOnIcon(): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  try {
    const answer = await fetch('/me/waiting.json')
    const { count } = (await answer.json()) as { readonly count: number } // safe: `waiting` wrote it
    if (count > 0) await navigator.setAppBadge(count)
    else await navigator.clearAppBadge()
  } catch {
    // The icon is not what a page is for.
  }
}
