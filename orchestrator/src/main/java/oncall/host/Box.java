package oncall.host;

import java.nio.file.Path;

/**
 * One version of the box: the image of which all VMs are copies.
 *
 * @param hash over everything that goes into it
 */
public record Box(String hash) {
    public static final String NAME = "oncall-lab";
    public static final String POOL = "oncall-lab";
    public static final Path POOL_FOLDER = Path.of("/var/lib/libvirt/images/oncall-lab");

    /** The version of what the clone and the SSH key now say. */
    static Box of(LabFolders folders) {
        return new Box(new InputsHash().files(folders.provisioning().resolve("box")).files(folders.provisioning().resolve("shop"))
            .files(folders.publicKey()).hex());
    }

    /** Vagrant wants a version in numbers; 31 bits of the hash tell versions apart well enough. */
    public String version() { return "0.0." + (Long.parseUnsignedLong(hash, 16) >>> 33); }

    /** The name under which vagrant-libvirt looks for the image, so that it does not upload it itself, at 4 MB/s. */
    String volume() { return NAME + "_vagrant_box_image_" + version() + "_box.img"; }

    /** Where kernel and initrd are, readable for libvirt's QEMU user. */
    public Path boot() { return POOL_FOLDER.resolve(version()); }
}
