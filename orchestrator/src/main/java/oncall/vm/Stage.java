package oncall.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import oncall.level.MachineSpec;
import oncall.level.StageSpec;
import oncall.process.Programs;

/** The VMs as one: started, frozen, turned back and removed together. Knows nothing of what runs inside them. */
public final class Stage {
    private static final String PREFIX = "oncall-lab-";
    private static final String POOL = "oncall-lab";
    private static final String IMAGE_MARK = "_vagrant_box_image_";

    private final StageSpec spec;
    private final Vagrant vagrant;
    private final Virsh virsh;
    private final Path dotVagrant;

    /**
     * @param folder     the folder of the stage's Vagrantfile
     * @param dotVagrant where Vagrant keeps which VM is which
     */
    public Stage(StageSpec spec, Path folder, Path dotVagrant, Programs programs) {
        this.spec = spec;
        this.vagrant = new Vagrant(programs, folder, dotVagrant);
        this.virsh = new Virsh(programs);
        this.dotVagrant = dotVagrant;
    }

    public StageSpec spec() { return spec; }

    /** libvirt's name of a machine. */
    public static String domain(String machine) { return PREFIX + machine; }

    /** State by machine, in the stage's order. */
    public Map<String, MachineState> states() {
        Map<String, MachineState> known = virsh.states();
        Map<String, MachineState> states = new LinkedHashMap<>();
        spec.machines().forEach(machine -> states.put(machine.name(), known.getOrDefault(domain(machine.name()), MachineState.ABSENT)));
        return states;
    }

    public boolean isRunning() { return states().values().stream().allMatch(state -> state == MachineState.RUNNING); }

    /** Whether any part of it is there, whole or not. */
    public boolean hasTraces() { return states().values().stream().anyMatch(state -> state != MachineState.ABSENT); }

    /** Whether all machines are there and all have the snapshot. */
    public boolean has(String snapshot) {
        return states().values().stream().noneMatch(state -> state == MachineState.ABSENT)
            && Together.map(domains(), domain -> virsh.snapshots(domain).contains(snapshot)).stream().allMatch(Boolean::booleanValue);
    }

    /** @param howFar called with a few words as machines get further */
    public void up(StageSettings settings, Path log, Consumer<String> howFar) {
        vagrant.up(spec.machines().stream().map(MachineSpec::name).toList(), settings, log, howFar);
    }

    /** Freezes all VMs, so that their snapshots agree, takes the snapshots, and lets them run on. */
    public void snapshot(String name) {
        Together.each(domains(), virsh::suspend);
        Together.each(domains(), domain -> virsh.createSnapshot(domain, name));
        Together.each(domains(), virsh::resume);
    }

    /**
     * Switches a VM on whose QEMU crashed.
     *
     * @return whether it had
     */
    public boolean startCrashed(String machine) {
        boolean crashed = virsh.crashed(domain(machine));
        if (crashed) virsh.start(domain(machine));
        return crashed;
    }

    /** What a VM has read, written and sent so far, as text to be compared with itself; empty unless it runs. */
    public String activity(String machine) { return virsh.activity(domain(machine)); }

    /** Switches a VM off, like pulling the plug, and on again. */
    public void powerCycle(String machine) {
        virsh.powerOff(domain(machine));
        virsh.start(domain(machine));
    }

    /** Turns all VMs back to the snapshot; they run on together only once all are back. */
    public void revert(String name) {
        Together.each(domains(), domain -> virsh.revertPaused(domain, name));
        Together.each(domains(), virsh::resume);
    }

    /** Does nothing on machines that have no such snapshot. */
    public void deleteSnapshot(String name) {
        Together.each(domains(), domain -> {
            if (virsh.snapshots(domain).contains(name)) virsh.deleteSnapshot(domain, name);
        });
    }

    /** Switches all VMs off at once; their snapshots stay. */
    public void powerOff() {
        List<String> on = states().entrySet().stream().filter(entry -> entry.getValue() != MachineState.ABSENT && entry.getValue() != MachineState.SHUT_OFF)
            .map(entry -> domain(entry.getKey())).toList();
        Together.each(on, virsh::powerOff);
    }

    /** Removes the VMs with their disks and network, whatever state they are in. */
    public void destroy(StageSettings settings, Path log) {
        powerOff();
        if (hasTraces() && Files.isDirectory(dotVagrant)) vagrant.destroy(settings, log);
        List<String> left = virsh.domains().stream().filter(domains()::contains).toList();
        Together.each(left, domain -> {
            virsh.powerOff(domain);
            virsh.undefine(domain);
        });
        virsh.refreshPool(POOL);
        virsh.volumes(POOL).stream().filter(volume -> volume.startsWith(PREFIX) && !volume.contains(IMAGE_MARK))
            .forEach(volume -> virsh.deleteVolume(POOL, volume));
        virsh.removeNetwork(spec.network().name());
        delete(dotVagrant);
    }

    private List<String> domains() { return spec.machines().stream().map(machine -> domain(machine.name())).toList(); }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
