import { keepFresh } from './keep-fresh.ts'

const place = document.querySelector<HTMLElement>('[data-live]')
// When the page is whole: nothing that it needs waits for its news.
const begin = () => place && setTimeout(keepFresh, 0, place)
if (document.readyState === 'complete') begin()
else addEventListener('load', begin, { once: true })
