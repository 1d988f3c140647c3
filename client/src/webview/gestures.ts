import type { Zoom } from './zoom';

/** How far an arrow key moves the drawing, and from where on a press that moves is no click, in pixels. */
const keyStep = 60;
const clickRadius = 4;

const zoomKeys: Readonly<Record<string, string>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'full',
  f: 'fit',
  F: 'fit',
};
const arrowKeys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
};

/** Keys zoom wherever the focus is; arrows move the drawing, and Enter follows a link in it, while the focus is in it. */
export function hearKeys(canvas: HTMLElement, zoom: Zoom, follow: (link: Element) => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || canvas.hidden) return;
    const step = zoomKeys[key];
    const arrow = arrowKeys[key];
    const isInDrawing = target instanceof Element && canvas.contains(target);
    if (step !== undefined) zoom.step(step);
    else if (arrow && isInDrawing) canvas.scrollBy(arrow[0], arrow[1]);
    else if (key === 'Enter' && isInDrawing) follow(target);
    else return;
    event.preventDefault();
  });
}

/** The drawing follows the pointer while it is pressed; only a press in one place is a click. */
export function panByDragging(canvas: HTMLElement): void {
  let start: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  let isDrag = false;
  canvas.addEventListener('pointerdown', ({ button, clientX: x, clientY: y }) => {
    isDrag = false;
    if (button === 0) start = { x, y, left: canvas.scrollLeft, top: canvas.scrollTop };
  });
  canvas.addEventListener('pointermove', ({ buttons, clientX, clientY, pointerId }) => {
    if (!start || (buttons & 1) === 0) return;
    const [x, y] = [clientX - start.x, clientY - start.y];
    if (!isDrag && Math.hypot(x, y) < clickRadius) return;
    if (!isDrag) canvas.setPointerCapture(pointerId);
    isDrag = true;
    canvas.scrollTo(start.left - x, start.top - y);
  });
  canvas.addEventListener('pointerup', () => (start = undefined));
  canvas.addEventListener('click', (event) => isDrag && event.stopPropagation(), { capture: true });
}

/** With Ctrl, as a trackpad's pinch also has it, the wheel zooms; by itself it scrolls. */
export function zoomByWheel(canvas: HTMLElement, zoom: Zoom): void {
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom.by(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 50) * 0.005), event);
  };
  canvas.addEventListener('wheel', onWheel, { passive: false });
}
