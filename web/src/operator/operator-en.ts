const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// The operator's screen.
export const operatorEn = {
  title: "For operators", you: "You and your settings", trace: "Trace", reason: "Reason", usual: "Usual reasons",
  liable: "Whose fault it is", hand: "Needs a hand", menu: "Menu", toAlerts: "To the alerts", copy: "Copy the trace id", copied: "The trace id is copied.",
  starsGiven: (n: number) => s(n, "1 of 5 stars", `${n} of 5 stars`),
  stars: (average: string, n: number) => s(n, `${average} of 5 stars, 1 rating`, `${average} of 5 stars, ${n} ratings`),
  sign: {
    other: (name: string) => `You are signed in as ${name}, who is not an operator. Sign in as one; it replaces that session in this browser.`,
    forDemo: "In the demo: operator@gofood.test, password gofood-demo.",
  },
  nav: { live: "Live", problems: "Problems", zones: "Zones", kitchens: "Kitchens", promotions: "Promotions", money: "Money", people: "People", health: "Health", figures: "Figures", audit: "Audit", simulator: "Simulator" },
  find: { open: "Find", what: "An order’s number, or somebody’s name or e-mail", do: "Find" },
  service: { user: "People", restaurant: "Restaurants", order: "Orders", payment: "Payments", delivery: "Deliveries", notification: "Messages", city: "City and map", gateway: "Front door" },
  alerts: {
    severity: { critical: "Critical:", warning: "Look:" }, since: (n: number) => `for ${n} min`, more: (n: number) => `+${n}`, replica: (service: string, which: string) => `${service}, replica ${which}`,
    rule: {
      service_down: (who: string) => `${who} gives no answer`, slow: (who: string) => `${who} answers slowly`, error_share: (who: string) => `${who}: too many answers fail`, backlog: (who: string) => `${who}: news piles up and waits`,
      stuck: (who: string) => `${who}: something does not move on`, ledger_difference: () => "The books don’t agree", critical_load: (who: string) => `${who} has more to do than it can`, deadline_misses: (who: string) => `${who} misses its deadlines`,
    },
    other: (who: string) => `${who} is not well`,
  },
  faults: { on: (n: number) => s(n, "1 fault is made on purpose.", `${n} faults are made on purpose.`), purpose: "Customers feel them until they end.", end: "End all", ended: "All faults are ended." },
  party: { customer: "Customer", restaurant: "Restaurant", courier: "Courier", platform: "goFOOD" },
  notices: {
    title: "What needs a look", open: (n: number) => s(n, "Messages, 1 unread", `Messages, ${n} unread`), read: "Mark all as read", fresh: "unread", older: "Show older",
    none: "All quiet", noneText: "When something waits too long or breaks, it is told here.", other: "A message",
    kind: {
      "order.overdue": "An order waits too long", "order.problem_reported": "A customer reported a problem", "delivery.no_courier": "No courier found yet",
      "delivery.courier_silent": "A courier gives no sign", "delivery.trouble": "A courier needs help", "payment.refund_failed": "A refund failed", "payment.hold_lost": "The bank let the money go", "order.handed_over": "Handed over although cancelled", "alert.raised": "Something is not well", "alert.cleared": "Well again", "delivery.failed": "No courier was found in time", "payment.stuck": "Money did not move", "payment.ledger_differs": "The books don’t agree",
    },
  },
  number: {
    title: (time: string) => `The city at ${time}`, underWay: "Under way", hand: "Need a hand", late: "Late", unassigned: "No courier", couriers: "Couriers riding", onTime: "On time", minutes: "Minutes to the door, median", took: (time: string) => `${time} to the door`,
    of: (a: number, b: number) => `${a} of ${b}`, percent: (n: number) => `${n}%`,
  },
  live: {
    list: "Orders and couriers", show: "What to show", all: "All", hand: "Need a hand", late: "Late", unassigned: "No courier", couriers: "Couriers", map: "Map",
    mapLabel: "Map of couriers and orders; the lists beside it say the same",
    legend: { free: "free courier", busy: "riding", kitchen: "kitchen", door: "door, on time", late: "door, late or stuck" },
    promised: (time: string) => `by ${time}`, expected: (promised: string, time: string) => `${promised} → ${time}`,
    empty: {
      all: { title: "Nobody is hungry right now", text: "Orders appear here the moment they are placed." }, hand: { title: "Nothing needs a hand", text: "Orders that wait too long, and what couriers report, appear here." },
      late: { title: "Nothing is late", text: "Every order is on its way to be on time." }, unassigned: { title: "Every ride has a courier", text: "Orders that find nobody appear here, ready to be given to somebody." },
    },
    more: (n: number) => s(n, "and 1 more, less urgent", `and ${n} more, less urgent`),
  },
  pace: { late: (n: number) => `${n} min late`, tight: "tight", good: "on time", unknown: "no promise yet" },
  state: {
    ride: {
      Waiting: () => "no courier yet", Offered: () => "asking a courier", Assigned: (who: string) => `${who} rides to the kitchen`, AtRestaurant: (who: string) => `${who} waits at the kitchen`,
      PickedUp: (who: string) => `${who} brings it`, AtDoor: (who: string) => `${who} is at the door`, Delivered: () => "delivered", Cancelled: () => "ride cancelled", Returned: () => "brought back",
    },
    stuck: {
      payment: (n: number) => `Payment unknown for ${n} min`, kitchen: (n: number) => `The kitchen has been silent for ${n} min`,
      courier: (n: number) => `No courier; ordered ${n} min ago`, silent: (n: number) => `The courier gives no sign; ordered ${n} min ago`,
      other: (n: number) => `It waits too long; ordered ${n} min ago`,
    },
    told: (who: string, what: string, text: string | null) => `${who}: ${what}${text ? `. “${text}”` : ""}`,
    trouble: { kitchen_closed: "the kitchen is closed", long_wait: "long wait at the kitchen", broken_down: "broken down", cannot_find: "can’t find the place", nobody_there: "nobody is there", food_damaged: "the food is damaged", other: "something is wrong" },
  },
  couriers: {
    offline: "off shift", free: "free", full: "bag full", find: "Courier’s name", nobody: "Nobody of that name.", person: "Person", rides: (n: number) => s(n, "1 ride", `${n} rides`), none: "No couriers yet", noneText: "Give somebody the courier role under People.",
    vehicle: { bicycle: "Bicycle", scooter: "Scooter", car: "Car", foot: "On foot" }, seen: (time: string) => `seen at ${time}`, never: "not seen yet",
    end: "End the shift", begin: "Begin a shift", ended: (name: string) => `${name} is off shift.`, begun: (name: string) => `${name} is on shift.`,
  },
  assign: {
    do: "Assign", reassign: "Reassign", title: (n: number) => `Who brings order ${n}?`, again: (n: number) => `Who brings order ${n} instead?`, who: "Courier",
    best: "The next best", bestText: "Dispatch asks whoever costs everybody the least time.", give: (name: string) => `Give it to ${name}`, full: "The bag is full",
    done: (name: string, n: number) => `${name} brings order ${n}.`, looking: (n: number) => `Order ${n} looks for a courier again.`,
    usual: { waiting: "Nobody has taken it", late: "It would come too late", trouble: "The courier can’t go on" },
  },
  problems: {
    title: "Problems", lead: "What customers reported and no rule could settle.", count: (n: number) => s(n, "1 open", `${n} open`), status: { Open: "Open", Refunded: "Refunded", Refused: "Refused" }, none: "Nothing here", noneText: "Reports that need a person’s judgement wait here.",
    resolve: "Decide", resolveTitle: (n: number) => `Problem with order ${n}`, giveBack: "Give money back", refuse: "Refuse", answer: "Answer to the customer", answerHelp: "One friendly sentence. The customer reads it as it is.",
    refunded: (amount: string) => `${amount} goes back.`, refused: "Refused, and told so.", photo: "The customer’s photo", go: "To the problems",
  },
  failure: {
    courier_offline: "This courier is offline. Choose another.", courier_busy: "This courier’s bag is full. Choose another.", not_confirmed: "The kitchen has not said yes yet. A courier is found after that.", has_ride: "They have a ride. It must end first.",
    exceeds_captured: "That is more than is left to give back.", refunded_already: "This dish was refunded already.", too_many_refunds: "This payment has been refunded too often.", already_resolved: "Somebody has decided this already.",
    promotion_exists: "There is a promotion with this code already.", wrong_state: "It is too late for that; it has moved on.",
  },
};
