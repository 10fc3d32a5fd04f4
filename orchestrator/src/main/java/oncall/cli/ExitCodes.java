package oncall.cli;

import oncall.host.HostNotFit;
import oncall.level.InvalidManifests;
import oncall.level.UnknownLevel;
import oncall.grade.UnusableChecks;
import oncall.grade.Verdict;
import oncall.process.Cancelled;
import oncall.session.LabBusy;
import oncall.session.NothingInPlay;
import oncall.session.UsageProblem;

/** What the exit codes mean; the one place that says so. */
final class ExitCodes {
    static final int OK = 0;
    /** Not fixed; also: the host is not fit (doctor), the contract is not kept (contract). */
    static final int NO = 1;
    static final int COULD_NOT_GRADE = 2;
    static final int USAGE = 64;
    /** The host lacks something, or consent to change it was not given. */
    static final int HOST_NOT_FIT = 69;
    static final int INTERNAL = 70;
    /** Another lab command is running. */
    static final int BUSY = 75;
    static final int CANCELLED = 130;

    static final String[] HELP = {
        "0:done; verify: fixed",
        "1:verify: not fixed; doctor: something is missing; contract: not kept",
        "2:verify: could not grade",
        "64:wrong usage: unknown level, no level in play, a level with mistakes",
        "69:the host lacks something, or consent to change it was not given",
        "70:internal error; the VMs did not come up; an incident could not be staged",
        "75:another lab command is running",
        "130:cancelled with Ctrl-C",
    };

    private ExitCodes() { }

    static int of(Throwable failure) {
        if (failure instanceof UnknownLevel || failure instanceof InvalidManifests || failure instanceof UnusableChecks || failure instanceof UsageProblem || failure instanceof NothingInPlay) return USAGE;
        if (failure instanceof HostNotFit) return HOST_NOT_FIT;
        if (failure instanceof LabBusy) return BUSY;
        if (failure instanceof Cancelled) return CANCELLED;
        return INTERNAL;
    }

    static int of(Verdict.Status status) {
        return switch (status) {
            case FIXED -> OK;
            case NOT_FIXED -> NO;
            case COULD_NOT_GRADE -> COULD_NOT_GRADE;
        };
    }

    /** Whether the failure explains itself, so that a stack trace would only hide the explanation. */
    static boolean explained(Throwable failure) {
        return of(failure) != INTERNAL || failure instanceof oncall.vm.StageFailed || failure instanceof oncall.session.InjectionFailed
            || failure instanceof oncall.process.ProgramFailed || failure instanceof oncall.process.ProgramTimedOut
            || failure instanceof oncall.remote.RemoteUnreachable;
    }
}
