import type { ComponentChildren } from 'preact'

type NoticeProps = {
  readonly kind?: 'news' | 'done' | 'warning' | 'wrong'
  readonly children: ComponentChildren
}

/** Something to know before reading on. What is done or wrong is also said aloud on arrival. */
export function Notice({ kind = 'news', children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'done' || kind === 'wrong' ? 'status' : undefined}>
      {children}
    </div>
  )
}
