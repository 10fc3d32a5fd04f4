package shop;

import shop.worker.WorkerProcess;

/** Main program of the worker. Arguments: configuration files, a later one overrides an earlier one. */
public final class Worker {
    private Worker() {}

    public static void main(String[] arguments) {
        Launch.launch("Worker", arguments, WorkerProcess::run);
    }
}
