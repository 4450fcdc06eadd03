import type { Reached } from '#src/domain/pushing.ts'

/** Which devices can be told anything here. */
export type DeviceDoor = {
  /** The public key that browsers are to trust (RFC 8292), base64url; null where no browser is told anything. */
  readonly key: string | null
  /** True when messages would be sent there: to a push service, of a kind that the operator has keys for. */
  takes(to: Pick<Reached, 'way' | 'address'>): boolean
}

/** Where no device is told anything. */
export const noDevices: DeviceDoor = { key: null, takes: () => false }
