import { isPaused } from '../outbox/is-paused.ts'
import type { Sending } from '../uploads/send-resumable.ts'
import type { Sent } from '../uploads/sent.ts'
import { bytesOf } from './bytes-of.ts'
import { type KeptFile, keptFiles, staysAsItIs } from './kept-files.ts'
import { offerPlace } from './offer-place.ts'
import { oneByOne } from './one-by-one.ts'
import { type PhotoItem, photoItem } from './photo-item.ts'
import type { PhotoSettings, PhotoWords } from './photo-settings.ts'
import { prepareFile } from './prepare-file.ts'
import { waitToRetry } from './retry-delay.ts'
import { speakFrom } from './speak.ts'
import { holdForFiles } from './wait-for-files.ts'

type Job = {
  readonly id: string
  readonly name: string
  readonly item: PhotoItem
  /** Aborted when the person takes it back. */
  readonly gone: AbortController
  /** These four as in {@link KeptFile}. */
  file: File
  upload: string | null
  begun: number | null
  taken: string | null
  sending?: Sending
}

/** How often a browser that closed meanwhile, or died of it, begins to make one video smaller. */
const mostBegun = 2
/** Tries, with a connection, to load what makes it smaller. */
const mostMissed = 3
/** Tries that the server, not the connection, made fail, before a file is given up. */
const mostFaults = 6

/**
 * Sends files as they are picked, one after another, while the rest of the form is filled in. While some are on
 * their way the field bears `data-busy`; then it tells `uploads-settled`, bubbling. Where the connection was lost it
 * bears `data-lost`, and tells `uploads-lost`.
 */
