/// What came back instead of an answer. `code` is the problem's own (RFC 9457), or `offline` when
/// nothing came at all.
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Record<string, unknown> = {},
  ) {
    super(code);
  }

  static async of(response: Response): Promise<Failure> {
    try {
      const problem = (await response.json()) as Record<string, unknown>;
      return new Failure(response.status, String(problem.code ?? "unknown"), problem);
    } catch {
      return new Failure(response.status, response.status >= 500 ? "unavailable" : "unknown");
    }
  }

  /// Whether the request may have been carried out although no good answer came.
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === "in_flight";
  }

  text(name: string): string | null {
    const value = this.problem[name];
    return typeof value === "string" ? value : null;
  }

  number(name: string): number | null {
    const value = this.problem[name];
    return typeof value === "number" ? value : null;
  }
}
