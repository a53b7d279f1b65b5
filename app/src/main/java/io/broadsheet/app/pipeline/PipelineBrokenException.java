package io.broadsheet.app.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A part of the pipeline stopped by itself; what is accepted is safe and goes on at the next start.
 */
public final class PipelineBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PipelineBrokenException(String message) {
        this(message, null);
    }

    PipelineBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
