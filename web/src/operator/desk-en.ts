const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// What the pages beside the live city say; fetched with the first of them.
export const deskEn = {
  order: {
    story: "What happened", items: "What was ordered", ride: "Ride", books: "In the books", placed: (when: string) => `placed ${when}`, promised: (time: string) => `promised by ${time}`, expected: (time: string) => `expected ${time}`,
    who: "Who it is about", see: "See", rating: "What the customer said", food: "Food", rideStars: "Ride",
  },
  code: {
    card_declined: "The bank said no.", insufficient_funds: "There was not enough on it.", expired_card: "The card has run out.", authentication_required: "The bank wants to hear from the customer first.",
    payment_silent: "Nobody could say in time whether it is paid.", hold_lost: "The bank no longer holds the money.", restaurant_silent: "The restaurant did not answer in time.", restaurant_delayed: "The restaurant needs longer.",
    food_never_ready: "The food was not ready long after it should have been.", food_not_collected: "No courier came for the food.", no_courier: "No courier was found.", courier_never_arrived: "The courier did not arrive.",
    courier_assigned: "A courier will bring it.", courier_gone: "The courier won’t bring it; another is looked for.", handed_over: "It was handed over although it had been called off.", customer_cancelled: "The customer cancelled and gave no reason.",
    operator_cancelled: "We cancelled and gave no reason.", dish_missing: "The restaurant doesn’t have a dish and asks the customer.", dish_swapped: "Another dish comes instead.", dish_left_out: "A dish is left out.",
    all_or_nothing: "A dish is missing, and the customer wanted all or nothing.", nothing_left: "Nothing of the order is left.",
    dishes_refunded: "The dishes were paid back.", ride_refunded: "It came late; the ride was paid back.", looked_into: "We are looking into it.", refund_failed: "The money could not be sent back yet.",
  },
  rideWhy: { noAnswer: (who: string) => `${who} did not answer.`, gaveBack: "They gave it back.", declined: "Declined.", late: "The courier did not arrive in time.", silent: "The courier gives no sign.", noProof: "Without proof." },
  road: {
    Waiting: "Looks for a courier", Offered: "Offered", Assigned: "Assigned", AtRestaurant: "At the kitchen", PickedUp: "Picked up", AtDoor: "At the door", Delivered: "Delivered", Cancelled: "Ride cancelled", Returned: "Brought back",
  },
  actor: { customer: "Customer", restaurant: "Restaurant", courier: "Courier", payment: "Payment", deadline: "Deadline", operator: "Operator", delivery: "Dispatch", dispatch: "Dispatch", order: "Order service", service: "Service" },
  decisions: {
    title: "Why this courier", none: "Dispatch has not asked anybody yet.", courier: "Courier", total: "Cost", lateness: "Lateness", waiting: "Food waits", detour: "Detour", idle: "Idle", door: "At the door", chosen: "chosen", best: (cost: number) => `It costs everybody least: ${cost} s in sum.`, next: (name: string, cost: number) => `After that ${name}, with ${cost} s.`,
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
  promotions: {
    title: "Promotions", make: "New promotion", made: (code: string) => `${code} counts from now on.`, none: "No promotions yet", noneText: "Make one, and tell people its code.", standing: { running: "running", soon: "not yet", over: "its time is over", used: "used up", ended: "ended" }, begins: (when: string) => `begins ${when}`, end: "End it", again: "Let it go on",
    ended: (code: string) => `${code} is ended.`, goesOn: (code: string) => `${code} counts again.`, percentOff: (n: number) => `${n}% off the dishes`, amountOff: (amount: string) => `${amount} off the dishes`,
    from: (amount: string) => `from ${amount}`, most: (amount: string) => `at most ${amount}`, used: (n: number, limit: number | null) => (limit === null ? `used ${n} times` : `used ${n} of ${limit} times`),
    paidBy: (who: string) => `paid by: ${who}`, until: (when: string) => `until ${when}`, only: (name: string) => `only at ${name}`,
    payer: "Who pays for it", code: "Code", codeHelp: "3 to 40 letters, digits, - or _", what: "What it gives", kind: { percent: "A percentage", amount: "An amount", free_delivery: "Free delivery" }, percent: "Percent off the dishes", amount: "Amount off the dishes",
    mostDiscount: "Never more than", minimum: "Dishes for at least", starts: "Begins (the city’s time)", ends: "Ends (the city’s time)", limit: "Orders in all", perCustomer: "Orders per customer", restaurant: "Only at one restaurant",
    wrong: { code: "3 to 40 letters, digits, - or _.", percent: "A whole number from 1 to 100.", amount: "From 0.01 to 10,000.", most: "From 0.01 to 10,000.", minimum: "From 0 to 10,000.", starts: "Not a time.", ends: "It must end in the future, and after it begins.", limit: "A whole number, at least 1.", perCustomer: "A whole number, at least 1.", restaurant: "Say which restaurant pays for it." },
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
    cause: {
      charge: (payment: string, _: string) => `Payment ${payment} charged`, capture: (payment: string, _: string) => `Payment ${payment} taken`, settlement: (order: string, _: string) => `Order ${order} settled`, burden: (refund: string, _: string) => `Who bears refund ${refund}`, refund: (refund: string, _: string) => `Refund ${refund}`,
      ride: (courier: string, order: string) => `Ride of courier ${courier} for order ${order}`, cash: (order: string, _: string) => `Cash for order ${order}, called off`,
    },
    account: { customer: "Customers", restaurant: "Restaurants", courier: "Couriers", wallet: "Wallets", cash: "Cash with couriers", platform: "goFOOD", tax: "Taxes", provider: "Card provider", bank: "Bank",
      "platform:commission": "Our commissions", "platform:fees": "Our fees", "platform:rides": "Paid for rides", "platform:promotions": "Paid for promotions", "platform:refunds": "Paid for refunds", "platform:compensation": "Paid in compensation", "platform:credits": "Given as credit", "provider:card": "At the card provider", "tax:vat": "Value added tax" },
  },
  payouts: {
    title: "Payouts", lead: "Pays what we owe at this moment. Small sums and debts are carried over.", restaurant: "Pay restaurants", courier: "Pay couriers", none: "Nobody was paid yet.", do: "Pay now",
    sure: { restaurant: "Every restaurant gets what we owe it now. The same run never pays anybody twice.", courier: "Every courier gets what we owe them now, less the cash they hold. The same run never pays anybody twice." }, paid: (n: string) => `Paid: ${n}.`,
  },
  people: {
    title: "People", find: "Name or e-mail", roles: "Roles", all: "All", none: "Nobody like that", noneText: "Try another name or take away a filter.", noEmail: "no e-mail", approve: "Approve as courier", one: (n: number) => `Person ${n}`, orders: "Their latest orders", noOrders: "Nothing ordered yet.", creditUsual: { late: "For the long wait", quality: "For the trouble" },
    role: { customer: "Customer", guest: "Guest", staff: "Kitchen", courier: "Courier", operator: "Operator", service: "Service" },
    may: { customer: "orders food", guest: "ordered without an account", staff: "works the board of their kitchens", courier: "brings food", operator: "sees and changes everything here", service: "one of our programs" },
    kitchens: "Their kitchens", vehicle: "How they ride", credit: "Give credit", give: "Give", given: (amount: string) => `${amount} of credit given.`,
  },
  health: {
    title: "Health", alerts: "Alerts", services: "Services", up: (n: number, of: number) => `${n} of ${of} up`, history: (who: string) => `How ${who} was doing`, range: "How far back", hours: (n: number) => `${n} h`, minutes: (n: number) => `${n} min`, noHistory: "Nothing was measured yet. Look again in a minute.",
    latency: "Slowest answer, in ms", requests: "Requests a second", errors: "Failed, in %", replicas: "Replicas", upNow: "Up", wanted: "All", whole: { ok: "Everything is well.", degraded: "Something is not well.", alerts: "Every service answers, but alerts last." }, state: { ok: "well", degraded: "limping", down: "down" }, ms: (n: number) => `answered in ${n} ms`,
    accuracy: "How good our times were", accuracyLead: "Last 24 hours. Half of all orders should come before the earlier moment that customers were told, nine of ten before the later.", noAccuracy: "Nothing delivered yet.",
    told: "Told", at: { ordered: "when ordered", picked_up: "when picked up" }, deliveries: "Deliveries", within: "Before the later", early: "Before the earlier", mean: "Mean error", median: "Median error",
    seconds: (n: number) => `${n} s`, signed: (n: number) => `${n > 0 ? "+" : ""}${n} s`,
  },
  figures: {
    title: "Figures", lead: "How it went, as the services know it.", span: "How far back", hours: (n: number) => s(n, "Last hour", `Last ${n} hours`), asOf: (time: string) => `As of ${time}`,
    cut: (time: string) => `There was a lot: what you see begins at ${time}.`, nothing: "Nobody ordered in this time", nothingText: "Look further back.",
    placed: "Orders", delivered: "Delivered", ended: "Came to nothing", onTime: "On time", minutes: "To the door, median", perHour: "Orders per hour", onTimePercent: "Delivered on time, in %",
    why: "Why orders came to nothing", whyOf: (n: number) => s(n, "The one of this time.", `The newest ${n} of this time.`), noneEnded: "None did.", own: (status: string) => `${status}, for a reason in somebody’s own words`,
    watched: "The live city as this browser saw it", watchedText: "Up to six hours; it grows while one of these pages is open.", noneText: "Leave this screen open for a minute, and lines appear.",
    orders: "Orders", couriers: "Couriers", online: "On shift", riding: "Riding", summary: (last: string, least: string, most: string) => `${last} now, ${least} to ${most} before`,
  },
  alertsPage: {
    title: "Alerts", lead: "What the monitor saw, newest first. It remembers as long as it runs.", none: "Nothing is wrong", noneText: "When a service fails, slows down or falls behind, it is told here and on top of every page.",
    now: "Now", before: "Over", since: (when: string) => `since ${when}`, lasted: (from: string, to: string, n: number) => `${from} to ${to}, ${n} min`, see: "See the service", over: "over", severity: { critical: "critical", warning: "look at it" },
  },
  parked: {
    title: "Events that a service refused", lead: "It was tried ten times. Later news of the same order waits behind it, until it is tried again or given up.", from: (from: string, to: string) => `${from} → ${to}`, since: (when: string) => `since ${when}`,
    retry: "Try again", retried: "It is being tried again.", drop: "Give up", dropped: "Given up. What waited behind it goes on.", sure: "Give this event up for good? The other service will never hear of it.", more: "There are more than are shown.", unreachable: (names: string) => `Did not answer, so that theirs are missing here: ${names}.`,
  },
  picker: { find: "A kitchen’s name", none: "No kitchen of that name.", remove: ": take away" },
  kitchens: {
    title: "Kitchens", lead: "How customers rate them, and what they say.", find: "Name, number or cuisine", worst: "Worst rated first", none: "No kitchen like that", noneText: "Try another name.", open: "open", closed: "closed", see: "See",
    zone: "Its zone", books: "Its books", menu: "Its menu", reviews: "What customers said", noReviews: "Nobody has said anything yet.",
  },
  applications: {
    title: (n: number) => s(n, "1 waits for an answer", `${n} wait for an answer`), wants: { courier: "wants to ride", staff: "wants to sell" }, answer: "Answer", accept: { courier: "Approve as courier", staff: "Let them sell" }, refuse: "Refuse",
    accepted: (name: string) => `${name} is in.`, refused: (name: string) => `${name} was refused.`, where: "In which kitchens",
  },
  audit: {
    title: "Audit", lead: "What operators and services did, newest first.", find: "Who, what, why or a trace id", service: "Service", anyService: "All services", by: "By whom", all: "All", operators: "Operators", services: "Services", refused: "Refused",
    unreachable: (names: string) => `Did not answer, and is missing here: ${names}.`, none: "Nothing like that", noneYet: "Not among what was fetched. Show more, or take away a filter.", noneText: "Take away a filter.", looked: (n: number) => `The newest ${n} were looked through.`, refusedWith: (status: number) => `refused (${status})`,
    did: {
      cancel: (id: string) => `cancelled order ${id}`, refund: (id: string) => `refunded payment ${id}`, reassign: (id: string) => `reassigned ride ${id}`, shift: (id: string) => `switched the shift of courier ${id}`, courier: (_: string) => "registered a courier", credit: (id: string) => `gave credit to customer ${id}`,
      resolve: (id: string) => `decided problem ${id}`, promote: (_: string) => "made a promotion", promotion: (id: string) => `switched the promotion ${id}`, restrict: (_: string) => "shrank or paused zones", unrestrict: (id: string) => `ended restriction ${id}`, zone: (id: string) => `changed the zone of restaurant ${id}`,
      person: (id: string) => `changed person ${id}`, erase: (id: string) => `erased person ${id}`, refuse: (id: string) => `refused the application of person ${id}`, signIn: (_: string) => "signed in", signOut: (_: string) => "signed out", join: (_: string) => "made an account", payouts: (_: string) => "paid out", faults: (_: string) => "changed the faults", drive: (_: string) => "drove the simulator",
      restaurant: (_: string) => "added a restaurant", ticket: (id: string) => `answered a ticket at restaurant ${id}`, menu: (id: string) => `changed restaurant ${id}`,
    },
  },
  drive: {
    title: "Simulator", lead: "Simulated people order, cook and ride. Drive them, and try how goFOOD takes it when something fails.", none: "Nobody is simulated here", noneText: "This goFOOD was started without its simulated city. Everybody you see is real.",
    people: "Simulated people", running: "running", paused: "paused", pause: "Pause", go: "Let them go on", ordered: "ordered", delivered: "delivered", ended: "came to nothing", since: (when: string) => `since ${when}`, set: "Set",
    speed: "Speed", speedHelp: "How much faster than in life kitchens cook and couriers ride.", times: (n: number) => `${n}×`, orders: "Orders per hour", couriers: "Couriers at work", rain: "Rain", rainText: "Couriers ride slower, and customers stay at home.", slow: "Slow kitchens", slowText: "They need three times as long.",
    saidPause: "Nobody orders any more; what is under way comes to its end.", saidGo: "They go on.", saidSpeed: (n: string) => `Speed ${n}.`, saidOrders: (n: number) => `${n} orders per hour.`, saidCouriers: (n: number) => s(n, "1 courier works.", `${n} couriers work.`), saidRain: "It rains.", saidDry: "It is dry again.", saidSlow: "Kitchens are slow.", saidUsual: "Kitchens are as usual.",
  },
  fault: {
    title: "Faults", lead: "Made on purpose, to see what happens. Customers feel them: end them afterwards.", off: "No fault switches", offText: "goFOOD was not started with fault switches. Start it with FAULTS=on to have them.", none: "None is on.", end: "End", ended: "The fault is ended.", endAll: "End all", allEnded: "All faults are ended.",
    make: "Make a fault", makeProvider: "Payment provider", made: "The fault is on.", provider: "Payment provider", service: "Which service", route: "Which paths", routeHelp: "A path prefix; / for all.", percent: "Percent of the requests", delay: "Delay, in ms", then: "And then", works: "does its work", aborts: "drops the connection", answers: (status: number) => `answers ${status}`,
    needs: "It needs a delay, or something that fails.", nothing: "nothing", delays: (ms: number) => `delayed by ${ms} ms`, hits: (percent: number, what: string) => `${percent}% of the requests: ${what}`,
    decline: "Charges declined, in %", timeout: "Charges never answered, in %", timeoutHelp: "The money moves, but nobody says so. With the declined ones at most 100.", providerIs: (declined: number, silent: number, ms: number) => `${declined}% declined, ${silent}% never answered, ${ms} ms later`, doubled: "Its webhooks that come twice, in %", shuffled: "Its webhooks come up to so much later, in any order, in ms",
  },
};
