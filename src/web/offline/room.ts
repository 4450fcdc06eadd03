/** Bytes that this device still has for us; null where the browser does not tell. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = await estimate()
  return quota === undefined ? null : Math.max(0, quota - (usage ?? 0))
}

export async function roomUsed(): Promise<number | null> {
  return (await estimate()).usage ?? null
}

async function estimate(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate()
  } catch {
    return {}
  }
}
