import { render } from "preact";
import "../look/index.css";
import "../pictures/pictures.css";
import "./operator.css";
import { startLanguage } from "../core/i18n";
import { startRouter } from "../core/router";
import { startTheme } from "../core/theme";
import { App } from "./App";
import { startWords } from "./words";

startTheme();
startRouter();
await startLanguage();
await startWords();
render(<App />, document.getElementById("app") as HTMLElement);
