package oncall.level;

/**
 * The network between the machines.
 *
 * @param prefix the first three bytes of its addresses, such as {@code 10.77.0}
 */
public record NetworkSpec(String name, String prefix) {}
