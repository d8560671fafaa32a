import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n";
import { Icon } from "../../pictures/Icon";
import { prepared } from "./picture";

export interface Photo {
  picture: Blob;
  url: string;
  /// the same for every try to send it
  key: string;
}

/// One picture of what was wrong, taken or chosen, and shown before it is sent.
export function PhotoField({ photo }: { photo: Signal<Photo | null> }) {
  const input = useRef<HTMLInputElement>(null);
  const w = t();
  const drop = () => {
    if (photo.value) URL.revokeObjectURL(photo.value.url);
    photo.value = null;
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const picture = await prepared(file);
    drop();
    photo.value = { picture, url: URL.createObjectURL(picture), key: crypto.randomUUID() };
  };
  useEffect(() => drop, []);
  const it = photo.value;
  return (
    <div class="row">
      <input ref={input} type="file" accept="image/*" class="hidden" tabIndex={-1} aria-hidden="true" onChange={(event) => { void take(event.currentTarget.files?.[0]); event.currentTarget.value = ""; }} />
      {it && <img class="photo" src={it.url} alt={w.shop.photoAlt} width={88} height={88} />}
      {it
        ? <button type="button" class="button small" onClick={drop}><Icon name="close" size={18} />{w.shop.photoDrop}</button>
        : <button type="button" class="button small" onClick={() => input.current?.click()} aria-describedby="photo-help"><Icon name="plus" size={18} />{w.problem.photo}</button>}
      {!it && <span class="soft small" id="photo-help">{w.shop.photoHelp}</span>}
    </div>
  );
}
