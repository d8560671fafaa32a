const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// The words of the couriers' screen.
export const courierEn = {
  title: "For couriers",
  nav: { main: "Courier", ride: "Ride", earnings: "Earnings", you: "You" },
  sign: {
    title: "Ride with goFOOD", text: "Sign in with your courier’s account.", demo: "Ride as the demo’s courier",
    notCourier: "This account may not ride. Ask the office to make it a courier’s, or sign in with another.",
  },
  register: {
    title: "How do you ride?", text: "It decides which ways we show you, and how far we ask you to go.",
    name: "Your name, as customers see it", bag: "Orders that fit into your bag", do: "Save", saved: "Saved.",
    vehicle: { bicycle: "Bicycle", scooter: "Scooter", car: "Car", foot: "On foot" },
  },
  shift: {
    off: "You are off shift.", offText: "Go online when you are ready. You say yes or no to each ride.",
    goOn: "Go online", goOff: "Go offline", goingOn: "Looking where you are …", online: "Online", offline: "Offline",
    isOff: "You are off shift. See you soon.", hasRide: "Bring your rides to their end first, then go offline.",
    looking: "Waiting for your next ride.", lookingText: "An offer fills the screen, with sound. You have 45 seconds to answer.",
    today: "Earned today", rides: (n: number) => s(n, "1 ride", `${n} rides`),
  },
  where: {
    denied: "Your browser may not tell us where you are.", deniedHelp: "Allow the location for this page in the browser’s settings, then try again. Without it nobody can offer you a ride near you.",
    unavailable: "Your device doesn’t know where it is.", unavailableHelp: "Turn on its location, go outside or near a window, and try again.",
    try: "Look again", along: "Ride along the way", alongHelp: "Demo: you move along the streets by yourself, five times as fast as a bicycle.",
    alongOn: "Demo: you ride along by yourself.", alongOff: "Use my real location", map: "Map of where you are; the words beside it say the same", you: "You",
  },
  why: {
    title: "Why there is no offer", quiet: "All is well on your side. Couriers are asked shortly before the food is ready; nobody needs one near you right now.",
    connected: "You have signal", disconnected: "No signal: offers reach you when it is back",
    seen: (ago: string) => `We see where you are (${ago})`, unseen: "We don’t see where you are",
    now: "now", seconds: (n: number) => `${n} s ago`, minutes: (n: number) => `${n} min ago`,
    room: (n: number, of: number) => `${n} of ${of} places in your bag are free`, full: "Your bag is full: the next offer comes after a delivery",
    missed: (n: number) => s(n, "You let 1 offer pass. After three in a row your shift ends.", `You let ${n} offers pass in a row. After three your shift ends.`),
    declined: (n: number) => s(n, "You said no to 1 ride. You aren’t asked for it again.", `You said no to ${n} rides. You aren’t asked for them again.`),
    kitchens: (n: number) => s(n, "1 kitchen within 1 km is open.", `${n} kitchens within 1 km are open.`), noKitchens: "No kitchen within 1 km is open. Try nearer to the centre.",
  },
  offer: {
    title: "A ride for you", ping: (amount: string) => `${amount} for a ride`, pay: (amount: string) => `${amount} for the ride`, tip: (amount: string) => `${amount} tip`, noTip: "no tip yet",
    cash: (amount: string) => `Collect ${amount} in cash at the door`, noCash: "Paid already, nothing to collect",
    toKitchen: (far: string) => `${far} to the restaurant`, whole: (far: string) => `${far} in all`,
    from: "Pick up", to: "Bring to", about: (street: string) => `about ${street}`, ready: (time: string) => `Ready at ${time}`, readyNow: "The food is ready",
    together: (n: number) => s(n, "Fits on the way with the ride you have", `Fits on the way with the ${n} rides you have`),
    accept: "Take the ride", decline: "No, thanks", left: "Time to answer", gone: "This offer is gone. The next one comes.",
    declinedSaid: "You aren’t asked for this ride again.", slow: "No answer yet. Tap again when there is signal.",
  },
  ride: {
    order: (n: number) => `Order ${n}`, toKitchen: (name: string) => `Ride to ${name}.`, atKitchen: (name: string) => `You are at ${name}.`, toDoor: "Ride to the customer.", atDoor: "You are at the door.",
    stop: (n: number, of: number) => `Stop ${n} of ${of}`, bag: "Next in your bag", pickup: (name: string) => `Pick up at ${name}`, dropoff: (text: string) => `Bring to ${text}`, first: "Do this first",
    arrived: "I’m at the restaurant", picked: "I have the food", arrivedDoor: "I’m at the door", code: "Order code", codeHelp: "Say it at the counter and compare it with the bag.",
    readyAt: (time: string) => `The food is expected at ${time}.`, isReady: "The food should be ready.", latest: (time: string) => `At the door by ${time}`, late: (time: string) => `Should have been at the door by ${time}`,
    earns: (amount: string) => `You earn ${amount}`, withTip: (amount: string) => `${amount} of it is tip`, delivered: "Delivered. Thank you!", deliveredFor: (amount: string) => `Delivered. You earned ${amount}.`,
    call: "Call the restaurant", open: "Open in the map app", problem: "Problem",
    cash: (amount: string) => `Collect ${amount} in cash`, cashHelp: "Before you hand over the bag.",
  },
  way: {
    left: (far: string, time: string) => `${far} · about ${time}`, about: (far: string, wind: string) => `About ${far} to the ${wind}, as the crow flies`, unknown: "We show the way as soon as we know where you are.",
    here: "You are almost there.", turns: "The way in words", straight: (far: string) => `Follow the street for ${far}`, end: "Then you are there",
    turn: {
      left: (far: string) => `In ${far}, left`, right: (far: string) => `In ${far}, right`, slightLeft: (far: string) => `In ${far}, slightly left`, slightRight: (far: string) => `In ${far}, slightly right`, back: (far: string) => `In ${far}, turn round`,
    },
    then: { left: (far: string) => `After ${far} more, left`, right: (far: string) => `After ${far} more, right`, slightLeft: (far: string) => `After ${far} more, slightly left`, slightRight: (far: string) => `After ${far} more, slightly right`, back: (far: string) => `After ${far} more, turn round` },
    wind: { north: "north", northEast: "north-east", east: "east", southEast: "south-east", south: "south", southWest: "south-west", west: "west", northWest: "north-west" },
    map: "Map of your way; the words beside it say the same",
  },
  door: {
    pin: "The customer’s PIN", pinHelp: "Four digits, on their phone.", give: "Hand over", pinShort: "Type all four digits.",
    photoInstead: "Nobody there? Leave a photo", photo: "Take a photo of where you leave it", photoHelp: "The bag and the door in one picture. The customer sees it.",
    again: "Another photo", note: "Where did you leave it?", notePlaceholder: "At the door, with the neighbour, …", leave: "Leave it here", pinAfterAll: "They are here: use the PIN",
    photoBad: "This picture can’t be used. Take another one.", photoAlt: "Your photo", shrinking: "Making the photo smaller …", gotCash: (amount: string) => `I have ${amount} in cash`,
    needCash: "Take the cash first, then tick that you have it.",
  },
  queue: {
    waiting: (n: number) => s(n, "No signal. 1 step is kept with its time and sent by itself. Ride on.", `No signal. ${n} steps are kept with their times and sent by themselves. Ride on.`),
    sending: (n: number) => s(n, "Sending 1 step …", `Sending ${n} steps …`), offline: (time: string) => `No signal since ${time}. You can ride on: steps are kept and sent later.`,
  },
  news: {
    ok: "Understood",
    called_off: (n: number, name: string) => `Order ${n} of ${name} was called off. You keep a part of its pay.`,
    bring_back: (n: number, name: string) => `Order ${n} was called off after you picked it up. Bring the food back to ${name}; you are paid for the whole ride.`,
    given: (n: number, name: string) => `Order ${n} of ${name} has gone to another courier. You have nothing to do for it.`,
    shift_over: "Your shift has ended, because three offers in a row had no answer. Go online again when you are ready.",
    wrong_pin: (n: number, left: number) => s(left, `The PIN for order ${n} was wrong. One more try, then a photo is needed.`, `The PIN for order ${n} was wrong. ${left} tries are left.`),
    pin_locked: (n: number) => `Too many wrong PINs for order ${n}. Leave it with a photo instead.`,
    no_photo: (n: number) => `The photo for order ${n} didn’t arrive. Take another one.`,
    refused: (n: number) => `A step of order ${n} doesn’t fit any more. Look at the ride and go on from there.`,
  },
  problem: {
    title: "What is the problem?", emergency: "Accident, or somebody is hurt", emergencyText: "Stop where it is safe and call 112. The rides don’t matter now.", call112: "Call 112",
    closed: "The restaurant is closed, or knows nothing of the order", closedText: "Show the order code, and call them. Only they or the office can call the order off.",
    waiting: "The food isn’t ready", waitingText: (time: string) => `It is expected at ${time}. Your waiting is seen. If the order is called off, you keep a part of its pay.`, waitingNow: "The kitchen is behind its time. Your waiting is seen. If the order is called off, you keep a part of its pay.",
    nobody: "Nobody opens", nobodyText: "Ring twice and wait five minutes. Then leave the bag where it is safe and dry, with a photo.", nobodyDo: "Leave it with a photo",
    address: "I can’t find the address", addressText: (text: string, place: string) => `It is ${text} (${place}). Look at the map: the pin is the door.`, pinAfter: "The customer has no PIN", pinAfterText: "It is on their order’s page, large. If their phone is empty, leave a photo of the handover.",
    damaged: "Food is spilled or damaged", damagedText: "Bring what is good, say it at the door, and write it down with the photo. The customer gets the rest back.",
    cannot: "I can’t go on", cannotBefore: "If you don’t arrive, the ride goes to another courier some minutes after the planned time. You can’t go offline before that.", cannotAfter: "You have the food: call the restaurant, so that the office hears of it.",
    callKitchen: (name: string) => `Call ${name}`, noPhone: "The restaurant has told us no number.",
  },
  money: {
    title: "Earnings", today: "Today", week: "7 days", month: "30 days", earned: "Earned", rides: "Rides", tips: "Tips", extra: "Compensation", cash: "Cash you collected", payouts: "Paid out",
    owed: "We owe you", owedText: "It comes with the next payout.", held: "You hold", heldText: "This much of our cash is with you. It is taken from what you earn next.", even: "We are even", before: "From before",
    lines: "All movements", none: "Nothing yet", noneText: "What you earn is here as soon as a ride has ended.", table: "Download as CSV", orders: (n: number) => s(n, "1 ride", `${n} rides`),
    kind: { sale: "Sale", commission: "Commission", ride: "Ride", tip: "Tip", refund: "Refund", promotion: "Promotion", compensation: "Compensation", cash: "Cash collected", payout: "Payout" },
    period: "Period",
  },
  you: { title: "You", vehicle: "How you ride", sound: "Sound for offers", signOut: "Sign out", signOutRide: "You have rides. Bring them to their end first." },
  failure: {
    offer_gone: "This offer is gone. The next one comes.", has_ride: "Bring your rides to their end first.", wrong_state: "That step doesn’t fit any more. Look at the ride again.",
    future: "Your device’s clock is wrong. Set it to the network’s time.",
  },
};

export type CourierWords = typeof courierEn;
