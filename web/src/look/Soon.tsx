import { t } from "../core/i18n";
import { Pot } from "../pictures/scenes";
import "../pictures/pictures.css";
import { Empty } from "./parts";

/// Stands where a screen will be.
export function Soon({ screen }: { screen: "kitchen" | "courier" | "operator" }) {
  const w = t();
  document.title = `${w.soon[screen]} · goFOOD`;
  return (
    <main class="stack">
      <h1 class="hidden">{w.soon[screen]}</h1>
      <Empty picture={<Pot />} title={w.soon.title} text={w.soon.text}><a class="button" href="/" data-leaves>goFOOD</a></Empty>
    </main>
  );
}
