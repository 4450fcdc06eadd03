import type { Reached } from '#src/domain/pushing.ts'

/** What a screen shows. It may be locked, and in anybody's sight: nothing private is in it. */
export type Message = {
  /** On a device, a newer message of the same tag takes the place of the older. */
  readonly tag: string
  /** The same message sent again carries the same one. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly lang: string
  /** The page that it opens. */
  readonly url: string
}

/** What a push service said to a message: `gone`, that there is no such device any more; `refused`, that it never takes this one. */
export type Answer =
  | { readonly kind: 'accepted' | 'gone' }
  | { readonly kind: 'refused'; readonly said: string }
  | {
      readonly kind: 'later'
      readonly said: string
      /** Seconds that it asks to be left alone; null when it does not say. */
      readonly after: number | null
      /** The service itself is in trouble, and not this one message. */
      readonly isService: boolean
    }

export type Push = {
  /** Hands a message to the push service of a device. Never throws: what may pass is `later`. */
  send(to: Reached, message: Message): Promise<Answer>
}

/** Milliseconds that a push service may take. */
export const patience = 10_000

/** Seconds that a push service keeps a message for a device that is switched off: three days, a weekend of blackouts. */
export const lifetime = 3 * 24 * 60 * 60

/** What the status of an answer says where the service has no words of its own. */
export function answerOf(status: number, retryAfter: string | null, said = String(status)): Answer {
  if (status >= 200 && status < 300) return { kind: 'accepted' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  // That our keys are refused is the operator's to mend, not the end of a device.
  const mayPass = status === 401 || status === 403 || status === 408 || status === 429 || status >= 500
  const isService = status === 429 || status >= 500
  return mayPass ? { kind: 'later', said, after: secondsIn(retryAfter), isService } : { kind: 'refused', said }
}

/** That nothing came back; without the address, because it is logged. */
export function unreached(fault: unknown): Answer {
  const { name, cause } = fault instanceof Error ? fault : { name: 'Error', cause: null }
  const code = (cause as { readonly code?: string } | null)?.code ?? (fault as { readonly code?: string }).code
  return { kind: 'later', said: code ?? name, after: null, isService: true }
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function secondsIn(retryAfter: string | null): number | null {
  if (!retryAfter) return null
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter)
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
