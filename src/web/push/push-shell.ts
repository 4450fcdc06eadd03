import { shellHere } from '../ui/shell.ts'
import type { PushSettings } from './push-settings.ts'
import { mayShow, tellOnShell } from './tell-on-shell.ts'

type Parts = {
  readonly button: HTMLButtonElement
  readonly offer: HTMLElement | null
  readonly say: (words: string) => void
}

/** The switch of a page in an app from a store. Who let the app before and has signed in anew is not asked again. */
export async function offerInShell(settings: PushSettings, { button, offer, say }: Parts): Promise<void> {
  const shell = shellHere()
  const may = await mayShow(shell)
  if (may === 'granted' && (settings.knownBy !== null || (await tellOnShell(shell, { ...settings, add: [] })) === 'on'))
    return
  if (offer) offer.hidden = may === 'denied'
  say('')
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    const done = await tellOnShell(shell, settings)
    button.disabled = false
    button.hidden = done === 'on'
    say(settings.words[done])
  })
}
