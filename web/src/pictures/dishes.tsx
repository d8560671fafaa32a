import type { JSX } from "preact";

// The family of flat dishes, 120 by 120. What holds the food (plate, bowl, cup) takes the
// restaurant's colours, --dish and --dish-deep; the food keeps its own.

const Plate = ({ r = 50 }: { r?: number }) => (
  <>
    <circle cx="60" cy="60" r={r} fill="var(--dish)" />
    <circle cx="60" cy="60" r={r - 9} fill="var(--plate)" />
  </>
);

const ring = (n: number, radius: number, draw: (x: number, y: number, i: number) => JSX.Element) =>
  Array.from({ length: n }, (_, i) => {
    const angle = (i / n) * 2 * Math.PI + 0.4;
    return draw(60 + radius * Math.cos(angle), 60 + radius * Math.sin(angle), i);
  });

const Leaf = ({ x, y, turn, fill = "#3f8f4f" }: { x: number; y: number; turn: number; fill?: string }) => (
  <path d="M0 -11C7 -6 7 6 0 11C-7 6 -7 -6 0 -11Z" fill={fill} transform={`translate(${x} ${y}) rotate(${turn})`} />
);

const Pizza = () => (
  <>
    <circle cx="60" cy="60" r="50" fill="#d9924a" />
    <circle cx="60" cy="60" r="43" fill="#e2512f" />
    <circle cx="60" cy="60" r="40" fill="#f7c95c" />
    <path d="M60 60L60 10M60 60L103 85M60 60L17 85" stroke="#d9924a" stroke-width="2.500" />
    {ring(6, 25, (x, y) => <circle cx={x} cy={y} r="7.500" fill="#c8392b" />)}
    {ring(6, 25, (x, y) => <circle cx={x - 2} cy={y - 2} r="2" fill="#e0685a" />)}
    <Leaf x={60} y={58} turn={20} /> <Leaf x={46} y={70} turn={100} /> <Leaf x={78} y={50} turn={-60} />
  </>
);

const Burger = () => (
  <>
    <ellipse cx="60" cy="103" rx="48" ry="7" fill="var(--dish)" />
    <path d="M16 84h88c0 10-7 16-17 16H33c-10 0-17-6-17-16z" fill="#d98b3f" />
    <rect x="13" y="69" width="94" height="16" rx="8" fill="#6d3a22" />
    <path d="M14 66h92l-17 9-14-6-15 9-16-9-13 6z" fill="#f8c441" />
    <path d="M12 60c6-6 12 4 20 0s12 4 20 0 14 4 22 0 12 3 18 0 10-2 16 0c3 6-2 10-8 8H20c-7 2-11-3-8-8z" fill="#62a744" />
    <rect x="16" y="50" width="88" height="9" rx="4.500" fill="#d8432f" />
    <path d="M14 50c2-21 21-33 46-33s44 12 46 33z" fill="#e5a04e" />
    <path d="M24 40c5-10 16-16 30-17" stroke="#f3c180" stroke-width="4" stroke-linecap="round" fill="none" />
    {[[50, 32], [68, 27], [82, 38], [64, 41], [40, 42]].map(([x, y]) => <ellipse cx={x} cy={y} rx="3" ry="2" fill="#fbe6bf" />)}
  </>
);

const Bowl = () => (
  <>
    <path d="M78 10L58 62M90 14L68 62" stroke="#8a5a36" stroke-width="4" stroke-linecap="round" />
    <ellipse cx="60" cy="60" rx="50" ry="17" fill="var(--dish-deep)" />
    <ellipse cx="60" cy="60" rx="43" ry="12.500" fill="#f2d08a" />
    <path d="M24 58c8-7 14 5 22-1s14 6 22 0 16 5 24-1" stroke="#dca64b" stroke-width="4" fill="none" stroke-linecap="round" />
    <ellipse cx="42" cy="57" rx="12" ry="7" fill="#fff8ec" /><ellipse cx="43" cy="57" rx="6" ry="3.500" fill="#f2a33a" />
    <Leaf x={72} y={55} turn={70} /><Leaf x={82} y={60} turn={100} fill="#58a85c" />
    <circle cx="62" cy="64" r="5" fill="#d8432f" />
    <path d="M10 60c0 29 18 46 38 48h24c20-2 38-19 38-48-8 9-28 17-50 17s-42-8-50-17z" fill="var(--dish)" />
    <path d="M24 82c6 12 15 18 25 20" stroke="var(--plate)" stroke-width="4" stroke-linecap="round" fill="none" opacity=".55" />
  </>
);

const Maki = ({ x, y, heart }: { x: number; y: number; heart: string }) => (
  <g transform={`translate(${x} ${y})`}>
    <circle r="17" fill="#24382f" /><circle r="13.500" fill="#fdf8ee" /><circle r="6" fill={heart} />
  </g>
);

