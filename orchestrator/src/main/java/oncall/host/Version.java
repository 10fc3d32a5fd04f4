package oncall.host;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first version number in what a tool says of itself. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    static Optional<Version> in(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find()) return Optional.empty();
        return Optional.of(new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3))));
    }

    boolean atLeast(int otherMajor, int otherMinor) { return compareTo(new Version(otherMajor, otherMinor, 0)) >= 0; }

    @Override public int compareTo(Version other) {
        if (major != other.major) return Integer.compare(major, other.major);
        if (minor != other.minor) return Integer.compare(minor, other.minor);
        return Integer.compare(patch, other.patch);
    }

    @Override public String toString() { return major + "." + minor + "." + patch; }
}
