package io.broadsheet.syndicate.http;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** With what is to be answered. */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What is to be answered. */
    public Problem problem() {
        return problem;
    }
}
