import { handedOver } from '../outbox/handed-over.ts'
import { keptFiles } from './kept-files.ts'

/** Puts into the form what another app handed over while nobody answered, as if the person had picked and typed it. */
export async function takeHandedOver(form: HTMLFormElement): Promise<void> {
  const waiting = await handedOver.waiting(Date.now())
  const description = form.querySelector<HTMLTextAreaElement>('[name="description"]')
  const input = form.querySelector<HTMLInputElement>('[data-photo-field] input[type="file"]')
  const key = form.querySelector<HTMLInputElement>('input[name="key"]')
  if (waiting.length === 0 || !description || !input || !key) return
  description.value = [description.value, ...waiting.map(({ words }) => words)].filter(Boolean).join('\n')
  description.dispatchEvent(new Event('input', { bubbles: true }))
  const picked = new DataTransfer()
  for (const file of waiting.flatMap(({ files }) => files)) picked.items.add(file)
  if (picked.files.length > 0) {
    input.files = picked.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    // Asked for behind the writing of each: when this answers, all are kept under the form's key.
    await keptFiles.of(key.value)
  }
  await handedOver.drop()
}
