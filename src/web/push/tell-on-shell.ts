import type { Shell } from '../ui/shell.ts'

/** What `register` and `add` of a page's offer say; at a start nothing is offered. */
type Offer = { readonly register: string; readonly add: readonly string[] }

/** How the app may show messages: a person was not asked yet, or said so. */
export async function mayShow(shell: Shell): Promise<'granted' | 'denied' | 'prompt'> {
  const { receive } = (await shell.nativePromise('PushNotifications', 'checkPermissions')) as { receive: string } // safe: the plugin's answer
  return receive === 'granted' || receive === 'denied' ? receive : 'prompt'
}

/** Asks the phone for the app's address, and tells it to the server, for who is signed in. Asks the person where that was not done. */
export async function tellOnShell(shell: Shell, { register, add }: Offer): Promise<'on' | 'denied' | 'failed'> {
  try {
    const { receive } = (await shell.nativePromise('PushNotifications', 'requestPermissions')) as { receive: string } // safe: as above
    if (receive !== 'granted') return 'denied'
    const way = shell.getPlatform() === 'ios' ? 'apns' : 'fcm'
    const answer = await fetch(register, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ way, address: await addressOf(shell), add }),
    })
    return answer.ok ? 'on' : 'failed'
  } catch {
    return 'failed'
  }
}

/** The service of the phone's maker gives it; without Google's on the phone, or its keys in the app, it gives none. */
function addressOf(shell: Shell): Promise<string> {
  return new Promise((done, fail) => {
    shell.addListener('PushNotifications', 'registration', (token) => done((token as { value: string }).value)) // safe: the plugin's event
    shell.addListener('PushNotifications', 'registrationError', fail)
    shell.nativePromise('PushNotifications', 'register').catch(fail)
  })
}
