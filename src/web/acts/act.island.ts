import { sendAct } from './send-act.ts'

// Forms come and go while a report is looked at.
document.addEventListener('submit', (event) => {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement) || !target.matches('[data-act-form]')) return
  // The button of a photo takes that away, and no more.
  if (submitter instanceof HTMLButtonElement && submitter.name) return
  event.preventDefault()
  if (target.dataset.sending === undefined) void sendAct(target, submitter)
})
