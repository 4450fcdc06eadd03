export const listWords = [
  'outbox.title',
  'outbox.all_sent',
  'outbox.written',
  'outbox.written_at',
  'outbox.state.waiting',
  'outbox.state.wifi',
  'outbox.state.behind',
  'outbox.state.sending',
  'outbox.state.sent',
  'outbox.state.sent_number',
  'outbox.state.refused',
  'outbox.state.sign_in',
  'outbox.unknown_reason',
  'outbox.open',
  'outbox.sign_in',
  'outbox.see',
  'outbox.send_now',
  'outbox.drop',
  'outbox.clear',
  'outbox.drop_sure',
] as const

export type ListWord = (typeof listWords)[number]

/** What the list needs in the browser: it travels in `data-outbox`. */
export type ListSettings = {
  /** Where one signs in, to come back here. */
  readonly signIn: string
  readonly words: Readonly<Record<ListWord, string>>
}
