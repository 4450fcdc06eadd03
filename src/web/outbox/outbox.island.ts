import { showOutbox } from './show-outbox.ts'

for (const list of document.querySelectorAll<HTMLElement>('[data-outbox]')) void showOutbox(list)
