/** The words around a picture. */
export interface FigureText {
  /** The figure's accessible name. */
  readonly title: string;
  /** One muted line under the title: how to read the picture. */
  readonly howToRead: string;
  /** One sentence with the picture's message, for who cannot see it. */
  readonly summary: string;
}

/** Burned into every exported picture and table. */
export interface FigureCaption {
  /** `Deribit BTC` or `Sample market`. */
  readonly source: string;
  /** `2026-07-08 03:47:35 UTC`. */
  readonly time: string;
  /** `Black-76 on the forward, ACT/365F, forward delta`. */
  readonly convention: string;
}
