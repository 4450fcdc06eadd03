import type { PushKind } from '#src/domain/pushing.ts'

/** What the browser needs to be told on: it travels in the `data-push` attribute. */
export type PushSettings = {
  /** The key of ours that it is to trust. */
  readonly key: string
  /** Address of the service worker, which shows the messages. */
  readonly worker: string
  /** Where it says how it is reached. */
  readonly register: string
  /** The end of the address under which it is known; null when it is not. */
  readonly knownBy: string | null
  /** What is offered here: chosen too by who accepts. */
  readonly add: readonly PushKind[]
  readonly words: Readonly<Record<'on' | 'denied' | 'homeScreen' | 'failed', string>>
}
