package shop.observe;

/** The values of {@code log.level}. */
enum LogLevel {
    ERROR, WARN, INFO, DEBUG
}
