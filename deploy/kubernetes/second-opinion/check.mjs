// Holds what kubectl renders against the schemas of Kubernetes and of Istio's own custom resources, as a
// second opinion beside the tests. Needs the network once:
//   cd deploy/kubernetes/second-opinion && npm install
//   kubectl kustomize ../overlays/local-istio | node check.mjs
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

let valid = 0;
const problems = [];
const unknown = new Set();
for (const object of loadAll(readFileSync(0, 'utf8')).filter(Boolean)) {
  const [version, group] = object.apiVersion.split('/').reverse();
  const models = group?.endsWith('istio.io') ? '@kubernetes-models/istio' : 'kubernetes-models';
  const module = await import([models, group, version].filter(Boolean).join('/')).catch(() => ({}));
  const Kind = module[object.kind];
  if (!Kind) unknown.add(`${object.apiVersion} ${object.kind}`);
  else
    try {
      new Kind(object).validate();
      valid++;
    } catch (error) {
      problems.push(`${object.kind} ${object.metadata.name}: ${error.message}`);
    }
}
console.log(`${valid} objects are valid`);
if (unknown.size) console.log(`without a schema here: ${[...unknown].join(', ')}`);
problems.forEach((problem) => console.error(problem));
process.exit(problems.length || !valid ? 1 : 0);
