import { readStatement, type Statement } from "../../api/couriers";
import { type Resource, useResource } from "../../core/resource";
import { me } from "../state";
import { bounds, type Span } from "./period";

export function useStatement(span: Span): Resource<Statement> {
  const id = me.value?.courier_id;
  const { from, to } = bounds(span, new Date());
  return useResource(id ? `statement.${id}.${from.toISOString()}.${to.toISOString()}` : null, () => readStatement(id ?? 0, from, to));
}
