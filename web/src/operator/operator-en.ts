const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// The operator's screen.
export const operatorEn = {
  title: "For operators", you: "You and your settings", trace: "Trace", reason: "Reason", usual: "Usual reasons",
  liable: "Whose fault it is", stuck: "Stuck",
  sign: {
    other: (name: string) => `You are signed in as ${name}, who is not an operator. Sign in as one; it replaces that session in this browser.`,
    forDemo: "In the demo: operator@gofood.test, password gofood-demo.",
  },
  nav: { live: "Live", problems: "Problems", zones: "Zones", promotions: "Promotions", money: "Money", people: "People", health: "Health", figures: "Figures" },
  party: { customer: "Customer", restaurant: "Restaurant", courier: "Courier", platform: "goFOOD" },
  notices: {
    title: "What needs a look", open: (n: number) => s(n, "Messages, 1 unread", `Messages, ${n} unread`), read: "Mark all as read", fresh: "unread",
    none: "All quiet", noneText: "When something waits too long or breaks, it is told here.", other: "A message",
    kind: {
      "order.overdue": "An order waits too long", "order.problem_reported": "A customer reported a problem", "delivery.no_courier": "No courier found yet",
      "delivery.courier_silent": "A courier gives no sign", "delivery.failed": "No courier was found in time", "payment.stuck": "Money did not move", "payment.ledger_differs": "The books don’t agree",
    },
  },
  number: {
    title: (time: string) => `The city at ${time}`, underWay: "Under way", late: "Late", unassigned: "No courier", couriers: "Couriers riding", onTime: "On time, last hour", minutes: "To the door, median",
    of: (a: number, b: number) => `${a} of ${b}`, percent: (n: number) => `${n}%`,
  },
  live: {
    list: "Orders and couriers", show: "What to show", all: "All", late: "Late", unassigned: "No courier", couriers: "Couriers", map: "Map",
    mapLabel: "Map of couriers and orders; the lists beside it say the same",
    legend: { free: "free courier", busy: "riding", kitchen: "kitchen", door: "door, on time", late: "door, late or stuck" },
    promised: (time: string) => `by ${time}`, expected: (promised: string, time: string) => `${promised} → ${time}`,
    none: "Nobody is hungry right now", noneText: "Orders appear here the moment they are paid.", noLate: "Nothing is late", noLateText: "Every order is on its way to be on time.",
    noUnassigned: "Every ride has a courier", noUnassignedText: "Orders that find nobody appear here, ready to be given to somebody.",
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
    },
  },
  couriers: {
    offline: "offline", free: "free", rides: (n: number) => s(n, "1 ride", `${n} rides`), none: "No couriers yet", noneText: "Give somebody the courier role under People.",
    vehicle: { bicycle: "Bicycle", scooter: "Scooter", car: "Car", foot: "On foot" }, seen: (time: string) => `seen at ${time}`, never: "not seen yet",
    end: "End the shift", begin: "Begin a shift", ended: (name: string) => `${name} is offline`, begun: (name: string) => `${name} is online`,
  },
  assign: {
    do: "Assign", reassign: "Reassign", title: (n: number) => `Who brings order ${n}?`, again: (n: number) => `Who brings order ${n} instead?`, who: "Courier",
    best: "The next best", bestText: "Dispatch asks whoever costs everybody the least time.", give: (name: string) => `Give it to ${name}`, full: "The bag is full",
    done: (name: string, n: number) => `${name} brings order ${n}.`, looking: (n: number) => `Order ${n} looks for a courier again.`,
    usual: { waiting: "Nobody has taken it", late: "It would come too late", trouble: "The courier can’t go on" },
  },
  order: {
    story: "What happened", items: "What was ordered", ride: "Ride", books: "In the books", placed: (when: string) => `placed ${when}`, promised: (time: string) => `promised by ${time}`, expected: (time: string) => `expected ${time}`,
    customer: (n: number) => `customer ${n}`, courier: (name: string) => `courier ${name}`,
  },
  road: {
    Waiting: "Looks for a courier", Offered: "Offered", Assigned: "Assigned", AtRestaurant: "At the kitchen", PickedUp: "Picked up", AtDoor: "At the door", Delivered: "Delivered", Cancelled: "Ride cancelled", Returned: "Brought back",
  },
  actor: { customer: "Customer", restaurant: "Restaurant", courier: "Courier", payment: "Payment", deadline: "Deadline", operator: "Operator", delivery: "Dispatch", dispatch: "Dispatch", order: "Order service", service: "Service" },
  decisions: {
    title: "Why this courier", none: "Dispatch has not asked anybody yet.", courier: "Courier", total: "Cost", lateness: "Lateness", waiting: "Food waits", detour: "Detour", idle: "Idle", door: "At the door", chosen: "chosen",
  },
  cancel: {
    do: "Cancel order", title: (n: number) => `Cancel order ${n}?`, text: "The customer and the kitchen are told. Who is at fault decides who pays: unless it is the customer, they get everything back.", done: (n: number) => `Order ${n} is cancelled.`,
    usual: { kitchen: "The kitchen can’t cook it", courier: "No courier can bring it", customer: "The customer asked for it" },
  },
  payment: {
    title: "Payment", none: "No payment yet.", agreed: "Agreed", captured: "Taken", refunded: "Given back", refund: "Refund", refunds: "Refunds", shares: "Who gets what",
    share: { restaurant: "Restaurant", courier: "Courier", tip: "Tip", platform: "goFOOD", tax: "Value added tax" },
    status: { Pending: "Being asked", Authorized: "Held", Captured: "Taken", Refunded: "Given back", Voided: "Released", Declined: "Declined", Unknown: "Unknown, asked again" },
    refundStatus: { Wanted: "under way", Confirmed: "confirmed", Refused: "refused" },
    refundTitle: (n: number) => `Refund order ${n}`, left: (amount: string) => `${amount} can still go back.`, what: "How much", way: { items: "Some dishes", amount: "An amount", all: "All that is left" },
    amount: (currency: string) => `Amount (${currency})`, where: "Where it goes", to: { method: "as it was paid", wallet: "as goFOOD credit" }, done: "The money is on its way back.",
    usual: { missing: "A dish was missing", late: "It came much too late", quality: "It was not good" },
  },
  problems: {
    title: "Problems", lead: "What customers reported and no rule could settle.", count: (n: number) => s(n, "1 open", `${n} open`), status: { Open: "Open", Refunded: "Refunded", Refused: "Refused" }, none: "Nothing here", noneText: "Reports that need a person’s judgement wait here.",
    resolve: "Decide", resolveTitle: (n: number) => `Problem with order ${n}`, giveBack: "Give money back", refuse: "Refuse", answer: "Answer to the customer", answerHelp: "One friendly sentence. The customer reads it as it is.",
    refunded: (amount: string) => `${amount} goes back.`, refused: "Refused, and told so.", photo: "The customer’s photo", go: "To the problems",
  },
  promotions: {
    title: "Promotions", make: "New promotion", made: (code: string) => `${code} counts from now on.`, none: "No promotions yet", noneText: "Make one, and tell people its code.", active: "running", over: "ended", end: "End it", again: "Let it go on",
    ended: (code: string) => `${code} is ended.`, goesOn: (code: string) => `${code} counts again.`, percentOff: (n: number) => `${n}% off the dishes`, amountOff: (amount: string) => `${amount} off the dishes`,
    from: (amount: string) => `from ${amount}`, most: (amount: string) => `at most ${amount}`, used: (n: number, limit: number | null) => (limit === null ? `used ${n} times` : `used ${n} of ${limit} times`),
    paidBy: (who: string) => `paid by: ${who}`, until: (when: string) => `until ${when}`, only: (id: number) => `only at restaurant ${id}`,
    payer: "Who pays for it", code: "Code", codeHelp: "3 to 40 letters, digits, - or _", what: "What it gives", kind: { percent: "A percentage", amount: "An amount", free_delivery: "Free delivery" }, percent: "Percent off the dishes", amount: "Amount off the dishes",
    mostDiscount: "Never more than", minimum: "Dishes for at least", ends: "Ends", limit: "Orders in all", perCustomer: "Orders per customer", restaurant: "Only at restaurant (number)",
  },
  zones: {
    title: "Zones", lead: "When there are too few couriers, kitchens deliver less far for a while.", restrict: "Shrink or pause", none: "All zones are as usual", noneText: "Shrink or pause them when the city can’t keep up. It ends by itself.",
    paused: "Paused", shrunk: (n: number) => `Shrunk to ${n}%`, whole: "The whole city", some: "Some kitchens", until: (time: string, n: number) => `until ${time}, ${n} min more`, end: "End now", ended: "Back to the usual reach.", made: "In force.",
    reach: "How far of the usual", howLong: "For how long", where: "Where", find: "Find kitchens", pause: "Pause", shrink: "Shrink", usual: { couriers: "Too few couriers", weather: "Bad weather", event: "Streets are closed" },
    see: "See a zone", kitchen: "Kitchen", choose: "Choose one", map: (name: string) => `Map of where ${name} delivers; the sentence above says the same`,
    reaches: (name: string, n: number) => `${name} delivers as far as a bicycle comes in ${n} min.`, drawn: (name: string) => `${name} delivers within a drawn area.`, nowPaused: (time: string) => `Paused until ${time}.`, nowShrunk: (n: number, time: string) => `Shrunk to ${n}% until ${time}.`,
  },
  money: {
    title: "Money", check: "The books", checkAll: "Check from the first entry", balanced: "The books agree.", differs: "The books don’t agree.", looked: (n: number, time: string) => s(n, `1 entry looked at, ${time}`, `${n} entries looked at, ${time}`),
    entries: "Ledger", noEntries: "No entries.", find: "An account (restaurant:7) or an order’s number", show: "Search",
    account: { customer: "Customers", restaurant: "Restaurants", courier: "Couriers", wallet: "Wallets", cash: "Cash with couriers", platform: "goFOOD", tax: "Taxes", provider: "Card provider", bank: "Bank",
      "platform:commission": "Our commissions", "platform:fees": "Our fees", "platform:rides": "Paid for rides", "platform:promotions": "Paid for promotions", "platform:refunds": "Paid for refunds", "provider:card": "At the card provider", "tax:vat": "Value added tax" },
  },
  payouts: {
    title: "Payouts", lead: "Pays what we owe at this moment. Small sums and debts are carried over.", restaurant: "Pay restaurants", courier: "Pay couriers", none: "Nobody was paid yet.", do: "Pay now",
    sure: { restaurant: "Every restaurant gets what we owe it now. The same run never pays anybody twice.", courier: "Every courier gets what we owe them now, less the cash they hold. The same run never pays anybody twice." }, paid: (n: string) => `Paid: ${n}.`,
  },
  people: {
    title: "People", find: "Name or e-mail", roles: "Roles", all: "All", none: "Nobody like that", noneText: "Try another name or take away a filter.", noEmail: "no e-mail", approve: "Approve as courier",
    role: { customer: "Customer", guest: "Guest", staff: "Kitchen", courier: "Courier", operator: "Operator", service: "Service" },
    may: { customer: "orders food", guest: "ordered without an account", staff: "works the board of their kitchens", courier: "brings food", operator: "sees and changes everything here", service: "one of our programs" },
    kitchens: "Kitchens (numbers)", kitchensHelp: "Separated by commas.", vehicle: "How they ride", credit: "Give credit", give: "Give", given: "The credit is there.",
  },
  health: {
    title: "Health", whole: { ok: "Everything is well.", degraded: "Something is not well." }, state: { ok: "well", degraded: "limping", down: "down" }, ms: (n: number) => `answered in ${n} ms`,
    service: { user: "People", restaurant: "Restaurants", order: "Orders", payment: "Payments", delivery: "Deliveries", notification: "Messages", city: "City and map", gateway: "Front door" },
    accuracy: "How good our times were", accuracyLead: "Last 24 hours. Half of all orders should come before the earlier moment that customers were told, nine of ten before the later.", noAccuracy: "Nothing delivered yet.",
    told: "Told", at: { ordered: "when ordered", picked_up: "when picked up" }, deliveries: "Deliveries", within: "Before the later", early: "Before the earlier", mean: "Mean error", median: "Median error",
    seconds: (n: number) => `${n} s`, signed: (n: number) => `${n > 0 ? "+" : ""}${n} s`,
  },
  figures: {
    title: "Figures", lead: "As this browser has seen them, for up to six hours; they grow while this screen is open.", none: "Not enough seen yet", noneText: "Leave this screen open for a minute, and lines appear.",
    orders: "Orders", couriers: "Couriers", online: "Online", riding: "Riding", summary: (last: number, least: number, most: number) => `${last} now, ${least} to ${most} before`,
  },
  failure: {
    courier_offline: "This courier is offline. Choose another.", courier_busy: "This courier’s bag is full. Choose another.", not_confirmed: "The kitchen has not said yes yet. A courier is found after that.", has_ride: "They have a ride. It must end first.",
    exceeds_captured: "That is more than is left to give back.", refunded_already: "This dish was refunded already.", too_many_refunds: "This payment has been refunded too often.", already_resolved: "Somebody has decided this already.",
    promotion_exists: "There is a promotion with this code already.", wrong_state: "It is too late for that; it has moved on.",
  },
};
