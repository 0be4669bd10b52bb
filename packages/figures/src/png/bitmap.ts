/** A picture in pixels. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel for grey, three for colour, row by row from the top. */
  readonly samples: Uint8Array;
  readonly channels: 1 | 3;
  /** One byte a pixel; absent when all is opaque. */
  readonly alpha?: Uint8Array;
}
