package io.broadsheet.app.pipeline;

/** Watches one pass. Called often; must return quickly. */
public interface PassProgress {

    /** Files read, and articles of them that were new. */
    void reading(long read, long published);

    /** Articles that have their outcome, of those published. */
    void enriched(long decided, long published);

    /** Articles that wait for their images, of those published. */
    void awaitingImages(long waiting, long published);
}
