import type { BrowserContext } from 'playwright-core'

/**
 * What a browser of late 2020 has not, in Chrome 87, Firefox 83 or Safari 14: by where it hangs, as far as pages may
 * come to use it.
 */
const young = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  Array: ['fromAsync'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  'Uint8Array.prototype': ['toBase64', 'toHex', 'setFromHex', 'setFromBase64'],
  'Object.getPrototypeOf(Uint8Array.prototype)': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  Object: ['hasOwn', 'groupBy'],
  'Map.prototype': ['getOrInsert', 'getOrInsertComputed'],
  Map: ['groupBy'],
  'Set.prototype': ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  Promise: ['withResolvers', 'try'],
  URL: ['canParse', 'parse'],
  AbortSignal: ['timeout', 'any', 'abort'],
  'AbortSignal.prototype': ['throwIfAborted', 'reason'],
  crypto: ['randomUUID'],
  'Crypto.prototype': ['randomUUID'],
  'Element.prototype': ['checkVisibility', 'moveBefore', 'setHTML'],
  'HTMLElement.prototype': ['inert', 'showPopover', 'togglePopover', 'hidePopover'],
  'HTMLFormElement.prototype': ['requestSubmit'],
  'HTMLDialogElement.prototype': ['show', 'showModal'],
  'SubmitEvent.prototype': ['submitter'],
  'Navigator.prototype': ['locks', 'share', 'canShare', 'permissions', 'userAgentData', 'connection', 'setAppBadge'],
  'StorageManager.prototype': ['estimate', 'getDirectory'],
  'ReadableStream.prototype': [Symbol.asyncIterator],
  'Intl.DateTimeFormat.prototype': ['formatRange'],
  window: [
    'structuredClone',
    'createImageBitmap',
    'requestIdleCallback',
    'BroadcastChannel',
    'CompressionStream',
    'DecompressionStream',
    'HTMLDialogElement',
    'Iterator',
    'Navigation',
    'navigation',
    'OffscreenCanvas',
    'scheduler',
    'Temporal',
    'URLPattern',
    'VideoDecoder',
    'VideoEncoder',
    'WeakRef',
    'FinalizationRegistry',
  ],
} as const

/** Takes from every page of a context what came after 2020: of its scripts' world and of its styles. */
export async function asIn2020(context: BrowserContext): Promise<void> {
  const gone = Object.entries(young).flatMap(([from, names]) =>
    names.map((name) => `delete (${from})[${typeof name === 'symbol' ? name.description : JSON.stringify(name)}]`),
  )
  await context.addInitScript(gone.map((line) => `try { ${line} } catch {}`).join('\n'))
  await context.route('**/assets/*.css', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: cssAsIn2020(await answer.text()) })
  })
}

/** A sheet without the rules that a browser drops which knows no `:has()`: it drops those whole whose selectors name it. */
export function cssAsIn2020(css: string): string {
  return css.replace(supportingHas, '').replace(/[^{}]*:has\([^{}]*\{[^{}]*\}/g, '')
}

const supportingHas = /@supports selector\(:has\([^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g
