import type { ComponentChildren } from 'preact'

import type { Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'

type Props = {
  readonly t: Say
  readonly problem: FormProblem | null
  readonly typed: FieldsOf
  /** What others did meanwhile. */
  readonly news?: ComponentChildren
}

/** The act is not open any more: why, and what was written for it, so that nothing is lost. */
export function LostAct({ t, problem, typed, news }: Props) {
  const words = text(typed, 'note')
  return (
    <div class="notice wrong" role="alert" tabIndex={-1} autofocus>
      {problem && <p>{problem.words}</p>}
      {news}
      {words && (
        <div>
          <b>{t('mine.kept')}</b>
          <blockquote class="said">{words}</blockquote>
        </div>
      )}
    </div>
  )
}
