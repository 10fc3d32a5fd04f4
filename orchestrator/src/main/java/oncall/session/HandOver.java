package oncall.session;

import java.nio.file.Path;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.pager.Pager;

/** Stages an incident on healthy VMs and puts it into the player's hands, or the VMs back to where they were. */
final class HandOver {
    private final LabContext context;
    private final StageLifecycle lifecycle;
    private final Injection injection;

    HandOver(LabContext context, StageLifecycle lifecycle, Injection injection) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.injection = injection;
    }

    /**
     * @param report the one that the player has already; null for a new one
     * @return the player's incident report
     * @throws InjectionFailed       when customers would notice nothing, or a script failed; the VMs are healthy again then
     * @throws IllegalStateException when the VMs are not healthy: one fault on top of another is no level
     */
    Path run(Level level, Seed seed, Path report) {
        LabState state = context.journal().last().state();
        if (state != LabState.HEALTHY) throw new IllegalStateException("a fault goes into healthy VMs only; these are " + state);
        try {
            injection.run(level, seed);
        } catch (RuntimeException e) {
            // Who cancelled sees to the rest himself.
            if (!context.programs().cancelled()) restore(e);
            throw e;
        }
        LevelFolderLink.set(context.folders(), level);
        Path file = report == null ? IncidentFolder.open(context.folders().project(), level, seed.number()) : report;
        Pager pager = context.pager(file);
        Triage.begin(pager, level.incidents(seed));
        if (level.paging().byComplaint() && level.paging().incidents().isEmpty()) pager.complain(level.severity().name(), level.title());
        context.record(LabState.PLAYING, level, seed, Play.handedOver(file));
        return file;
    }

    private void restore(RuntimeException why) {
        context.progress().say("The incident could not be staged; the VMs are turned back.");
        try {
            lifecycle.restore();
        } catch (RuntimeException e) {
            // The journal says how far it came, and the next command goes on from there; what came first is the news.
            context.progress().say("Turning them back failed, too; the next command does it again. " + e.getMessage());
            why.addSuppressed(e);
        }
    }
}
