package gofood.simulator;

/// The platform said no, or nothing at all. The message is one sentence for people.
public final class ApiFailure extends RuntimeException {
    private final int status;
    private final String code;
    private final String detail;

    /// @param status the HTTP status; 0 when there was no answer
    /// @param code the problem's stable code, for programs; `unreachable` without an answer
    /// @param detail the problem's own sentence
    ApiFailure(int status, String code, String detail, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
