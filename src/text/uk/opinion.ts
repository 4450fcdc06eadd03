/** Whether a problem is solved, as those say whom it concerns. */
export const opinion = {
  'opinion.ask.resolve': 'Чи вирішено проблему?',
  'opinion.ask.decline': 'Не згодні з відповіддю?',
  'opinion.yes': 'Так, вирішено',
  'opinion.no.resolve': 'Ні, не вирішено',
  'opinion.no.decline': 'Не погоджуюся',
  'opinion.said.yes': 'Ви відповіли: проблему вирішено.',
  'opinion.said.no.resolve': 'Ви відповіли: проблему не вирішено.',
  'opinion.said.no.decline': 'Ви відповіли, що не погоджуєтеся.',
  'opinion.note': 'Що не так?',
  'opinion.note_hint': 'Можна не писати. Це прочитають модератор і відповідальна організація.',
  'opinion.send_note': 'Надіслати пояснення',
  'opinion.reopen': 'Напишіть, що не так, і звернення буде відкрито повторно: організація знову має відповісти.',
  'opinion.too_late':
    'Час повторного відкриття минув, тому звернення залишиться закритим. Вашу відповідь буде враховано в підсумках.',
  'opinion.counts': 'Вашу відповідь буде враховано в підсумках. Її можна змінити.',
  'opinion.thanks': 'Дякуємо, вашу відповідь записано.',
  'opinion.count': 'Вирішено, кажуть {solved} з {all} тих, хто відповів.',
  'opinion.one.yes': 'Одна людина відповіла, що проблему вирішено.',
  'opinion.one.no': 'Одна людина відповіла, що проблему не вирішено.',
  'opinion.disagree_count':
    '{count, plural, one {З відповіддю не погоджується # людина.} few {З відповіддю не погоджуються # людини.} many {З відповіддю не погоджуються # людей.} other {З відповіддю не погоджуються # людини.}}',
  'opinion.heading': 'Що кажуть про відповідь',
  'opinion.title': 'Звернення № {number}: чи вирішено',
  'opinion.open': 'Відкрити звернення № {number}',
  'opinion.gone.title': 'Це посилання більше не діє',
  'opinion.gone.text': 'Строк його дії минув. Сказати, чи вирішено проблему, можна на сторінці звернення, увійшовши.',
  'opinion.past.title': 'Звернення № {number} відтоді змінилося',
  'opinion.past.text': 'Лист був про відповідь, яка вже не остання. Подивіться, що зараз зі зверненням.',
  'opinion.problem.no_such_report': 'Такого звернення немає.',
  'opinion.problem.not_asked': 'Відповісти можуть автор звернення і ті, кого воно теж стосується.',
  'opinion.problem.not_this_closing':
    'Поки ви відповідали, звернення змінилося: подивіться, що нового. Те, що ви написали, збережено нижче.',
  'opinion.problem.nothing_to_say': 'На це звернення ви вже відповіли.',
  'opinion.problem.opinion_long':
    'Текст задовгий: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'opinion.problem.unclear': 'Оберіть відповідь ще раз.',
} as const
