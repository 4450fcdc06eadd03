import type { Act } from '#src/domain/act.ts'
import type { CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Draft } from '#src/domain/submission.ts'
import type { Shot } from './draw-photo.ts'

/** An act as it is planned: what only the database can name stands as a place in the plan. */
export type PlannedAct =
  | Exclude<
      Act,
      { kind: 'merge' | 'hide_media' | 'show_media' | 'separate' | 'resolve' | 'answer' | 'reopen' | 'revise' }
    >
  | (WithoutMedia<'resolve' | 'answer' | 'reopen' | 'revise'> & { readonly shots: readonly Shot[] })
  | { readonly kind: 'merge'; readonly into: number }
  | { readonly kind: 'hide_media'; readonly photo: number }
  /** Of what waits for a moderator, the first. */
  | { readonly kind: 'show_media' }

type WithoutMedia<Kind extends Act['kind']> = Kind extends Act['kind']
  ? Omit<Extract<Act, { kind: Kind }>, 'media'>
  : never

export type Hand = 'moderator' | 'responsible' | 'author'

/** One thing that somebody does to a report, at its moment. */
export type Step = {
  readonly at: Temporal.Instant
  readonly by: Hand
  /** Who answers for the report as the step is made. */
  readonly organization: OrganizationId
  readonly act: PlannedAct
}

/** A report from its sending to how it stands now. */
export type Story = {
  readonly index: number
  readonly categoryId: CategoryId
  readonly draft: Omit<Draft, 'media'>
  readonly shots: readonly Shot[]
  /** Which of the city's residents sent it. */
  readonly author: number
  readonly submittedAt: Temporal.Instant
  readonly steps: readonly Step[]
}
