package oncall.session;

/** Where the lab is. Each is written to the journal before the work that its name tells is begun. */
public enum LabState {
    /** No VMs. */
    ABSENT,
    /** The VMs are being made and started; an interruption leaves them half made. */
    BOOTING,
    /** The VMs run and are well; no level is played. */
    HEALTHY,
    /** The VMs are being turned back to the healthy snapshot. */
    RESTORING,
    /** The fault is being put in; an interruption leaves it half there. */
    INJECTING,
    /** A level is handed over to the player. */
    PLAYING,
    /** The player's mend is being judged. */
    VERIFYING,
    /** The contract of levels is being tried; the VMs are in an unknown state meanwhile. */
    CONTRACT,
    /** The VMs are switched off; the healthy snapshot is kept. */
    STOPPED,
    /** The VMs are being removed. */
    REMOVING;

    /** Whether a level that was handed over is still there to be worked on. */
    boolean inPlay() { return this == PLAYING || this == VERIFYING; }

    /** Whether a command that runs in this state may be about to hand a level over; one that does not goes on to another state. */
    boolean maySoonBePlaying() {
        return switch (this) {
            case BOOTING, REMOVING, RESTORING, HEALTHY, INJECTING -> true;
            case ABSENT, PLAYING, VERIFYING, CONTRACT, STOPPED -> false;
        };
    }

    /** Whether the VMs may be half made, so that only removing them helps. */
    boolean stageInDoubt() { return this == BOOTING || this == REMOVING; }
}
