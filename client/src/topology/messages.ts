// What the extension and the page of a topology view say to each other. Plain data.
import type { SourcePlace, TopologyDeployment } from '../../../server/src/protocol';

/** To the page. */
export type ToPage =
  | { readonly type: 'drawing'; readonly svg: string; readonly deployments: readonly TopologyDeployment[] }
  /** There is nothing to draw, and that is why, for people. */
  | { readonly type: 'nothing'; readonly why: string }
  /** The cursor stands in what is written for a part, or for none. */
  | { readonly type: 'cursor'; readonly part: string | null }
  /** Wants a drawing as a `picture`. */
  | { readonly type: 'makePicture'; readonly svg: string };

/** From the page. */
export type FromPage =
  /** It listens from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: SourcePlace }
  | { readonly type: 'export'; readonly form: string }
  /** What `makePicture` wanted, as the bytes of a PNG file; null where it could not be made. */
  | { readonly type: 'picture'; readonly bytes: Uint8Array | null };

/** What the page keeps while it is hidden, and VS Code while the window is closed. */
export interface PageState {
  /** The URI of the template. */
  readonly template: string;
  /** Undefined as long as the user has not zoomed. */
  readonly scale: number | undefined;
  readonly left: number;
  readonly top: number;
}
