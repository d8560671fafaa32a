// Writes target/generated/schema/*.d.ts from what each service says about itself.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const services = "user restaurant order payment delivery notification city gateway".split(" ");
mkdirSync("target/generated/schema", { recursive: true });
for (const service of services) {
  const file = new URL(
    `../../services/${service}/src/main/resources/openapi/${service}.yaml`,
    import.meta.url,
  );
  const text = astToString(await openapiTS(readFileSync(file, "utf8")));
  writeFileSync(
    `target/generated/schema/${service}.d.ts`,
    `// Generated from ${service}.yaml by npm run api.\n${text}`,
  );
}
