/** True while files of the form are on their way. */
export function isBusy(form: HTMLFormElement): boolean {
  return form.querySelector('[data-photo-field][data-busy]') !== null
}

/**
 * Waits for files on their way; hears each time that the connection is lost meanwhile. False when one could not be taken:
 * the person sees that before the form goes.
 */
export async function filesArrived(form: HTMLFormElement, isLost = () => {}): Promise<boolean> {
  const before = refused(form).length
  if (form.querySelector('[data-lost]')) isLost()
  form.addEventListener('uploads-lost', isLost)
  await settled(form)
  form.removeEventListener('uploads-lost', isLost)
  const after = refused(form)
  if (after.length <= before) return true
  // Not `at`: it is younger than the phones, and the form would never go.
  after[after.length - 1]?.scrollIntoView({ block: 'center' })
  return false
}

/** A form that the browser itself sends goes when its files have arrived; its button says so meanwhile. */
export function holdForFiles(form: HTMLFormElement, words: string): void {
  form.addEventListener('submit', (event) => {
    if (!isBusy(form)) return
    event.preventDefault()
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.getAttribute('aria-disabled') !== 'true')
      void hold(form, visibleOne(form, submitter), words)
  })
}

async function hold(form: HTMLFormElement, button: HTMLButtonElement, words: string): Promise<void> {
  const own = button.textContent
  // Not `disabled`: the focus stays where the person left it.
  button.setAttribute('aria-disabled', 'true')
  button.textContent = words
  const haveArrived = await filesArrived(form)
  button.removeAttribute('aria-disabled')
  button.textContent = own
  if (haveArrived) form.submit()
}

/** Enter in a field presses a button that nobody sees. */
function visibleOne(form: HTMLFormElement, pressed: HTMLButtonElement): HTMLButtonElement {
  if (pressed.tabIndex >= 0) return pressed
  return form.querySelector<HTMLButtonElement>('button[type="submit"]:not([tabindex="-1"], [name])') ?? pressed
}

function refused(form: HTMLFormElement): readonly Element[] {
  return [...form.querySelectorAll('.photo-item.is-refused')]
}

function settled(form: HTMLFormElement): Promise<void> {
  return new Promise((resume) => {
    const look = () => {
      if (isBusy(form)) return
      form.removeEventListener('uploads-settled', look)
      resume()
    }
    form.addEventListener('uploads-settled', look)
    look()
  })
}
