import { expect, test } from "vitest";
import { EventText } from "./live";

const STREAM = 'id: 3\nevent: order\ndata: {"a":1}\n\n: heartbeat\n\nid: 4\r\ndata: one\r\ndata: two\r\n\r\n';

test("events are read wherever the pieces were cut", () => {
  for (let cut = 0; cut <= STREAM.length; cut++) {
    const text = new EventText();
    const events = [...text.take(STREAM.slice(0, cut)), ...text.take(STREAM.slice(cut))];
    expect(events, `cut at ${cut}`).toEqual([
      { id: "3", name: "order", data: '{"a":1}' },
      { id: "4", name: "message", data: "one\ntwo" },
    ]);
  }
});

test("a heartbeat is no event, and half an event isn't either", () => {
  const text = new EventText();
  expect(text.take(":\n\n")).toEqual([]);
  expect(text.take("data: half")).toEqual([]);
});
