import { render } from "preact";
import "../look/index.css";
import { startLanguage } from "../core/i18n";
import { startRouter } from "../core/router";
import { startTheme } from "../core/theme";
import { Soon } from "../look/Soon";

startTheme();
startRouter();
await startLanguage();
render(<Soon screen="courier" />, document.getElementById("app") as HTMLElement);
