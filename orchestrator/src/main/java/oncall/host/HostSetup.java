package oncall.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.Programs;
import oncall.process.Progress;
import oncall.process.Tail;

/** Makes a host fit for the lab: installs and starts what is missing, builds the box. Changes nothing without consent. */
public final class HostSetup {
    private static final Duration LIMIT = Duration.ofMinutes(45);

    private final LabFolders folders;
    private final Programs programs;
    private final Progress progress;
    private final Consent consent;
    private final Doctor doctor;
    private final Doctor quickDoctor;
    private final Root root;
    private final BoxBuilder builder;
    private final BoxImage image;
    private final VagrantBox vagrantBox;

    /** @param quickDoctor looks only at what may have changed on a host that was set up before */
    public HostSetup(LabFolders folders, Programs programs, Progress progress, Consent consent, Doctor doctor, Doctor quickDoctor) {
        this.folders = folders;
        this.programs = programs;
        this.progress = progress;
        this.consent = consent;
        this.doctor = doctor;
        this.quickDoctor = quickDoctor;
        this.root = new Root(programs);
        this.builder = new BoxBuilder(folders, programs, root, progress);
        this.image = new BoxImage(folders, programs, root);
        this.vagrantBox = new VagrantBox(programs, System.getenv());
    }

    /**
     * Sees to it that the host is fit and the box ready. Running it again changes nothing that is right already.
     *
     * @throws HostNotFit without consent or rights, or where only the user can help; the message names what to do
     */
    public Box ensure() {
        builder.removePartial();
        // That the image is in the pool, says libvirt, and libvirt runs only where all the rest was installed.
        boolean isSetUp = Files.exists(folders.publicKey()) && isReady(Box.of(folders));
        List<Need> needs = progress.stage("Looking at the host", (isSetUp ? quickDoctor : doctor)::examine);
        refuse(needs.stream().filter(need -> need.grade() == Need.Grade.MISSING).toList());
        List<Need> install = needs.stream().filter(need -> need.grade() == Need.Grade.INSTALLABLE).toList();
        boolean mayBuild = askFor(install);
        if (!install.isEmpty()) install();
        SshKey.ensure(folders, programs);
        Box box = Box.of(folders);
        if (!builder.isBuilt(box) && !image.isPlaced(box)) {
            if (!mayBuild) throw refusal("building the box");
            builder.build(box);
        }
        if (!image.isPlaced(box)) {
            progress.stage("Placing the image in the storage pool", () -> image.place(box, builder.folder(box)));
        }
        if (!vagrantBox.isAdded(box)) {
            progress.stage("Telling Vagrant of the box", () -> vagrantBox.add(box, Box.POOL_FOLDER.resolve(box.volume())));
        }
        return box;
    }

    /** Removes boxes of other versions, once no VM is based on them. */
    public void prune(Box keep) {
        builder.removeOthers(keep);
        vagrantBox.removeOthers(keep);
        image.removeOthers(keep);
    }

    /** Removes every trace of boxes: cache, pool, Vagrant's entry. */
    public void purge() {
        vagrantBox.removeOthers(null);
        image.removeAll();
        programs.run(Program.of("rm", "-rf", "--", folders.cache().toString()).evenWhenCancelled());
    }

    private boolean isReady(Box box) { return vagrantBox.isAdded(box) && image.isPlaced(box); }

    private boolean askFor(List<Need> install) {
        boolean keyIsThere = Files.exists(folders.publicKey());
        boolean build = !keyIsThere || !builder.isBuilt(Box.of(folders)) && !image.isPlaced(Box.of(folders));
        List<String> work = new ArrayList<>();
        if (!install.isEmpty()) {
            progress.say("Missing on this host: " + install.stream().map(Need::name).collect(Collectors.joining(", ")));
            planned().forEach(command -> progress.say("  " + command));
            work.add("run these commands as root");
        }
        if (build) work.add("build the VMs' image (needs root, Debian's packages from your mirror, " + Tools.gib(ResourceNeeds.DISK_FOR_BUILD)
            + " of disk at " + folders.boxes() + " while building, and the storage pool " + Box.POOL_FOLDER + ")");
        if (work.isEmpty()) return true;
        if (!consent.asks("May I " + String.join(", and ", work) + "?")) throw refusal(String.join(", and ", work));
        return true;
    }

    private List<String> planned() { return installer("--print").out().lines().toList(); }

    private void install() {
        Path log = folders.logs().resolve("install.log");
        Program install = Program.of(script(), "--install");
        try (Progress.Stage stage = progress.begin("Installing and starting what is missing")) {
            ProgramResult result = programs.run(root.elevate(install).within(LIMIT).logTo(log).onLine(line -> {
                if (line.startsWith("+ ")) stage.detail(line.substring(2));
            }));
            if (!result.ok()) throw new HostNotFit("Setting the host up failed. The end of " + log + ":\n" + Tail.of(log, 15)
                + "\nMend it, or run it yourself:\n  sudo " + script() + " --install");
            stage.done();
        }
        List<Need> left = progress.stage("Looking at the host again", doctor::examine).stream().filter(need -> !need.met()).toList();
        refuse(left);
    }

    private ProgramResult installer(String mode) { return programs.run(Program.of(script(), mode).within(Duration.ofMinutes(2))); }

    private String script() { return folders.provisioning().resolve("host/install.sh").toString(); }

    private static void refuse(List<Need> missing) {
        if (missing.isEmpty()) return;
        throw new HostNotFit("This host is not fit for the lab:\n" + missing.stream()
            .map(need -> "  %s: needed %s, found %s\n    remedy: %s".formatted(need.name(), need.needed(), need.found(), need.remedy()))
            .collect(Collectors.joining("\n")));
    }

    private HostNotFit refusal(String work) {
        return new HostNotFit("Nothing was changed: there is no consent to " + work + ".\nTo consent, " + consent.howToGive()
            + ".\nTo do the installing yourself: sudo " + script() + " --install   (--print shows the commands)");
    }
}
