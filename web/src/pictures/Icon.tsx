// 24 by 24, drawn with one line.
const PATHS = {
  pin: "M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  heart: "M12 20S4 15 4 9.500A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.500C20 15 12 20 12 20z",
  bag: "M6 8h12l1 12H5L6 8zM9 10V7a3 3 0 0 1 6 0v3",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6",
  check: "M5 12.500l4.500 4.500L19 7.500",
  warn: "M12 4l9 16H3L12 4zM12 10v4M12 17v.500",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.500",
  bike: "M6 18.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM18 18.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM6 15l4-6h5l3 6M9 6h2.500",
  here: "M12 3v3M12 18v3M3 12h3M18 12h3M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10z",
  home: "M4 11l8-7 8 7v9H4v-9zM10 20v-6h4v6",
  receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2V3zM9 8h6M9 12h6",
  card: "M3 6h18v12H3V6zM3 10h18M6 15h3",
  cash: "M3 7h18v10H3V7zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  wallet: "M4 7h15v12H4V7zM4 7l11-3v3M15 12h6v3h-6z",
  again: "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
  pot: "M5 10h14v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4v-6zM3 10h18M9 6c-1-1 1-2 0-3M14 6c-1-1 1-2 0-3",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  moon: "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z",
  map: "M9 5l6 2 6-2v13l-6 2-6-2-6 2V7l6-2zM9 5v13M15 7v13",
  list: "M4 7h16M4 12h16M4 17h16",
  star: "M12 3.500l2.600 5.600 6 .700-4.500 4.100 1.200 6.100L12 17l-5.300 3 1.200-6.100-4.500-4.100 6-.700z",
  tag: "M4 4h8l8 8-8 8-8-8V4zM8.500 8.500v.100",
  share: "M12 15V4M8 7l4-4 4 4M5 12v8h14v-8",
  bell: "M6 16v-5a6 6 0 0 1 12 0v5l1.500 2h-15L6 16zM10 20.500h4",
  mute: "M6 16v-5a6 6 0 0 1 9-5.200M18 12v4l1.500 2H8M10 20.500h4M4 4l16 16",
  pause: "M9 5v14M15 5v14",
  down_to: "M12 4v11M7 11l5 5 5-5M5 20h14",
  camera: "M4 8h4l1.500-3h5L16 8h4v11H4V8zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
  chart: "M4 4v16h16M8 15l4-5 3 3 5-7",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  mail: "M3 6h18v12H3V6zM3 7l9 6.500L21 7",
  out: "M14 4h5v16h-5M4 12h11M11 8l4 4-4 4",
  copy: "M9 9h11v11H9V9zM5 15H4V4h11v1",
  sliders: "M4 8h10M18 8h2M16 10V6M4 16h2M10 16h10M8 18v-4",
  phone: "M6 3h4l1.500 5-2.500 1.500a11 11 0 0 0 5 5l1.500-2.500 5 1.500v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6l1-7z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 24, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 24 24" aria-hidden="true"
      fill={filled ? "currentColor" : "none"} stroke="currentColor" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
