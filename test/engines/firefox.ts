import puppeteer from 'puppeteer-core'
import { narrow, patience, type Tab } from './tab.ts'

/** Firefox without a window, driven by WebDriver BiDi. */
export async function openFirefox(program: string): Promise<Tab> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    defaultViewport: narrow,
    extraPrefsFirefox: {
      // Of no use to who looks at one page.
      'dom.ipc.processCount': 1,
      'dom.ipc.processPrelaunch.enabled': false,
      // What still scrolls is pressed where it was.
      'ui.prefersReducedMotion': 1,
    },
  })
  const [page = await browser.newPage()] = await browser.pages()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  const find = async (path: string) => {
    const found = await page.waitForSelector(`::-p-xpath(${path})`, { visible: true })
    if (!found) throw new Error(`There is no ${path}`)
    return found
  }

  return {
    async open(address) {
      await page.goto(address)
    },
    address: async () => page.url(),
    async see(path) {
      await find(path)
    },
    press: async (path) => (await find(path)).click(),
    type: async (path, text) => (await find(path)).type(text),
    async pick(path, file) {
      const field = await page.waitForSelector(`::-p-xpath(${path})`)
      await (await field?.toElement('input'))?.uploadFile(file)
    },
    ask: (body) => page.evaluate(`(() => { ${body} })()`),
    complaints: () => complaints,
    close: () => browser.close(),
  }
}
