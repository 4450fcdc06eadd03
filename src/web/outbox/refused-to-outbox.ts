import type { Context } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import type { ToldOutbox } from './told-outbox.ts'

/** Tells a device why what it kept could not be taken. */
export function refusedToOutbox(
  { json }: Pick<Context, 'json'>,
  problems: readonly FormProblem[],
  status: number,
): Promise<Response> {
  return json({ problems } satisfies ToldOutbox, { status, headers: [['cache-control', 'no-store']] })
}
