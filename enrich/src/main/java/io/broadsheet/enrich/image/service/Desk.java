package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.v1.ImageCheck;

/** Where jobs come from and what they came to is taken. Safe for any number of threads. */
interface Desk {

    /** Forgets a job that nobody waits for any more; false if somebody does. */
    boolean dropped(CheckJob job);

    /** The check was made. */
    void finish(CheckJob job, ImageCheck check) throws InterruptedException;

    /** The check was not made, for this reason. */
    void giveUp(CheckJob job, ImageCheck reason) throws InterruptedException;

    /** Something in us broke on it. */
    void bury(CheckJob job, FailureCode code, Throwable thrown) throws InterruptedException;
}
