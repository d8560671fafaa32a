import { useEffect } from "preact/hooks";
import { simulator } from "../../api/watch";
import { useResource } from "../../core/resource";
import { Bone, Empty, Waiting } from "../../look/parts";
import { DeskPage, Refusal } from "../parts";
import { DrivePanel } from "./DrivePanel";
import { FaultPanel } from "./FaultPanel";
import { d } from "../words";

const POLL_MS = 5_000;

/// How the simulated people are driven, and the faults that are made on purpose.
export function SimulatorPage() {
  const w = d().drive;
  // where nobody is simulated the answer is null; it is kept apart from not knowing yet
  const state = useResource("simulator", async () => ({ it: await simulator() }));
  const there = state.data?.it ?? null;
  useEffect(() => {
    if (!there) return;
    const timer = setInterval(() => void (document.hidden || state.reload()), POLL_MS);
    return () => clearInterval(timer);
  }, [there === null]);
  return (
    <DeskPage title={w.title} lead={w.lead}>
      <div class="columns">
        <div class="stack">
          <Refusal failure={state.failure} again={() => void state.reload()} />
          {state.loading && <Waiting><Bone height={520} /></Waiting>}
          {state.data && !there && <section class="panel"><Empty title={w.none} text={w.noneText} /></section>}
          {there && <DrivePanel state={there} onChanged={(it) => state.put({ it })} />}
        </div>
        <FaultPanel />
      </div>
    </DeskPage>
  );
}
