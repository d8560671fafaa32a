import type { Marker } from "maplibre-gl";

const REACH_PX = 44;

/// Couriers are small and move: whoever is nearest to the pointer is meant, within a finger's breadth.
export function nearestTo(x: number, y: number, markers: Map<number, Marker>): { id: number; element: HTMLElement } | null {
  let best: { id: number; element: HTMLElement; far: number } | null = null;
  for (const [id, marker] of markers) {
    const element = marker.getElement();
    const { left, top, width, height } = element.getBoundingClientRect();
    const far = Math.hypot(left + width / 2 - x, top + height / 2 - y);
    if (far <= REACH_PX && (!best || far < best.far)) best = { id, element, far };
  }
  return best;
}

/// Makes the map a place where orders are dropped. Returns how to stop that.
export function takeDrops(box: HTMLElement, markers: Map<number, Marker>, onDrop: (order: number, courier: number) => void): () => void {
  let over: HTMLElement | null = null;
  const mark = (element: HTMLElement | null) => {
    if (over !== element) over?.classList.remove("over");
    element?.classList.add("over");
    over = element;
  };
  const move = (event: DragEvent) => {
    const found = nearestTo(event.clientX, event.clientY, markers);
    mark(found?.element ?? null);
    if (!found) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "move";
  };
  const drop = (event: DragEvent) => {
    const found = nearestTo(event.clientX, event.clientY, markers);
    mark(null);
    const order = Number(event.dataTransfer?.getData("text/plain"));
    if (!found || !order) return;
    event.preventDefault();
    onDrop(order, found.id);
  };
  const leave = () => mark(null);
  const acts = [["dragover", move], ["drop", drop], ["dragleave", leave]] as const;
  for (const [name, act] of acts) box.addEventListener(name, act as EventListener);
  return () => {
    for (const [name, act] of acts) box.removeEventListener(name, act as EventListener);
  };
}
