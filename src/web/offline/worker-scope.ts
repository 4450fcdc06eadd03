import type { WorkerSettings } from './worker-settings.ts'

/** What the browser gives a service worker, as far as ours uses it: the types of pages name none of it. */
export type WorkerScope = {
  readonly openCity: WorkerSettings
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WindowOfOurs[]>
    openWindow(address: string): Promise<WindowOfOurs | null>
    claim(): Promise<void>
  }
  skipWaiting(): Promise<void>
  addEventListener<Kind extends keyof WorkerEvents>(kind: Kind, hear: (event: WorkerEvents[Kind]) => void): void
}

/** A page of ours that is open. */
export type WindowOfOurs = {
  readonly url: string
  postMessage(message: unknown): void
  focus(): Promise<unknown>
}

export type LongEvent = Event & { waitUntil(work: Promise<unknown>): void }

export type FetchOfPage = LongEvent & {
  readonly request: Request
  respondWith(answer: Promise<Response> | Response): void
}

export type ChangeOfSubscription = LongEvent & {
  readonly oldSubscription: PushSubscription | null
  readonly newSubscription: PushSubscription | null
}

type WorkerEvents = {
  readonly install: LongEvent
  readonly activate: LongEvent
  readonly fetch: FetchOfPage
  readonly message: LongEvent & { readonly data: unknown }
  readonly sync: LongEvent & { readonly tag: string; readonly lastChance: boolean }
  readonly push: LongEvent & { readonly data: { json(): unknown } | null }
  readonly pushsubscriptionchange: ChangeOfSubscription
  readonly notificationclick: LongEvent & { readonly notification: Notification; readonly action: string }
}

export const worker = globalThis as unknown as WorkerScope // safe: `worker.ts` runs nowhere else
