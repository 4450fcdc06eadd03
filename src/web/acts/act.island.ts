import { sendAct } from './send-act.ts'

// What one category asks is nothing to another: the server asks for what that one needs.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || target.name !== 'category') return
  for (const questions of target.form?.querySelectorAll<HTMLElement>('[data-asked-of]') ?? [])
    questions.hidden = questions.dataset.askedOf !== target.value
})

// Forms come and go while a report is looked at.
document.addEventListener('submit', (event) => {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement) || !target.matches('[data-act-form]')) return
  // The button of a photo takes that away, and no more.
  if (submitter instanceof HTMLButtonElement && submitter.name) return
  event.preventDefault()
  if (target.dataset.sending === undefined) void sendAct(target, submitter)
})
