const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/// What customers alone read, beside what all screens say.
export const customerEn = {
  card: {
    fresh: "New", stars: (average: string, count: string) => `${average} of 5 stars from ${count} ratings`,
    fee: (amount: string) => `${amount} delivery`, free: "Free delivery", notNow: "No delivery there just now", toDoor: "to your door",
  },
  sort: {
    label: "Sort", near: "Recommended", fast: "Fastest", fee: "Cheapest delivery", stars: "Best rated",
    top: (stars: string) => `Rated ${stars} or better`, quick: (minutes: number) => `Up to ${minutes} min`, more: "Show more kitchens", clear: "Clear",
  },
  rate: {
    title: "How was it?", ask: (name: string) => `How was it at ${name}?`, food: "The food", ride: "How it was brought", comment: "What would you tell them?",
    help: "The kitchen reads it, without your name.", send: "Send", change: "Change it", thanks: "Thank you. The kitchen hears it.", thanksText: "You can change it for 14 days.",
    pick: "Choose stars for the food.", yours: "You gave", star: (n: number) => s(n, "1 star", `${n} stars`), none: "Say nothing about it",
    meaning: { one: "Bad", two: "Not good", three: "All right", four: "Good", five: "Very good" }, do: "Rate",
  },
  share: {
    do: "Share", title: (name: string) => `Food from ${name} is on its way`, copied: "The link is copied. Who has it sees where the food is, and no more.",
    end: "Stop sharing", ended: "Nobody sees it any more.", sheet: "Let others watch", copy: "Copy", link: "The link", until: (when: string) => `It works until ${when} at the latest.`, text: "Who has this link sees where the food is. Not what it is, what it cost, or the exact door.",
  },
  track: {
    title: (name: string) => `Food from ${name}`, gone: "This link shows nothing any more", goneText: "The order is over, or the link is mistyped. Ask who sent it to you.",
    hungry: "Hungry too?", see: "See who cooks for you", note: "Somebody shared this with you. What was ordered and the exact door stay theirs.",
    cooks: (name: string, where: string) => `${name} cooks at ${where}.`, brings: (who: string) => `${who} brings it.`, from: (who: string, far: string, name: string) => `${who} is ${far} from ${name} by now.`,
    close: (who: string) => `${who} is close, or out of sight for a moment.`,
    map: "Map of where the food is; the words beside it say the same", nothing: "This order came to nothing.", there: (time: string) => `It arrived at ${time}.`, at: (range: string) => `It comes ${range}.`,
    says: {
      Placed: () => "The order is placed.", Scheduled: (name: string) => `${name} has the order for later.`, Paid: (name: string) => `${name} is looking at the order.`,
      Received: (name: string) => `${name} said yes.`, Preparing: (name: string) => `${name} is cooking.`, Complete: () => "The food is ready.",
      PickedUp: (who: string) => `${who} is on the way.`, Delivered: () => "The food is there.",
      Declined: () => "This order came to nothing.", Rejected: () => "This order came to nothing.", Cancelled: () => "This order came to nothing.",
    },
    a: "A courier",
  },
  inbox: {
    title: "News", unread: (n: number) => `${n} unread`, none: "No news", noneText: "What happens to your orders is told here.",
    read: "Mark all as read", older: "Older news", fresh: "unread",
  },
  apply: {
    title: "Work with goFOOD", courier: "Ride for us", staff: "Sell with us", courierText: "Bring food when it suits you, by bicycle or scooter.", staffText: "Your kitchen on goFOOD, with your menu and your hours.",
    courierAsk: "How do you ride, and where?", staffAsk: "Your kitchen: its name, where it is, what it cooks", send: "Apply", sent: "We have it. Somebody reads it and answers.",
    waiting: (when: string) => `You applied ${when}. We are reading it.`, back: "Take it back", taken: "You took it back.", edit: "Change it", isCourier: "You ride for us.", isStaff: "You sell with us.",
    toCourier: "To the courier’s screen", toKitchen: "To the kitchen’s screen", empty: "Write a sentence about it.", account: "You need an account for this.",
  },
  prefs: { kept: "It goes with your account, to every device.", device: "It stays on this device until you sign in." },
  why: {
    card_declined: "The card was declined.", insufficient_funds: "There was not enough money on the card.", insufficient_credit: "Your credit was not enough.", expired_card: "The card has expired.",
    authentication_required: "Your bank wanted to hear from you first.", payment_silent: "Nobody could tell us in time whether it was paid.", hold_lost: "The bank no longer held the money.",
    restaurant_silent: "The kitchen did not answer in time.", restaurant_delayed: "The kitchen needs longer.", food_never_ready: "The food was not ready, long after it should have been.",
    food_not_collected: "No courier came for the food.", no_courier: "We found no courier.", courier_never_arrived: "The courier did not arrive.", courier_assigned: "A courier was found.",
    courier_gone: "The courier could not; we look for another.", handed_over: "It was handed over although it had been called off.", customer_cancelled: "You cancelled it.", operator_cancelled: "We had to cancel it.",
    dish_missing: "The kitchen doesn’t have all of it and asked you.", dish_swapped: "Another dish comes instead.", dish_left_out: "A dish is left out.",
    all_or_nothing: "A dish was missing, and you wanted all or nothing.", nothing_left: "Nothing of it was left to cook.",
  },
  cost: {
    not_begun: "The kitchen has not begun.", just_confirmed: "The kitchen has only just said yes.", confirmed: "The kitchen has said yes, so it keeps half of the dishes’ price.",
    cooking: "The kitchen has begun to cook, so it keeps the dishes’ price.", dish_missing: "The kitchen doesn’t have all of it.", over: "It can’t be cancelled any more.",
  },
  answer: {
    dishes_refunded: "We believe you, and are sorry.", ride_refunded: "It came later than we said. The ride is on us.", looked_into: "Somebody here looks into it and answers in your news.",
    refund_failed: "The money could not be sent back yet. Somebody looks into it.",
  },
  cuisine: {
    burger: "Burgers", french: "French", italian: "Italian", pizza: "Pizza", "bar food": "Bar food", "ice cream": "Ice cream", sushi: "Sushi", monegasque: "Monegasque", sandwich: "Sandwiches",
    bakery: "Bakery", pasta: "Pasta", regional: "Regional", bavarian: "Bavarian", international: "International", "steak house": "Steaks", "coffee shop": "Coffee", japanese: "Japanese", seafood: "Seafood",
    asian: "Asian", mediterranean: "Mediterranean", salad: "Salads", tapas: "Tapas", fish: "Fish", thai: "Thai", dessert: "Desserts", roman: "Roman", chinese: "Chinese",
    indian: "Indian", lebanese: "Lebanese", kebab: "Kebab", breakfast: "Breakfast", vegetarian: "Vegetarian", vegan: "Vegan", crepe: "Crêpes", grill: "Grill", chicken: "Chicken",
  },
  hours: { allDay: "All day", special: "Other hours" },
  history: "All that happened",
  declined: { authentication_required: "Your bank wants to hear from you first. Nothing was charged. Try again, or take another card.", payment_silent: "We could not reach the bank in time. Nothing was charged. Try again.", unknown_token: "This card can’t be used any more. Nothing was charged. Try another card." },
  ended: { onItsWay: "What is yours is on its way back to you.", kept: (amount: string) => `${amount} is kept for what was begun.` },
  late: { longer: (time: string) => `It takes longer than we said (${time}). Sorry.` },
  pay: { offline: "You are offline. Nothing was ordered; pay when you are back.", cashBegun: "The kitchen has begun, and what is paid in cash can’t be cancelled then." },
  again: {
    title: "Not all is as it was", price: (name: string, before: string, after: string) => `${name} costs ${after} now, instead of ${before}.`,
    gone: (name: string) => `${name} is no longer on the menu.`, sold_out: (name: string) => `${name} is sold out.`, choice: (name: string) => `${name}: a choice you made is gone. Add it again as you like it.`,
  },
};

export type CustomerWords = typeof customerEn;
