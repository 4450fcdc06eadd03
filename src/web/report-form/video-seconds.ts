/** Milliseconds: a phone that can't say by then leaves it to the server. */
const patience = 8000

/** How long a video lasts; null when this browser can't tell. */
export function videoSeconds(file: File): Promise<number | null> {
  const address = URL.createObjectURL(file)
  const video = document.createElement('video')
  return new Promise<number | null>((answer) => {
    const tell = () => answer(Number.isFinite(video.duration) ? video.duration : null)
    const timer = setTimeout(tell, patience)
    video.preload = 'metadata'
    video.addEventListener('loadedmetadata', tell)
    video.addEventListener('error', () => answer(null))
    video.addEventListener('loadedmetadata', () => clearTimeout(timer))
    video.src = address
  }).finally(() => {
    video.removeAttribute('src')
    URL.revokeObjectURL(address)
  })
}
