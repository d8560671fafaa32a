import { render } from "preact";
import "../look/index.css";
import "./customer.css";
import { firstLanguage, startLanguage } from "../core/i18n";
import { startRouter } from "../core/router";
import { startShell } from "../core/shell";
import { startTheme } from "../core/theme";
import { App, startEarly } from "./App";
import { startLiked } from "./liked";
import { startCustomerWords } from "./words";
import { startZone } from "./zone";

startTheme();
startRouter();
startEarly();
await Promise.all([startLanguage(), startCustomerWords(firstLanguage())]);
render(<App />, document.getElementById("app") as HTMLElement);
startShell();
startLiked();
void startZone();

// what one sees next is fetched while one still reads the first page
setTimeout(() => void import("./menu/MenuPage").catch(() => undefined), 2500);
