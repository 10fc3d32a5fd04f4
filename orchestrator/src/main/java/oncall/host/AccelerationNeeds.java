package oncall.host;

import static oncall.host.Need.installable;
import static oncall.host.Need.note;
import static oncall.host.Need.ok;

import java.util.List;
import java.util.Optional;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.Programs;

/** KVM, and a QEMU that is sound for what KVM leaves to be done. */
final class AccelerationNeeds implements Examination {
    private static final int SOUND_UNDER_EMULATION = 10;
    private static final int SOUND_WITH_KVM = 7;

    private final KvmProbe probe;
    private final LabFolders folders;
    private final Programs programs;

    AccelerationNeeds(KvmProbe probe, LabFolders folders, Programs programs) {
        this.probe = probe;
        this.folders = folders;
        this.programs = programs;
    }

    @Override public List<Need> examine() {
        KvmFinding kvm = probe.probe(KvmProbe.kernelAtHand(folders));
        return List.of(kvm(kvm), qemu(kvm));
    }

    private static Need kvm(KvmFinding kvm) {
        String needed = "runs a guest, else emulation";
        return switch (kvm.state()) {
            case WORKS -> ok("KVM", needed, kvm.found());
            case UNPROVEN -> note("KVM", needed, kvm.found(), "");
            case ABSENT -> note("KVM", needed, kvm.found() + ": VMs are emulated, slower",
                "for speed: enable virtualisation in the firmware, or nested virtualisation where this host is a VM");
            case BROKEN -> note("KVM", needed, kvm.found() + ": VMs are emulated, slower", kvm.found().contains("denied")
                ? "for speed: sudo usermod -aG kvm $USER, then log in again" : "for speed: use a host where KVM works; nothing else to do");
        };
    }

    private Need qemu(KvmFinding kvm) {
        boolean emulated = kvm.state() != KvmFinding.State.WORKS;
        int least = emulated ? SOUND_UNDER_EMULATION : SOUND_WITH_KVM;
        String needed = least + ".0 or newer" + (emulated ? " (older ones corrupt guests under emulation)" : "");
        String remedy = "sudo provisioning/host/install.sh --install   (Debian 12: qemu-system-x86 from bookworm-backports)";
        ProgramResult result = programs.run(Program.of("qemu-system-x86_64", "--version"));
        if (!result.ok()) return installable("QEMU", needed, "not installed", remedy);
        Optional<Version> version = Version.in(Tools.firstLine(result));
        String found = version.map(Version::toString).orElse(Tools.firstLine(result));
        return version.isPresent() && version.get().atLeast(least, 0) ? ok("QEMU", needed, found)
            : installable("QEMU", needed, found, remedy);
    }
}
