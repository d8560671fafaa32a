const list = document.querySelector("#restaurants");

function line(tag, text, style = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = style;
  return element;
}

function card(restaurant) {
  const item = document.createElement("li");
  const now = restaurant.open_now ? "open now" : "closed now";
  item.append(
    line("strong", restaurant.name),
    line("span", restaurant.cuisine.replaceAll("_", " ") + " · "),
    line("span", now, restaurant.open_now ? "open" : ""));
  return item;
}

try {
  const answer = await fetch("/restaurants?limit=60");
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  const cards = body.restaurants.map(card);
  if (body.next_cursor) cards.push(line("li", "… and more: GET /restaurants", "quiet"));
  list.replaceChildren(...(cards.length ? cards : [line("li", "No kitchen has joined yet.", "quiet")]));
} catch (problem) {
  list.replaceChildren(line("li", `The list is not to be had now. ${problem.message}`, "quiet"));
}
