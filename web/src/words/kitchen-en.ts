const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// What the kitchen's screen says. It is loaded by that screen alone.
export const kitchenEn = {
  title: "Kitchen",
  nav: { main: "Kitchen", board: "Orders", menu: "Menu", hours: "Hours", money: "Money", leave: "Sign out", other: "Another restaurant" },
  sign: { title: "Kitchen sign-in", text: "For the people who cook.", demo: "Look around as the demo’s kitchen" },
  inbox: { title: "Messages", none: "No messages", noneText: "What we remind you of stands here, too.", more: "Show earlier ones", fresh: "New", open: (n: number) => n > 0 ? `Messages, ${n} new` : "Messages" },
  apply: {
    title: (name: string) => `Hello ${name}. You don’t cook here yet.`, text: "This account works at no restaurant. Tell us about yours, and we get in touch; after that you take orders here.", label: "Your restaurant", placeholder: "Name, street, what you cook, and a number to call", send: "Apply to sell with goFOOD", empty: "Say a word about your restaurant.",
    guest: "You are here as a guest. Make an account with your e-mail first; then you can apply.", sent: "We have your application.", sentText: (when: string) => `Sent ${when}. Somebody at goFOOD answers soon; then your kitchen opens here.`, yours: "What you wrote", change: "Change it", takeBack: "Take it back", takenBack: "Your application is taken back.",
    lookAgain: "Look whether there is an answer", notYet: "No answer yet. We will get in touch.", other: "Use another account",
  },
  choose: { title: "Which kitchen?", search: "Name or street", count: (n: number) => s(n, "1 restaurant", `${n} restaurants`), nothing: "No restaurant of yours is called that", nothingText: "Try a part of its name or street.", open: "Open", closed: "Closed", none: "No restaurant yet", noneText: "An operator of goFOOD can add yours to this account." },
  column: { new: "New", preparing: "Preparing", ready: "Ready", collected: "Collected" },
  none: {
    new: "No new orders. It rings when one comes.", preparing: "Nothing on the stove.", ready: "Nothing waits for a courier.", collected: "Nothing collected yet today.",
  },
  board: {
    columns: "Columns of the board", order: (n: number) => `Order ${n}`, answer: (time: string) => `${time} left`, answerLabel: (time: string) => `Answer within ${time}, or the order is refused by itself`,
    overdue: "Too late, it goes back", came: (time: string) => `came ${time}`, seen: "Seen", show: "Show", newCount: (n: number) => s(n, "New order", `${n} new orders`), cancelledCount: (n: number) => s(n, "An order was cancelled", `${n} orders were cancelled`),
    accept: (minutes: number) => `Accept · ${minutes} min`, prep: "Ready in", plus: (n: number) => `+${n}`, plusLabel: (n: number) => `${n} minutes more`, minutes: (n: number) => `${n} min`, refuse: "Refuse", start: "Start cooking", ready: "Ready",
    readyBy: (time: string) => `Ready by ${time}`, inMinutes: (n: number) => `in ${n} min`, lateBy: (n: number) => `${n} min late`, waitingSince: (time: string) => `Ready since ${time}`,
    courier: (name: string) => `${name} comes for it`, noCourier: "Courier is being found", collected: (time: string) => `Collected ${time}`, collectedPlain: "Collected", code: "The courier says this number",
    accepted: "Accepted", quicker: (time: string) => `Somebody else has just accepted it: ready by ${time}.`, cooking: "Cooking", slot: (range: string) => `For ${range}`, cancelled: "Cancelled", cancelledText: "Stop cooking. The customer’s money goes back.", cancelledOk: "OK, take it away",
    movedTo: (column: string) => `Moved to ${column}`, goneAway: "Off the board", changed: "Changed", missing: (name: string) => `${name}: isn’t there?`, note: "Wish", connecting: "The board is not live right now. We look every 20 seconds.",
    later: "For later", laterCount: (n: number) => s(n, "1 order for later", `${n} orders for later`), cookAt: (time: string) => `to the board ${time}`, noLater: "No orders for later.", dishes: (n: number) => s(n, "1 dish", `${n} dishes`),
    more: "More", less: "Less", longer: "Takes longer", plusMinutes: (n: number) => `+${n} min`, delayed: (n: number, time: string) => `Order ${n} is ready at ${time} now. The customer and the courier know.`,
    delayedEnough: (left: number) => left > 0 ? `Only ${left} min more can be added.` : "An hour was added already; more is not possible.", said: (words: string) => `“${words}”`, courierWas: (name: string) => `${name} brought it.`,
  },
  history: {
    title: "Today’s ended orders", which: "Which orders", all: "All", collected: "Collected", refused: "Refused", cancelled: "Cancelled", none: "None today", noneText: "Orders stand here once they are collected, refused or cancelled.", more: "Show earlier ones", wasRefused: "Refused",
  },
  why: {
    restaurant_silent: "It had no answer in time.", food_never_ready: "The food was not ready long after it should have been.", food_not_collected: "No courier came for the food.", no_courier: "No courier was found.", courier_never_arrived: "The courier did not arrive.",
    customer_cancelled: "The customer cancelled.", operator_cancelled: "goFOOD cancelled it.", all_or_nothing: "A dish was missing, and the customer wanted all or nothing.", nothing_left: "Nothing of the order was left.", hold_lost: "The payment could no longer be taken.", payment_silent: "Nobody could say in time whether it is paid.",
    other: "It was called off.",
  },
  sound: { on: "Sound is on", off: "Sound is off", blocked: "Touch the page to hear new orders.", turnOn: "Turn sound on" },
  refuse: {
    title: (n: number) => `Refuse order ${n}?`, sold: "Something is sold out", soldHelp: "Tick what is gone. The menu shows it as sold out until tomorrow.", busy: "Too busy", busyHelp: "Refuses this and pauses the restaurant for 30 minutes.", closing: "We are closing",
    closingHelp: "Refuses this and takes no orders until tomorrow.", other: "Something else", otherLabel: "What the customer reads", do: "Refuse the order", keep: "Keep it", cost: "You have accepted this order already. To refuse it now may cost you.",
    pick: "Tick at least one dish.", say: "Say it in a sentence.",
    soldReason: (dishes: string) => `Sold out: ${dishes}.`, busyReason: "The kitchen has too many orders right now.", closingReason: "The kitchen is closing.", done: (n: number) => `Order ${n} is refused. The customer gets everything back.`,
    partly: "The order is refused, but the rest did not work. Look at the menu and the pause.", instead: "Only one dish is missing? Accept, then tap that dish: the customer can swap it.",
  },
  missing: {
    title: (name: string) => `${name} is not there?`, how: "How many are missing", swap: "Propose another dish", drop: "Leave it out", find: "Find a dish", sold: "Show it as sold out until tomorrow", note: "A word to the customer", ask: "Ask the customer",
    asked: "The customer is asked. They have 3 minutes.", price: "The customer never pays more than for the dish they ordered.", notYet: "Accept the order first, then the customer can be asked.", markOnly: "Only mark as sold out", marked: (name: string) => `${name} is sold out until tomorrow.`,
    pickDish: "Choose a dish.", pickOptions: "Choose its options.", none: "No other dish can be had now.",
    waiting: (what: string, left: string) => `${what}: the customer has ${left} to answer`, accepted: (name: string) => `Cook ${name} instead.`, dropped: (name: string) => `Leave out ${name}.`, void: (name: string) => `${name}: no longer asked.`, alreadyAsked: "The customer is asked about this dish already.",
  },
  pace: {
    open: "Open", closed: "Closed", opens: (when: string) => `Opens ${when}`, paused: (when: string) => `Paused until ${when}`, busy: (n: number) => `+${n} min`, title: "How busy are you?", pause: "Pause", pauseHelp: "No new orders until then. What is on the board goes on.",
    pauseFor: (n: number) => `${n} min`, tomorrow: "Until tomorrow", resume: "Take orders again", extra: "Everything takes longer", extraHelp: "Added to the times that customers see, until you change it.", none: "As usual", slots: "Orders for later", slotsHelp: "How many you take in half an hour. 0: none.", perHalfHour: (n: number) => s(n, "1 in half an hour", `${n} in half an hour`),
    saved: "Saved. Customers see it now.", clash: "Somebody has just set this otherwise. Which one counts?", notPaused: "not paused", resumed: "You take orders again.",
  },
  menu: {
    title: "Menu", search: "Search the menu", add: "Add a dish", edit: (name: string) => `Change ${name}`, newTitle: "A new dish", onSale: "On sale", soldOut: "Sold out", until: (when: string) => `back ${when}`, soldToday: "Until tomorrow", soldLong: "Until I say so", back: "Back on sale", toggle: (name: string) => `${name} on sale`,
    name: "Name", description: "Description", price: "Price", section: "Section", tax: "For the tax office", taxes: { prepared: "Prepared dish", packaged: "Packaged", alcohol: "Alcohol" }, allergens: "Allergens", options: "Choices", noOptions: "No choices. Add one for sizes, sides, extras.",
    addGroup: "Add a choice", group: "What is chosen", least: "At least", most: "At most", option: "Option", extra: "Extra price", addOption: "Add an option", removeOption: (name: string) => `Remove ${name || "option"}`, removeGroup: "Remove this choice", save: "Save", saved: (name: string) => `${name} is saved.`, added: (name: string) => `${name} is on the menu.`,
    remove: "Take off the menu", removeSure: (name: string) => `Take ${name} off the menu for good?`, removed: (name: string) => `${name} is off the menu.`, gone: "Somebody has taken this dish off the menu meanwhile.", none: "Nothing on the menu yet", noneText: "Add your first dish, and customers see it at once.", nothing: "No dish like that.",
    conflict: "Somebody changed this dish meanwhile", conflictText: "Choose what counts, then save again.", mine: "Yours", theirs: "Theirs", merged: "Somebody changed this dish meanwhile; both changes are kept.", badPrice: "Give a price such as 12.50.", badGroup: "A choice needs a name, options, and numbers that fit.", fields: { name: "Name", description: "Description", price: "Price", section: "Section", tax_class: "For the tax office", allergens: "Allergens", option_groups: "Choices" },
  },
  hours: {
    title: "Opening hours", weekly: "Every week", closed: "closed", opens: "opens", closes: "closes", add: (day: string) => `Add hours on ${day}`, addShort: "Add hours", remove: (what: string) => `Remove ${what}`, copy: (day: string) => `Like ${day}`, nextDay: "next day", allDay: "round the clock", special: "Special days", specialHelp: "Holidays and exceptions. A day without hours is closed.", addDay: "Add a day", date: "Date", why: "Why", whyPlaceholder: "National day", save: "Save the hours", saved: "The hours are saved. Customers see them now.",
    conflict: "Somebody changed the hours meanwhile.", notThere: "not a special day", merged: "Somebody changed the hours meanwhile; both changes are kept.", overlap: (day: string) => `Hours on ${day} overlap.`, same: (day: string) => `${day} opens and closes at the same time.`, twice: "A date is there twice.", zone: (zone: string) => `Times of ${zone}.`, unsaved: "Not saved yet", undo: "Undo changes",
  },
  money: {
    title: "Money", today: "Today", yesterday: "Yesterday", week: "7 days", month: "This month", lastMonth: "Last month", own: "Other days", from: "From", to: "To", period: "Which days", sales: "Sold", orders: "Orders", average: "Per order", refused: "Refused", cancelled: "Cancelled", yours: "For you", statement: "Statement", csv: "Download CSV",
    opening: "We owed you before", closing: "We owe you now", commission: "Commission", refunds: "Refunds", promotions: "Promotions", compensations: "Compensations", payouts: "Paid out", vat: "VAT in it", lines: "Every line", none: "Nothing in these days", noneText: "When an order is delivered, it stands here with all its lines.", at: "When", what: "What", amount: "Amount", order: "Order",
    hourly: "Sold by the hour", daily: "Sold by the day", chart: (sum: string, top: string) => `${sum} in all; most ${top}.`, tooMany: "These are too many lines to show. Download the CSV, or choose fewer days.", wrongDays: "Choose at most 366 days, from the earlier one to the later.", downloaded: "The CSV is downloaded.", more: (n: number) => `Show ${n} more`,
    kinds: { sale: "Dishes", commission: "Commission", ride: "Ride", tip: "Tip", refund: "Refund", promotion: "Promotion", compensation: "Compensation", cash: "Cash", payout: "Payout" } as Record<string, string>,
  },
  reviews: {
    title: "What customers say", stars: (n: number) => s(n, "1 star of 5", `${n} stars of 5`), average: (stars: string) => `${stars} of 5`, count: (n: number) => s(n, "from 1 rating", `from ${n} ratings`), few: "Shown to customers once a few have rated.", none: "Nobody has rated yet", noneText: "After each delivery, customers can say how the food was. It stands here at once.", more: "Show earlier ones", plain: "No words, only stars.",
  },
  tills: {
    title: "Your own till", text: "Your till or kitchen printer can be told of every order by itself. Whoever looks after it knows the address.", link: "Tell your own till", linkText: "Orders can go to your own system, too.", add: "Add a till", address: "Its address", save: "Add it", badAddress: "That address will not do. It must begin with https:// and be on the public internet.",
    enough: "These are as many as you can have. Remove one first.", secret: "Its secret", once: "Copy this secret into your till now. It is not shown again.", copy: "Copy", copied: "The secret is copied.", copyYourself: "Your browser does not copy. Select it yourself.", noted: "I have it", both: (when: string) => `The old secret works until ${when}, too.`,
    states: { active: "It is told of your orders.", failing: "It did not take the last message. We try again.", off: "Switched off.", gone: "It said that it wants nothing more, so we stopped.", silent: "It took nothing for days, so we stopped." },
    test: "Send a test", tested: "A test is on its way. See below whether it was taken.", fresh: "New secret", off: "Switch off", on: "Switch on", remove: "Remove", removeSure: "Remove this till? It is told nothing more.", removed: "The till is removed.",
    sent: "What was sent", look: "Look again", none: "Nothing in the last days.", order: (n: number) => `order ${n}`, attempts: (n: number) => `${n} times`, more: "Show earlier ones", replay: "Send again", replayLabel: (type: string, n: number) => n > 0 ? `Send ${type} of order ${n} again` : `Send ${type} again`, replayed: "It is sent again.",
    fates: { taken: "taken", soon: "on its way", again: "not taken yet, we try again", given: "never taken" },
  },
};

export type KitchenWords = typeof kitchenEn;
