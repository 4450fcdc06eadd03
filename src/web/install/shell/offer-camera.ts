/** Within an app Android offers files alone where a browser would offer the camera too: a button of its own asks for it. */
export function offerCamera(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-take-photo]')) {
    const input = button.closest('[data-photo-field]')?.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) continue
    button.hidden = false
    button.addEventListener('click', () => {
      const { accept } = input
      input.accept = 'image/*'
      input.setAttribute('capture', 'environment')
      input.click()
      input.removeAttribute('capture')
      input.accept = accept
    })
  }
}
