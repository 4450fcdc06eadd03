/**
 * The first bytes of a picked file. Null when it can't be read any more: it was deleted or changed since it was picked,
 * or the card that it is on is gone.
 */
export async function bytesOf(file: Blob, most = 1): Promise<Uint8Array | null> {
  try {
    const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer())
    // Chromium says so by giving none.
    return bytes.length < Math.min(most, file.size) ? null : bytes
  } catch {
    return null
  }
}
