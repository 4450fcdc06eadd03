/** What residents add to a report that is open already. */
export const addition = {
  'addition.add': 'Доповнити звернення',
  'addition.title': 'Доповнити звернення № {number}',
  'addition.lead': 'Стало гірше, з’явилися подробиці чи свіжі фото? Допишіть: організація побачить це одразу.',
  'addition.closed':
    'Над цим зверненням зараз не працюють, тому доповнити його не можна. Якщо проблема є, надішліть нове звернення.',
  'addition.kept': 'Ви написали',
  'addition.back': 'До звернення № {number}',
  'addition.sent': 'Дякуємо! Організація вже може це прочитати; усі побачать після перевірки модератором.',
  'addition.yours': 'Ваші доповнення',
  'addition.by_author': 'Автор доповнив звернення',
  'addition.state.waiting': 'Чекає на модератора; організація вже бачить',
  'addition.state.shown': 'Показано всім',
  'addition.state.declined': 'Модератор не показав це всім. Причина: {reason}',
  'addition.residents': 'Доповнення мешканців',
  'addition.unchecked': 'Ще не перевірено модератором',
  'addition.declined': 'Модератор відхилив',
  'addition.from.author': 'Автор звернення',
  'addition.from.supporter': 'Мешканець, якого це теж стосується',
  'addition.from.resident': 'Інший мешканець',
} as const
