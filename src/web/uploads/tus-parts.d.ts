/** The library's own core, as its sources have it: what it brings for browsers besides is ours here (`fetchStack`), and weighs as much again. */
declare module 'tus-js-client/lib/upload.js' {
  import { Upload } from 'tus-js-client'
  export default class extends Upload {
    static readonly defaultOptions: import('tus-js-client').UploadOptions
  }
}

declare module 'tus-js-client/lib/error.js' {
  export { DetailedError as default } from 'tus-js-client'
}
