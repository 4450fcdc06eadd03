/**
 * Asks a question at a time: what is asked meanwhile waits, and of those that wait only the newest is asked. Answers
 * come in the order of the questions. A question that fails has the answer null.
 */
export function askNewest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  hear: (answer: Answer | null, question: Question) => void,
): (question: Question) => void {
  let waiting: { readonly question: Question } | null = null
  let isAsking = false

  return (question) => {
    waiting = { question }
    if (!isAsking) void work()
  }

  async function work(): Promise<void> {
    isAsking = true
    while (waiting) {
      const { question } = waiting
      waiting = null
      const answer = await ask(question).catch(() => null)
      // An answer to what is no longer asked would only flicker.
      if (!waiting) hear(answer, question)
    }
    isAsking = false
  }
}