const Sushi = () => (
  <>
    <rect x="8" y="20" width="104" height="80" rx="14" fill="var(--dish)" />
    <rect x="14" y="26" width="92" height="68" rx="9" fill="var(--dish-deep)" opacity=".55" />
    <Maki x={37} y={47} heart="#ef7a4d" /><Maki x={37} y={77} heart="#6aa84f" />
    <g transform="translate(76 45)"><rect x="-23" y="-7" width="46" height="18" rx="9" fill="#fdf8ee" /><path d="M-24 0c0-11 8-13 24-13s24 2 24 13c0 4-48 4-48 0z" fill="#f08a5d" /><path d="M-12-10l5 11M1-12l4 13M13-10l4 10" stroke="#fbd0b6" stroke-width="2.500" /></g>
    <g transform="translate(76 77)"><rect x="-23" y="-7" width="46" height="18" rx="9" fill="#fdf8ee" /><path d="M-24 0c0-11 8-13 24-13s24 2 24 13c0 4-48 4-48 0z" fill="#e4573d" /><rect x="-5" y="-14" width="10" height="26" fill="#24382f" /></g>
  </>
);

const Pasta = () => (
  <>
    <Plate />
    <g fill="none" stroke="#efbf52" stroke-width="5" stroke-linecap="round">
      <path d="M32 66c4-26 50-30 56-4s-36 36-48 18 18-34 32-20-6 26-16 18" />
      <path d="M36 52c12-18 40-16 50 2M34 74c12 16 40 16 52-2" stroke="#f6d27a" />
    </g>
    <path d="M44 50c6-9 26-9 32 0 5 9-2 16-16 16s-21-8-16-16z" fill="#d8432f" />
    <circle cx="53" cy="52" r="4" fill="#b72f22" /><circle cx="67" cy="56" r="4" fill="#b72f22" />
    <Leaf x={60} y={47} turn={-40} /><Leaf x={69} y={48} turn={50} fill="#58a85c" />
  </>
);

const Salad = () => (
  <>
    <Plate />
    {ring(7, 24, (x, y, i) => <Leaf x={x} y={y} turn={i * 52} fill={i % 2 ? "#58a85c" : "#7dbb5a"} />)}
    {ring(5, 17, (x, y, i) => <g transform={`translate(${x} ${y}) rotate(${i * 70}) scale(1.35)`}><Leaf x={0} y={0} turn={0} fill={i % 2 ? "#a5cf6c" : "#3f8f4f"} /></g>)}
    {[[48, 50], [74, 58], [56, 76]].map(([x, y]) => <><circle cx={x} cy={y} r="8" fill="#d8432f" /><circle cx={x} cy={y} r="4.500" fill="#f08068" /></>)}
    <circle cx="66" cy="42" r="7" fill="#fff8ec" /><circle cx="66" cy="42" r="3.500" fill="#f2a33a" />
    <rect x="40" y="62" width="9" height="9" rx="2" fill="#fff5dd" transform="rotate(20 44 66)" /><rect x="68" y="70" width="9" height="9" rx="2" fill="#fff5dd" />
  </>
);

const Grill = () => (
  <>
    <Plate />
    <path d="M30 58c0-18 16-28 34-26s28 14 25 30-18 24-36 24-23-12-23-28z" fill="#7a3b22" />
    <path d="M36 58c0-14 13-21 27-20s22 11 20 24-14 18-29 18-18-10-18-22z" fill="#a9552f" />
    <path d="M42 50l24 24M52 43l26 26M40 64l14 14" stroke="#5c2a18" stroke-width="4.500" stroke-linecap="round" />
    <path d="M78 32c5 0 8 5 6 9s-8 4-10 0 0-9 4-9z" fill="#fbe3c4" />
    <Leaf x={84} y={80} turn={40} /><Leaf x={92} y={74} turn={75} fill="#58a85c" />
    <circle cx="34" cy="84" r="6.500" fill="#d8432f" />
  </>
);

const Seafood = () => (
  <>
    <Plate />
    <path d="M22 62c12-22 42-26 60-6l16-12c-3 12-3 24 2 36L82 68c-18 20-48 16-60-6z" fill="#5c94ad" />
    <path d="M22 62c14 8 40 12 60 6-18 20-48 16-60-6z" fill="#cfe3ea" />
    <circle cx="37" cy="57" r="4" fill="#fff" /><circle cx="37" cy="57" r="2" fill="#1e3a47" />
    <path d="M50 48c5 8 5 18 0 27M62 48c4 8 4 16 0 24" stroke="#3d7189" stroke-width="2.500" fill="none" stroke-linecap="round" />
    <g transform="translate(74 32)"><circle r="11" fill="#f5d64c" /><circle r="8" fill="#fbeb9a" /><path d="M0-8V8M-7-4L7 4M-7 4L7-4" stroke="#f5d64c" stroke-width="2" /></g>
    <Leaf x={48} y={90} turn={70} /><Leaf x={61} y={92} turn={100} fill="#58a85c" />
  </>
);

