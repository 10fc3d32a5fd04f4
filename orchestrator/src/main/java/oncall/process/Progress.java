package oncall.process;

import java.util.function.Supplier;

/** Tells a person how far long work is. */
public interface Progress {
    /** A named stage of the work has begun; it ends when the result is closed. */
    Stage begin(String name);

    /** A line of its own, for what is worth knowing but is no stage. */
    void say(String line);

    /** Runs {@code work} as a named stage. */
    default <T> T stage(String name, Supplier<T> work) {
        try (Stage stage = begin(name)) {
            T result = work.get();
            stage.done();
            return result;
        }
    }

    /** Runs {@code work} as a named stage. */
    default void stage(String name, Runnable work) {
        stage(name, () -> {
            work.run();
            return null;
        });
    }

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override public Stage begin(String name) { return new Stage() { }; }

            @Override public void say(String line) { }
        };
    }

    /** One stage; closing it without {@link #done} means that it failed. */
    interface Stage extends AutoCloseable {
        /** What it is busy with now, a few words. */
        default void detail(String what) { }

        default void done() { }

        @Override default void close() { }
    }
}
