package oncall.level;

/** How bad an incident is for the business; SEV1 is the worst. */
public enum Severity { SEV1, SEV2, SEV3, SEV4 }
