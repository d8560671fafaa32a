import { render } from "preact";
import "../look/index.css";
import "./customer.css";
import { startLanguage } from "../core/i18n";
import { startRouter } from "../core/router";
import { startShell } from "../core/shell";
import { startTheme } from "../core/theme";
import { App } from "./App";

startTheme();
startRouter();
await startLanguage();
render(<App />, document.getElementById("app") as HTMLElement);
startShell();

setTimeout(() => void import("./menu/MenuPage").catch(() => undefined), 1500);
