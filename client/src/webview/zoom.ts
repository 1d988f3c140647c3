import type { PageState } from '../topology/messages';
import type { Size } from './drawing';

const smallest = 0.1;
const largest = 4;
const stepFactor = 1.2;
/** Below that, names cannot be read. */
const readable = 0.65;

/** How large the drawing is and which part of it is seen. Until the user says otherwise, as much as can be read. */
export class Zoom {
  private size: Size = { width: 0, height: 0 };
  private scale = 1;
  private untouched = true;
  /** Where it was when it was last seen, until it is seen again. */
  private wanted: Partial<PageState> | undefined;

  /** `changed` is called when the state is another one. */
  constructor(
    private readonly canvas: HTMLElement,
    private readonly output: HTMLElement,
    private readonly changed: () => void,
  ) {
    new ResizeObserver(() => this.untouched && this.adapt()).observe(canvas);
    canvas.addEventListener('scroll', changed);
  }

  get state(): Omit<PageState, 'template'> {
    const { scrollLeft: left, scrollTop: top } = this.canvas;
    return { scale: this.untouched ? undefined : this.scale, left, top, ...this.wanted };
  }

  /** Takes a state that was kept, as soon as there is a drawing. */
  restore(state: Partial<PageState> | undefined): void {
    if (state?.scale === undefined) return;
    const { scale, left = 0, top = 0 } = state;
    this.wanted = { scale, left, top };
  }

  /** Takes another drawing, of which the same place is seen. */
  show(size: Size): void {
    const { left, top } = this.state;
    const { scale } = this.wanted ?? {};
    this.wanted = undefined;
    this.size = size;
    if (scale !== undefined) this.untouched = false;
    if (this.untouched) return this.adapt();
    this.resize(scale ?? this.scale);
    this.canvas.scrollTo(left, top);
    this.changed();
  }

  /** `in`, `out`, `fit`, or `full` for the full size. */
  step(step: string): void {
    const scales: Readonly<Record<string, number>> = {
      in: this.scale * stepFactor,
      out: this.scale / stepFactor,
      fit: this.whole,
    };
    this.to(scales[step] ?? 1);
  }

  /** Zooms to a scale; what is at a point of the window stays there: by default, what is in the middle. */
  to(scale: number, point?: { readonly clientX: number; readonly clientY: number }): void {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const [x, y] = point ? [point.clientX - left, point.clientY - top] : [width / 2, height / 2];
    const before = { x: (this.canvas.scrollLeft + x) / this.scale, y: (this.canvas.scrollTop + y) / this.scale };
    this.untouched = false;
    this.resize(scale);
    this.canvas.scrollTo(before.x * this.scale - x, before.y * this.scale - y);
    this.changed();
  }

  /** Zooms by a factor. */
  by(factor: number, point: { readonly clientX: number; readonly clientY: number }): void {
    this.to(this.scale * factor, point);
  }

  /** The scale at which all of the drawing is seen, at its full size at most. */
  private get whole(): number {
    const { clientWidth, clientHeight } = this.canvas;
    return Math.min(1, clientWidth / this.size.width, clientHeight / this.size.height);
  }

  private adapt(): void {
    if (this.size.width === 0 || this.canvas.clientWidth === 0) return;
    this.resize(Math.max(readable, this.whole));
    this.changed();
  }

  private resize(scale: number): void {
    this.scale = Math.min(largest, Math.max(smallest, scale));
    const svg = this.canvas.querySelector('svg');
    svg?.setAttribute('width', String(this.size.width * this.scale));
    svg?.setAttribute('height', String(this.size.height * this.scale));
    this.output.textContent = `${Math.round(this.scale * 100)} %`;
  }
}
