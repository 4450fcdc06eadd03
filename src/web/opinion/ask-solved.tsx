import type { ComponentChildren } from 'preact'

import type { Closing, Opinion, Saying } from '#src/domain/opinion.ts'
import type { Say } from '#src/text/catalogue.ts'
import { AreaField } from '../form/field.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'

export type Chosen = 'yes' | 'no'

/** An answer that could not be taken: what was chosen and written, and why not. */
export type ReturnedOpinion = { readonly solved: boolean | null; readonly note: string; readonly words: string }

/** What a person is asked of the answer that a report was closed by. */
export type Asked = {
  readonly closing: Closing
  /** The closing's `seq`, for the form to carry. */
  readonly seq: number
  readonly yes: Saying | null
  readonly no: Saying | null
  /** What the person said already. */
  readonly said: Opinion | null
}

type AskProps = {
  readonly t: Say
  readonly asked: Asked
  /** The answer that a letter's link chose; it is not said before the person presses. */
  readonly chosen: Chosen | null
  readonly returned: ReturnedOpinion | null
  /** Where an opinion is sent, and the act of an author who confirms. */
  readonly say: string
  readonly confirm: string
  /** The number of the report's last event, for the act to carry. */
  readonly seen: number
  /** The form of an author who reopens; null where nobody can. */
  readonly reopen: ComponentChildren
}

/** Whether it is solved: two big buttons, and below what belongs to the answer. */
export function AskSolved({ t, asked, chosen, returned, say, confirm, seen, reopen }: AskProps) {
  const { closing, seq, yes, no, said } = asked
  if (!yes && !no) return null
  const picked = returned && returned.solved !== null ? (returned.solved ? 'yes' : 'no') : chosen
  const form = { t, closing, seq, action: say }
  const saysNo = said?.solved === false
  return (
    <section class="ask-solved" id="solved" aria-labelledby="solved-title">
      <h3 id="solved-title">{t(`opinion.ask.${closing}`)}</h3>
      {returned && (
        <p class="notice wrong" role="alert">
          {returned.words}
        </p>
      )}
      {said && (
        <p role="status">
          <b>{t(said.solved ? 'opinion.said.yes' : `opinion.said.no.${closing}`)}</b>{' '}
          {(yes === 'opinion' || no === 'opinion') && t('opinion.counts')}
        </p>
      )}
      <div class="ask-choices">
        {yes === 'confirm' && (
          <form method="post" action={confirm}>
            <input type="hidden" name="key" value={freshKey()} />
            <input type="hidden" name="seen" value={seen} />
            <button type="submit" class={buttonClass('yes', picked)}>
              {t('opinion.yes')}
            </button>
          </form>
        )}
        {yes === 'opinion' && said?.solved !== true && (
          <OneTap {...form} answer="yes" words={t('opinion.yes')} picked={picked} />
        )}
        {no === 'reopen' && (
          <details id="act-reopen" open={picked === 'no'}>
            <summary class={buttonClass('no', picked)}>{t(`opinion.no.${closing}`)}</summary>
            <p>{t('opinion.reopen')}</p>
            {reopen}
          </details>
        )}
        {no === 'opinion' && !saysNo && picked !== 'no' && (
          <OneTap {...form} answer="no" words={t(`opinion.no.${closing}`)} picked={picked} />
        )}
      </div>
      {no === 'opinion' && (saysNo || picked === 'no') && (
        <WithNote
          {...form}
          note={returned?.note ?? said?.note ?? ''}
          words={t(saysNo ? 'opinion.send_note' : `opinion.no.${closing}`)}
        />
      )}
    </section>
  )
}

type FormProps = { readonly t: Say; readonly closing: Closing; readonly seq: number; readonly action: string }

function OneTap({
  seq,
  action,
  answer,
  words,
  picked,
}: FormProps & { readonly answer: Chosen; readonly words: string; readonly picked: Chosen | null }) {
  return (
    <form method="post" action={action}>
      <Carried seq={seq} answer={answer} />
      <button type="submit" class={buttonClass(answer, picked)}>
        {words}
      </button>
    </form>
  )
}

/** "No", and why: what is written is for those who work on the report. */
function WithNote({ t, seq, action, note, words }: FormProps & { readonly note: string; readonly words: string }) {
  return (
    <form method="post" action={action} class="form">
      <Carried seq={seq} answer="no" />
      <AreaField name="note" id="opinion-note" label={t('opinion.note')} hint={t('opinion.note_hint')} value={note} />
      <button type="submit" class="button">
        {words}
      </button>
    </form>
  )
}

function Carried({ seq, answer }: { readonly seq: number; readonly answer: Chosen }) {
  return (
    <>
      <input type="hidden" name="key" value={freshKey()} />
      <input type="hidden" name="closing" value={seq} />
      <input type="hidden" name="solved" value={answer} />
    </>
  )
}

/** Neither answer is offered more loudly than the other, unless the person chose it. */
function buttonClass(answer: Chosen, picked: Chosen | null): string {
  return answer === picked ? 'button' : 'button quiet'
}
