package oncall.vm;

/** How far a machine is in {@code vagrant up}, in order. */
enum BootStage {
    NOT_BEGUN("not begun"), CREATING("being created"), STARTING("starting"), BOOTING("booting"),
    WAITING_FOR_SSH("waiting for SSH"), SSH_READY("SSH ready"), PROVISIONING("in its role's set-up");

    private final String words;

    BootStage(String words) { this.words = words; }

    @Override public String toString() { return words; }
}