const Dessert = () => (
  <>
    <ellipse cx="60" cy="98" rx="50" ry="10" fill="var(--dish)" /><ellipse cx="60" cy="95" rx="40" ry="6" fill="var(--plate)" />
    <path d="M22 60l76-18v48c0 3-2 5-5 5H27c-3 0-5-2-5-5z" fill="#f4d7a4" />
    <path d="M22 72l76-9v10l-76 9z" fill="#d8432f" /><path d="M22 60l76-18v14L22 72z" fill="#fff5e6" />
    <path d="M22 60c16-20 48-28 76-18z" fill="#fffaf2" />
    <path d="M30 66c0 7 7 7 7 0M52 61c0 8 8 8 8 0M76 55c0 7 7 7 7 0" fill="#fff5e6" />
    <circle cx="62" cy="33" r="10" fill="#c8392b" /><path d="M62 24c1-8 6-12 12-13" stroke="#3f8f4f" stroke-width="3" fill="none" stroke-linecap="round" /><circle cx="59" cy="30" r="2.500" fill="#ee8b7e" />
  </>
);

const Coffee = () => (
  <>
    <ellipse cx="54" cy="102" rx="46" ry="8" fill="var(--dish-deep)" />
    <path d="M88 54c22-6 26 30-4 30" stroke="var(--dish)" stroke-width="8" fill="none" />
    <path d="M16 48h76v22c0 20-14 30-30 30H46c-16 0-30-10-30-30z" fill="var(--dish)" />
    <ellipse cx="54" cy="48" rx="38" ry="10" fill="var(--plate)" /><ellipse cx="54" cy="49" rx="32" ry="7" fill="#7a4a2c" />
    <path d="M54 55c-9-4-11-6-9-8s7-1 9 1c2-2 7-3 9-1s0 4-9 8z" fill="#f1d7b2" />
    <path d="M40 32c-6-8 6-10 0-19M56 30c-6-8 6-10 0-20M71 32c-6-8 6-10 0-19" stroke="var(--steam)" stroke-width="4" fill="none" stroke-linecap="round" />
  </>
);

const IceCream = () => (
  <>
    <path d="M38 62h44L62 112c-1 3-3 3-4 0z" fill="#dc9a52" /><path d="M44 68l26 24M52 64l22 20M76 68L52 92M68 64L48 84" stroke="#bd7a35" stroke-width="2.500" />
    <circle cx="44" cy="46" r="21" fill="#f6b6bd" /><circle cx="76" cy="46" r="21" fill="#fff2cf" /><circle cx="60" cy="30" r="21" fill="#a9744a" />
    <path d="M32 60c4 8 10 8 13 2 4 8 11 8 15 0 4 8 11 8 15 0 3 6 9 6 13-2v4c0 4-4 6-8 6H40c-4 0-8-2-8-6z" fill="#f6b6bd" />
    <path d="M48 24c3-6 8-8 13-8" stroke="#cfa27e" stroke-width="4" fill="none" stroke-linecap="round" />
    <rect x="76" y="2" width="8" height="32" rx="3" fill="var(--dish)" transform="rotate(24 80 18)" /><circle cx="56" cy="9" r="6" fill="#c8392b" />
  </>
);

const Market = () => (
  <>
    <path d="M36 24c-12-4-14 14-6 22M32 30c-8 6-4 18 4 22" stroke="#3f8f4f" stroke-width="6" fill="none" stroke-linecap="round" />
    <path d="M62 8c12 0 16 30 14 48H54c-3-18-4-48 8-48z" fill="#e3a55a" transform="rotate(14 62 40)" /><path d="M58 22l14 4M56 34l16 4" stroke="#b97a34" stroke-width="3" stroke-linecap="round" transform="rotate(14 62 40)" />
    <circle cx="44" cy="46" r="15" fill="#d8432f" /><path d="M44 34c0-5 3-8 7-9" stroke="#3f8f4f" stroke-width="3" fill="none" stroke-linecap="round" />
    <path d="M16 52h88l-7 50c-1 5-4 8-9 8H32c-5 0-8-3-9-8z" fill="var(--dish)" /><path d="M16 52h88l-1.500 10h-85z" fill="var(--dish-deep)" />
    <path d="M42 72v26M60 72v26M78 72v26" stroke="var(--plate)" stroke-width="4" stroke-linecap="round" opacity=".6" />
  </>
);

export const DISHES = {
  pizza: Pizza, burger: Burger, bowl: Bowl, sushi: Sushi, pasta: Pasta, salad: Salad, grill: Grill,
  seafood: Seafood, dessert: Dessert, coffee: Coffee, ice_cream: IceCream, market: Market,
};
export type DishName = keyof typeof DISHES;
