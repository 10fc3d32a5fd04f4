package oncall.checks;

/** Clean-ups that are made also where the check was interrupted, as by its time limit. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** The thread is interrupted again afterwards, if it was before. */
    static void run(Runnable cleanUp) {
        boolean interrupted = Thread.interrupted();
        try {
            cleanUp.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
