import type { FindPlaceWords } from './find-place-settings.ts'

/** Writes the address of a point into the field while it holds nothing of the person's own; else offers it with a button. */
export function offerAddress(
  input: HTMLInputElement,
  words: FindPlaceWords,
  write: (address: string) => void,
): (address: string | null) => void {
  let own = ''
  let offered = ''
  const said = document.createElement('span')
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet small' })
  button.append(words.write)
  const row = Object.assign(document.createElement('p'), { className: 'address-offer', hidden: true })
  row.setAttribute('role', 'status')
  row.append(said, ' ', button)
  input.closest('.field')?.append(row)

  const fill = (address: string) => {
    own = address
    row.hidden = true
    write(address)
  }
  button.addEventListener('click', () => {
    fill(offered)
    input.focus()
  })
  input.addEventListener('input', () => {
    row.hidden = true
  })
  return (address) => {
    const typed = input.value.trim()
    if (!address || address === typed) {
      row.hidden = true
      return
    }
    if (!typed || typed === own) return fill(address)
    offered = address
    said.replaceChildren(words.offer.replace('{address}', address))
    row.hidden = false
  }
}
