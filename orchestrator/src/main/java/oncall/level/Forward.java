package oncall.level;

/** A port of the guest which the host reaches on 127.0.0.1. */
public record Forward(int host, int guest) {}
