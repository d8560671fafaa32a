import { useSignal } from "@preact/signals";
import { nearestAddress } from "../../api/city";
import type { Failure } from "../../api/failure";
import { savedAddresses } from "../../api/people";
import { signedIn, user } from "../../api/session";
import type { Address } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { AddressField } from "./AddressField";
import { PinSheet } from "./PinSheet";

/// All ways to say where the food goes: typed, where one is, on the map, saved before.
export function DoorChoice({ onPick, focus = false }: { onPick: (address: Address) => void; focus?: boolean }) {
  const pinning = useSignal(false);
  const fault = useSignal("");
  const locating = useSignal(false);
  const me = signedIn.value ? user.value : null;
  const saved = useResource(me ? `addresses.${me.user_id}` : null, () => savedAddresses(me?.user_id ?? 0));
  const w = t().door;

  const here = () => {
    locating.value = true;
    fault.value = "";
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) =>
        nearestAddress({ lat: coords.latitude, lon: coords.longitude })
          .then((hit) => onPick(hit.address), (failure: Failure) => (fault.value = explain(failure)))
          .finally(() => (locating.value = false)),
      () => {
        locating.value = false;
        fault.value = w.here_failed;
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };
  return (
    <div class="stack-s">
      <AddressField onPick={onPick} focus={focus} />
      <div class="row wrap">
        <button type="button" class="plain" onClick={here} aria-busy={locating.value}><Icon name="here" size={20} />{w.here}</button>
        <button type="button" class="plain" onClick={() => (pinning.value = true)}><Icon name="map" size={20} />{w.onMap}</button>
      </div>
      <div role="alert">{fault.value && <Fault id="here-fault">{fault.value}</Fault>}</div>
      {saved.data && saved.data.length > 0 && (
        <div>
          <h3 class="label">{w.saved}</h3>
          <ul>
            {saved.data.map((it) => (
              <li key={it.address_id}>
                <button type="button" class="hit wide" onClick={() => onPick(it.address)}>
                  <Icon name="home" size={20} /><span class="grow"><strong>{it.label}</strong><br /><span class="soft small">{it.address.text}</span></span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {pinning.value && <PinSheet onPick={onPick} onClose={() => (pinning.value = false)} />}
    </div>
  );
}
