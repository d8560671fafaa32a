import { DISHES, type DishName } from "./dishes";
import "./pictures.css";

const BY_WORD: [RegExp, DishName][] = [
  [/pizza|socca|pissaladi/, "pizza"],
  [/burger|american|bar food|sandwich|hot dog/, "burger"],
  [/sushi|japan/, "sushi"],
  [/ice cream|gelat|frozen/, "ice_cream"],
  [/coffee|café|cafe|tea|breakfast/, "coffee"],
  [/bakery|dessert|cake|pastr|cr[eê]pe|chocolate/, "dessert"],
  [/sea ?food|fish|oyster|caviar/, "seafood"],
  [/salad|vegan|vegetarian|healthy|lebanese|mediterranean/, "salad"],
  [/steak|grill|barbecue|kebab|bavarian|tapas|argentin/, "grill"],
  [/asian|thai|chinese|indian|vietnam|korean|ramen|poke|noodle/, "bowl"],
  [/market|grocer|regional|monegasque|deli/, "market"],
  [/pasta|italian/, "pasta"],
];

/// Which of the family goes with a kitchen; its first word counts most.
export function dishFor(cuisine: string, id: number): DishName {
  for (const part of cuisine.toLowerCase().split(/[,;]/))
    for (const [word, name] of BY_WORD) if (word.test(part)) return name;
  return (["grill", "bowl", "seafood", "salad"] as const)[id % 4] ?? "grill";
}

// hues far enough apart that neighbours in a list differ; blue is left to the sea
const HUES = [32, 150, 80, 350, 115, 55, 190, 15, 130, 300];

export const hueOf = (id: number): number => HUES[(id * 7) % HUES.length] ?? 32;

export function Dish({ cuisine, id }: { cuisine: string; id: number }) {
  const Picture = DISHES[dishFor(cuisine, id)];
  return (
    <svg class="dish" viewBox="0 0 120 120" aria-hidden="true" style={{ "--hue": String(hueOf(id)) }}>
      <Picture />
    </svg>
  );
}

/// The picture over a restaurant's card: its dish on a cloth of its colour.
export function Cover({ cuisine, id, quiet = false }: { cuisine: string; id: number; quiet?: boolean }) {
  return (
    <div class={quiet ? "cover quiet" : "cover"} style={{ "--hue": String(hueOf(id)), "--turn": `${(id * 37) % 40 - 20}deg` }}>
      <Dish cuisine={cuisine} id={id} />
    </div>
  );
}
