import { wordsOf } from '../offline/words-of.ts'
import type { ActFormProps } from './act-form.tsx'
import { nameOfAct } from './act-name.ts'
import { actWords } from './act-words.ts'

type PlainActProps = Pick<ActFormProps, 't' | 'report' | 'act' | 'action' | 'formKey' | 'seen'> & {
  /** What the act needs and the page knows already. */
  readonly known?: Readonly<Record<string, string>>
}

/** An act that asks nothing more: its button alone. */
export function PlainAct({ t, report, act, action, formKey, seen, known = {} }: PlainActProps) {
  return (
    <form
      method="post"
      action={action}
      data-act-form={JSON.stringify(wordsOf(t, actWords))}
      data-named={nameOfAct(t, act, report)}
    >
      {Object.entries({ ...known, key: formKey, seen: String(seen) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button">
        {t(`act.${act}`)}
      </button>
    </form>
  )
}