export function photoField(root: HTMLElement): void {
  const form = root.closest('form')
  const list = root.querySelector('ul')
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')
  const said = root.querySelector('[data-photo-said]')
  const unkept = root.querySelector<HTMLElement>('[data-not-kept]')
  const key = form?.querySelector<HTMLInputElement>('input[name="key"]')
  if (!form || !list || !input || !key) return
  const settings = JSON.parse(root.dataset.photoField ?? '') as PhotoSettings // safe: `PhotoField` wrote it
  const say = speakFrom(JSON.parse(root.dataset.words ?? '') as PhotoWords) // safe: `PhotoField` wrote it
  const offer = offerPlace(root, form, say)
  const tell = (words: string) => said?.replaceChildren(words)
  const underWay = new Set<Job>()
  const [preparePhoto, prepareVideo, toSend] = [oneByOne(), oneByOne(), oneByOne()]

  const mediaIn = () => [...list.querySelectorAll<HTMLInputElement>('input[name="media"]')].map(({ value }) => value)
  const counted = () => list.querySelectorAll('li:not(.is-refused)').length

  const add = (kept: Pick<KeptFile, 'id' | 'file' | 'upload' | 'begun'>, isPicked = false) => {
    const { id, file, upload } = kept
    const isFull = counted() >= settings.most
    const item = photoItem(file.name, say)
    // A draft that is deleted takes along only what stood here before.
    if (isPicked) item.element.dataset.picked = ''
    const begun = staysAsItIs(kept) ? null : (kept.begun ?? 0)
    const job: Job = { id, name: file.name, item, gone: new AbortController(), file, upload, begun, taken: null }
    item.remove.addEventListener('click', () => takeBack(job))
    list.append(item.element)
    if (isFull) return void refuse(job, say('files.problem.too_many_files'))
    underWay.add(job)
    root.dataset.busy = ''
    // At once: those before it may wait for a connection, and the page may be closed meanwhile.
    if (begun === 0) void keep(job)
    void pass(job)
  }

  const keep = async ({ id, item, file, upload, begun, taken, gone }: Job) => {
    if (gone.signal.aborted) return
    const isKept = await keptFiles.keep({ id, form: key.value, at: Date.now(), file, upload, begun, taken })
    if (!isKept && !taken) warn(item)
  }

  /** This page alone has it. */
  const warn = ({ element }: PhotoItem) => {
    element.dataset.unkept = ''
    if (!unkept?.hidden) return
    unkept.hidden = false
    tell(unkept.textContent ?? '')
  }

  /** Files are made ready ahead of being sent, which may take a slow link minutes each. */
  const pass = async (job: Job) => {
    if (await prepare(job)) await toSend(() => deliver(job))
    isThrough(job)
  }

  const isThrough = (job: Job) => {
    if (!underWay.delete(job)) return
    if (underWay.size > 0) return
    delete root.dataset.busy
    delete root.dataset.lost
    root.dispatchEvent(new Event('uploads-settled', { bubbles: true }))
  }

  /** Makes the file what is sent, and keeps that. False when there is nothing to be sent. */
  const prepare = async (job: Job): Promise<boolean> => {
    const { item, gone } = job
    // A photo takes a second, a video minutes.
    const inTurn = job.file.type.startsWith('video/') ? prepareVideo : preparePhoto
    let missed = 0
    for (let failed = 1; !isGone(job); failed++) {
      const isSpared = (job.begun ?? 0) >= mostBegun || missed >= mostMissed
      const begun = () => {
        job.begun = (job.begun ?? 0) + 1
        void keep(job)
      }
      const made = await inTurn(async () => {
        item.says(say('files.preparing'))
        const wishes = { isReady: job.begun === null, isSpared, begun, progress: item.shrinks, gone: gone.signal }
        return isGone(job) ? null : await prepareFile(job.file, wishes)
      })
      if (isGone(job) || !made) return false
      if (made.kind === 'refused') {
        await refuse(job, say(made.why))
        return false
      }
      if (made.kind === 'ready') {
        if (made.gps) offer(made.gps)
        if (made.picture) item.picture(labelled(made.picture, job.name))
        item.waits()
        if (job.begun !== null) {
          Object.assign(job, { file: made.file, begun: null })
          await keep(job)
        }
        return true
      }
      missed += navigator.onLine ? 1 : 0
      await again(item, failed)
    }
    return false
  }

  const deliver = async (job: Job) => {
    const { item } = job
    let faults = 0
    for (let failed = 1; !isGone(job); failed++) {
      const sent = await send(job)
      if (isGone(job)) return sent.kind === 'taken' ? removeAtServer(sent.file.id) : undefined
      if (sent.kind !== 'lost') delete root.dataset.lost
      if (sent.kind === 'refused') return refuse(job, sent.words ?? say('files.problem.not_sent'))
      if (sent.kind === 'taken') {
        // The same photo picked twice is one file, and has its place in the list already.
        if (mediaIn().includes(sent.file.id)) item.element.remove()
        else item.isTaken(sent.file.id)
        if (!item.element.querySelector('canvas')) item.picture(pictureOf(sent.file.thumbnail, job.name))
        if (sent.file.gps) offer(sent.file.gps)
        tell(say('files.done', { name: job.name }))
        job.taken = sent.file.id
        return keep(job)
      }
      if (!sent.byServer && !(await bytesOf(job.file))) return refuse(job, say('files.problem.unreadable'))
      faults += sent.byServer ? 1 : 0
      if (faults >= mostFaults) return refuse(job, sent.words ?? say('files.problem.not_sent'))
      await again(item, failed)
    }
  }

  const again = (item: PhotoItem, failed: number) => {
    item.says(say('files.retrying'))
    root.dataset.lost = ''
    root.dispatchEvent(new Event('uploads-lost', { bubbles: true }))
    return waitToRetry(failed)
  }

  /** One try, from where an earlier one came to; what sends it is loaded with the first file. */
  const send = async (job: Job): Promise<Sent> => {
    if (await isPaused()) return { kind: 'lost', byServer: false, words: null }
    const sender = await import('../uploads/send-resumable.ts').catch(() => null)
    if (!sender || isGone(job)) return { kind: 'lost', byServer: false, words: null }
    const began = (upload: string) => {
      if (upload === job.upload) return
      job.upload = upload
      void keep(job)
    }
    const { file, upload, item } = job
    const what = { address: settings.add, body: file, key: key.value, media: mediaIn(), upload, began }
    job.sending = sender.sendResumable({ ...what, progress: item.isOut })
    return job.sending.done
  }

  const refuse = async (job: Job, words: string) => {
    job.item.isRefusedWith(words)
    tell(say('files.refused', { name: job.name, why: words }))
    await keptFiles.drop(job.id)
  }

  const takeBack = (job: Job) => {
    job.gone.abort()
    job.sending?.forget()
    void keptFiles.drop(job.id)
    forget(job.item.element, job.name)
    isThrough(job)
  }

  const forget = (element: HTMLElement, name: string) => {
    const id = element.dataset.media
    element.remove()
    tell(say('files.removed', { name }))
    input.focus()
    if (!id) return
    void keptFiles.dropTaken(id)
    void removeAtServer(id)
  }

  const removeAtServer = async (id: string) => {
    // The same photo, picked once more.
    if (mediaIn().includes(id)) return
    const address = `${settings.remove.replace('{media}', id)}?key=${encodeURIComponent(key.value)}`
    // One that stays because the connection is gone is not named by the form, and is swept.
    await fetch(address, { method: 'DELETE', keepalive: true }).catch(() => undefined)
  }

  for (const element of list.querySelectorAll<HTMLElement>('li[data-media]')) {
    const name = element.querySelector('img')?.alt ?? ''
    element.querySelector('button')?.addEventListener('click', (event) => {
      event.preventDefault()
      forget(element, name)
    })
  }
  input.addEventListener('change', () => {
    const picked = [...(input.files ?? [])]
    // Emptied, so that sending the form does not send them once more.
    input.value = ''
    for (const file of picked) add({ id: newId(), file, upload: null, begun: 0 }, true)
  })
  // Scripts of their own send most forms, and wait.
  if (!form.matches('[data-report-form], [data-act-form]')) holdForFiles(form, say('form.waiting_files'))
  form.append(listedField())
  root.dataset.ready = ''
  void keptFiles.of(key.value).then((kept) => {
    const there = mediaIn()
    for (const file of kept) if (!file.taken || !there.includes(file.taken)) add(file)
  })
}

/** Tells the server that the form itself says which files are its own. */
function listedField(): HTMLInputElement {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'listed'
  field.value = '1'
  return field
}

function pictureOf(address: string, name: string): HTMLImageElement {
  const image = new Image(96, 96)
  image.src = address
  image.alt = name
  return image
}

function labelled(canvas: HTMLCanvasElement, name: string): HTMLCanvasElement {
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', name)
  return canvas
}

function isGone({ gone }: Job): boolean {
  return gone.signal.aborted
}

/** Only this device ever sees it; in the order of picking. */
function newId(): string {
  picked += 1
  return `${Date.now()}-${String(picked).padStart(4, '0')}-${Math.random()}`
}

let picked = 0
