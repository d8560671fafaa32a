import { t } from "../../core/i18n";
import { Sheet } from "../../look/Sheet";
import { door, doorNote } from "../door";
import { DoorChoice } from "./DoorChoice";

export function DoorSheet({ onClose }: { onClose: () => void }) {
  const w = t().door;
  return (
    <Sheet title={w.ask} onClose={onClose}>
      <div class="door-sheet">
        <DoorChoice
          focus
          onPick={(address) => {
            if (address.text !== door.value?.text) doorNote.value = "";
            door.value = address;
            onClose();
          }}
        />
      </div>
    </Sheet>
  );
}
