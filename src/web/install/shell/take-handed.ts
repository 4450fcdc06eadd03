import type { Shell } from '../../ui/shell.ts'

/** What `HandedOver` of the app gives (src/apps/android-code.ts, src/apps/apple-code.ts). */
type Handed = { readonly title?: string; readonly text?: string; readonly files: readonly HandedFile[] }
type HandedFile = { readonly uri: string; readonly type?: string; readonly name?: string }

/**
 * Begins a report of what another app hands over, as a browser does by the manifest's `share_target`. A page of no city
 * leaves it for one that knows whose report it would be.
 */
export async function takeHanded(shell: Shell): Promise<void> {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
  if (!manifest) return
  const take = async () => {
    const handed = (await shell.nativePromise('HandedOver', 'take')) as Handed // safe: the app's own code wrote it
    if (handed.text || handed.files.length > 0) await send(shell, manifest.dataset.share ?? '', handed)
  }
  shell.addListener('HandedOver', 'came', take)
  await take()
}

/** As a form, so that the browser shows what the server answers, or its worker keeps where nobody does. */
async function send(shell: Shell, action: string, { title = '', text = '', files }: Handed): Promise<void> {
  const chosen = new DataTransfer()
  for (const file of files) chosen.items.add(await read(shell, file))
  const form = document.createElement('form')
  Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data', hidden: true })
  form.append(field('title', title), field('text', text), filesField(chosen.files))
  document.body.append(form)
  form.submit()
}

async function read(shell: Shell, { uri, type, name }: HandedFile): Promise<File> {
  if (shell.getPlatform() === 'ios')
    return new File(await readInPieces(shell, uri), name ?? 'file', { type: type ?? '' })
  const bytes = await (await fetch(shell.convertFileSrc(uri))).blob()
  return new File([bytes], name ?? 'file', { type: type ?? bytes.type })
}

/** An iPhone gives a page of ours no address of its own files: they come through the bridge. */
async function readInPieces(shell: Shell, uri: string): Promise<Blob[]> {
  const pieces: Blob[] = []
  for (let from = 0; ; ) {
    const { data } = (await shell.nativePromise('HandedOver', 'read', { uri, from })) as { data: string } // safe: the app's own code wrote it
    if (!data) return pieces
    const piece = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
    pieces.push(new Blob([piece]))
    from += piece.length
  }
}

function field(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { name, value })
}

function filesField(files: FileList): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true, files })
}
