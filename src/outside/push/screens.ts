import type { Reached } from '#src/domain/pushing.ts'
import type { Answer, Message, Push } from './push.ts'

/** Devices within the process: each shows the newest message of a tag, as real ones do. */
export function screens(): Push & {
  /** From now on a push service says something else of a device. */
  answers(address: string, answer: Answer): void
  shownOn(address: string): readonly Message[]
  /** How often anything was brought to a device. */
  broughtTo(address: string): number
} {
  const shown = new Map<string, Map<string, Message>>()
  const answers = new Map<string, Answer>()
  const brought = new Map<string, number>()
  return {
    async send({ address }: Reached, message: Message): Promise<Answer> {
      const answer = answers.get(address) ?? { kind: 'accepted' }
      brought.set(address, (brought.get(address) ?? 0) + 1)
      const screen = shown.get(address) ?? new Map<string, Message>()
      if (answer.kind === 'accepted') shown.set(address, screen.set(message.tag, message))
      return answer
    },
    answers: (address, answer) => void answers.set(address, answer),
    shownOn: (address) => [...(shown.get(address)?.values() ?? [])],
    broughtTo: (address) => brought.get(address) ?? 0,
  }
}
