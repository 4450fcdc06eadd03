declare module 'libheif-js/wasm-bundle.js' {
  /** An object of the library's, which its plain functions know by its place in memory. */
  export type HeifHandle = { readonly $$: { readonly ptr: number } }

  type Failure = { readonly code: unknown }
  export type HeifChannel = {
    readonly data: Uint8Array
    readonly width: number
    readonly height: number
    readonly stride: number
  }

  /** The part of libheif that is used here. Whatever may fail answers with an object that has a `code`. */
  const libheif: {
    readonly HEAPU8: Uint8Array
    readonly HEAPU32: Uint32Array
    readonly heif_error_code: { readonly heif_error_Ok: unknown }
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown }
    _heif_get_global_security_limits(): number
    _malloc(bytes: number): number
    _heif_image_handle_get_number_of_metadata_blocks(image: number, type: 0): number
    _heif_image_handle_get_list_of_metadata_block_IDs(image: number, type: 0, ids: number, count: number): number
    _heif_image_handle_get_metadata_type(image: number, id: number): number
    _heif_image_handle_get_metadata_size(image: number, id: number): number
    _heif_image_handle_get_metadata(error: number, image: number, id: number, into: number): void
    heif_context_alloc(): object
    heif_context_read_from_memory(context: object, file: Uint8Array): Failure
    heif_js_context_get_primary_image_handle(context: object): HeifHandle | Failure
    heif_image_handle_get_width(handle: HeifHandle): number
    heif_image_handle_get_height(handle: HeifHandle): number
    heif_js_decode_image2(
      handle: HeifHandle,
      colorspace: unknown,
      chroma: unknown,
    ): Promise<Failure | { readonly channels: readonly HeifChannel[] }>
  }
  export default libheif
}
