let isPressed = false
addEventListener('pointerdown', () => (isPressed = true), true)
for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, () => (isPressed = false), true)

/**
 * Does what moves things on a page once nobody presses any of them: who leaves a field by pressing a button would
 * otherwise find it moved away under the finger, and nothing pressed.
 */
export function afterPress(work: () => void): void {
  // A task later: the press itself is told in this one.
  setTimeout(() => (isPressed ? afterPress(work) : work()), isPressed ? 20 : 0)
}
