import { render } from "preact";
import "../look/index.css";
import "./kitchen.css";
import { startLanguage } from "../core/i18n";
import { startRouter } from "../core/router";
import { startShell } from "../core/shell";
import { startTheme } from "../core/theme";
import { App } from "./App";
import { startKitchenWords } from "./words";

startTheme();
startRouter();
await startLanguage();
await startKitchenWords();
render(<App />, document.getElementById("app") as HTMLElement);
startShell();
