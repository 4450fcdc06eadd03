/** The sentences that the form of an act may say in the browser: they travel in `data-act-form`. */
export const actWords = ['form.sending', 'form.waiting_files', 'outbox.kept', 'outbox.waits', 'outbox.where'] as const

export type ActWord = (typeof actWords)[number]
