import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { cityInfo } from "../../api/city";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import type { Pin } from "../../map/CityMap";
import { LazyMap } from "../../map/LazyMap";
import { door } from "../door";

const desk = () => matchMedia("(min-width: 1000px)");

/// Beside the list on a desk; on a phone only when wanted, so that nobody pays for it unasked.
export function KitchenMap({ cards, shown }: { cards: Card[]; shown: boolean }) {
  const w = t().home;
  const wide = useSignal(desk().matches);
  useEffect(() => {
    const media = desk();
    const look = () => (wide.value = media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  const wanted = wide.value || shown;
  const city = useResource(wanted ? "city" : null, cityInfo);
  const centre = door.value ?? city.data?.centre;
  const pins: Pin[] = cards.map((it) => ({
    id: `kitchen ${it.restaurant_id}`,
    kind: "kitchen",
    lat: it.address.lat,
    lon: it.address.lon,
    label: it.name,
    href: `/r/${it.restaurant_id}`,
    quiet: !it.open_now,
  }));
  if (door.value) pins.push({ id: "door", kind: "door", ...door.value, label: door.value.text });
  return (
    <aside class="home-map" aria-label={w.map}>
      {wanted && centre && <LazyMap label={w.map} pins={pins} centre={centre} zoom={14.500} />}
    </aside>
  );
}
