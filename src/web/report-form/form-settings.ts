/** What the browser needs to know of the form: it travels in `data-report-form`. */
export type FormSettings = {
  /** Drafts on a device are kept apart by city. */
  readonly city: string
  /** The key of the draft that became a report: what the device kept of it can go. */
  readonly sent: string | null
}

export const formWordNames = [
  'form.filter_found',
  'form.filter_none',
  'form.chosen',
  'form.left',
  'form.over',
  'form.saved_here',
  'form.restore',
  'form.send',
  'form.sending',
  'form.waiting_files',
  'form.no_connection',
  'form.lacking',
  'outbox.kept',
  'outbox.waits',
  'outbox.where',
] as const

/** The sentences that the form may say in the browser: they travel in `data-words`. */
export type FormWords = Readonly<Record<FormWord, string>>
export type FormWord = (typeof formWordNames)[number]
