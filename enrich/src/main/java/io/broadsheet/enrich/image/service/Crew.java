package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The virtual threads of a checker, one for each task. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("check-", 0).factory());
    private final Consumer<Throwable> broken;
    private volatile boolean finishing;

    /**
     * @param broken told of what ended a task that should have seen to it itself
     */
    Crew(Consumer<Throwable> broken) {
        this.broken = broken;
    }

    /** A task that ends early when the service closes. */
    interface Task {

        /** Does it. */
        void run() throws InterruptedException;
    }

    /** Runs a task on a thread of its own; a task that comes after the end is not run. */
    void execute(Task task) {
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            if (!finishing) {
                throw e;
            }
        }
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // the thread's end: told to whoever watches the service
            broken.accept(e);
        }
    }

    /** Whether nothing new is to be begun. */
    boolean isFinishing() {
        return finishing;
    }

    /** Lets the tasks come to their end, but no longer than this. */
    void finish(Duration waitMax) throws InterruptedException {
        finishing = true;
        threads.shutdown();
        threads.awaitTermination(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        finishing = true;
        threads.shutdownNow();
    }
}
